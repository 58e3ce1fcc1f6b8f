import { databaseErrorOf } from "../../db/database-error.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import type { Mention } from "../../model/mention.ts";
import type { EndReason, SessionId } from "../../model/research/session.ts";
import type { PostBatch } from "../../model/seen-post.ts";
import { sampler } from "../../research/capture/item-key.ts";
import { readyBatch, type MetBatch, type SessionContext } from "../../research/capture/ready-batch.ts";
import { compileRule } from "../../research/capture/rule.ts";
import { overSince } from "../../research/capture/sessions.ts";
import { storeBatch } from "../../research/capture/store-batch.ts";
import type { CaptureTools } from "../../research/capture/tools.ts";
import type { RecordingSwitch } from "./recording.ts";

export interface KeeperDependencies {
  readonly db: ResearchDatabase;
  readonly recording: Pick<RecordingSwitch, "current" | "end">;
  readonly tools: CaptureTools;
  readonly feedOf: (siteId: string, url: string) => MetBatch["feed"];
  /** Address of the conversation on a page or in a frame of it, where it shows a single one. */
  readonly threadOf: (siteId: string, url: string, pageUrl: string) => string | undefined;
  /** Whether a platform's pages are written in the language of their posts, as those of a blog or a forum are. */
  readonly isOneLanguage: (siteId: string) => boolean;
  readonly now: () => number;
}

/**
 * Keeps a batch of posts, each with the brands that were found in it. Resolves once what is to be kept is on disk, or
 * nothing is to be kept any more.
 *
 * @throws Where it could not be written: the page sends it again.
 */
export type KeepPosts = (
  batch: PostBatch,
  mentions: readonly (readonly Mention[])[],
  pageUrl: string,
) => Promise<void>;

/** From posts that a page reports to items of the collection that is recorded into. */
export function createKeeper(needs: KeeperDependencies): KeepPosts {
  const { db, recording } = needs;
  /** Of the session that was recorded last: its rule is made ready once in a worker's life. */
  let ready: { readonly id: SessionId; readonly context: Promise<ReadySession | undefined> } | undefined;
  const contextOf = async (id: SessionId): Promise<SessionContext | undefined> => {
    if (ready?.id !== id) ready = { id, context: readySession(db, id) };
    const { context } = ready;
    // A failed read is not remembered.
    context.catch(() => (ready = undefined));
    const session = await context;
    // Read for each batch: what the researcher decides about people holds at once.
    const collection = session && (await db.collections.get(session.session.collection));
    return collection && { ...session, collection };
  };
  const keep = async (id: SessionId, met: MetBatch): ReturnType<typeof storeBatch> => {
    const context = await contextOf(id);
    if (!context) return "gone";
    const stored = await storeBatch(db, await readyBatch(db, context, met, needs.tools));
    // While it was made ready somebody was erased, or people are protected otherwise from now on.
    return stored === "outdated" ? keep(id, met) : stored;
  };
  return async (batch, mentions, pageUrl) => {
    const current = await recording.current();
    if (current?.state !== "recording" || !current.sites.includes(batch.site)) return;
    const at = needs.now();
    if (overSince(current, at) !== undefined) return recording.end(current.session, "time");
    const feed = needs.feedOf(batch.site, batch.url);
    const isOneLanguage = needs.isOneLanguage(batch.site);
    const thread = needs.threadOf(batch.site, batch.url, pageUrl);
    const met = { batch, mentions, feed, ...(thread && { thread }), isOneLanguage, at };
    try {
      const stored = await keep(current.session, met);
      if (stored === "gone") await recording.end(current.session, "failed");
    } catch (cause) {
      const why = lastingFault(cause);
      if (!why) throw cause;
      // The batch was undone whole; what was kept before it stays.
      await recording.end(current.session, why);
    }
  };
}

/** Why a recording cannot go on; `undefined`: the next attempt may do better. */
function lastingFault(cause: unknown): EndReason | undefined {
  const code = databaseErrorOf(cause)?.code;
  if (code === "quota") return "quota";
  return code === "newer" || code === "unavailable" ? "failed" : undefined;
}

type ReadySession = Omit<SessionContext, "collection">;

async function readySession(db: ResearchDatabase, id: SessionId): Promise<ReadySession | undefined> {
  const session = await db.sessions.get(id);
  if (!session) return undefined;
  const test = compileRule(session.plan.keep);
  if (!test.ok) return undefined;
  const isSampled = await sampler(session.seed, session.plan.sampleRate);
  return { session, test: test.value, isSampled };
}
