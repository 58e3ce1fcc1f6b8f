import type { ResearchDatabase } from "../../db/research.ts";
import type { Mention } from "../../model/mention.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { FeedKind, SeenAs, Session } from "../../model/research/session.ts";
import type { PostBatch } from "../../model/seen-post.ts";
import { dayOf } from "./counters.ts";
import { withHandles } from "../privacy/protect-terms.ts";
import { itemKey, keyedHex } from "./item-key.ts";
import { newItem, type Circumstances, type RecordedPost } from "./new-item.ts";
import { leastConfidence, type KeepTest, type Match } from "./rule.ts";
import { protectionOf, type ReadyBatch, type ReadyPost } from "./store-batch.ts";
import type { CaptureTools } from "./tools.ts";

/** What is made ready once for a session. */
export interface SessionContext {
  readonly session: Session;
  readonly collection: Collection;
  readonly test: KeepTest;
  readonly isSampled: (key: string) => Promise<boolean>;
}

/** Posts of one platform as they were reported, each with what was found in it. */
export interface MetBatch {
  readonly batch: PostBatch;
  /** For each post. */
  readonly mentions: readonly (readonly Mention[])[];
  readonly feed: { readonly kind: FeedKind; readonly terms?: string };
  /** Address of the conversation, where the page shows a single one. */
  readonly thread?: string;
  /** Whether the platform's pages are written in the language of their posts. */
  readonly isOneLanguage: boolean;
  readonly at: number;
}

/** Decides what becomes of each post, and makes items of those that are kept. Writes nothing. */
export async function readyBatch(
  db: ResearchDatabase,
  context: SessionContext,
  met: MetBatch,
  tools: CaptureTools,
): Promise<ReadyBatch> {
  const { batch, at } = met;
  const view = await viewOf(context, met, tools);
  const around: Circumstances = {
    collection: context.collection,
    session: context.session.id,
    view: view.id,
    site: batch.site,
    ...(met.thread && { thread: met.thread }),
    ...(met.isOneLanguage && batch.lang && { pageLang: batch.lang }),
    detector: context.session.detector,
    at,
  };
  const posts = batch.posts.flatMap((post, index) =>
    post.details ? [{ post: post as RecordedPost, mentions: met.mentions[index] ?? [] }] : [],
  );
  const keys = await Promise.all(
    posts.map(({ post }) => itemKey(context.collection.hashKey, batch.site, post)),
  );
  const known = await knownAmong(db, context.collection.id, keys);
  const ready = posts.map(async ({ mentions, post }, index): Promise<ReadyPost> => {
    const key = keys[index]!;
    const { as, match } = await judge(context, post, mentions, key, tools);
    const day = dayOf(post.details.publishedAt, post.details.publishedAtPrecision);
    // What was not asked for may have been collected before; its counts are brought up to date, unless it is no longer public.
    const isKnown = known.has(key) && tools.mayKeep(post.details, context.collection);
    if (as === "not-public" || (as === "passed" && !isKnown)) return { key, as, day };
    const least = leastConfidence(context.session.plan.keep);
    const sure = mentions.filter(({ confidence }) => confidence >= least);
    const item = await newItem(post, sure, { key, match }, around, tools);
    return item ? { key, as, day, item } : { key, as: "passed", day };
  });
  return {
    session: context.session.id,
    protection: protectionOf(context.collection),
    view,
    posts: await Promise.all(ready),
    at,
  };
}

interface Verdict {
  readonly as: SeenAs;
  readonly match: Match;
}

async function judge(
  { collection, isSampled, test }: SessionContext,
  post: RecordedPost,
  mentions: readonly Mention[],
  key: string,
  { mayKeep }: CaptureTools,
): Promise<Verdict> {
  const match = test(post, mentions);
  const sample: Match = { why: "sample", words: [] };
  if (!match && !(await isSampled(key))) return { as: "passed", match: sample };
  if (!mayKeep(post.details, collection)) return { as: "not-public", match: match ?? sample };
  return match ? { as: "kept", match } : { as: "sampled", match: sample };
}

async function knownAmong(
  db: ResearchDatabase,
  collection: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const pairs = [...new Set(keys)].map((key): [string, string] => [collection, key]);
  if (pairs.length === 0) return new Set();
  const found = await db.items.where("[collection+key]").anyOf(pairs).keys();
  return new Set((found as unknown as [string, string][]).map(([, key]) => key));
}

async function viewOf(
  { collection, session }: SessionContext,
  { batch, feed }: MetBatch,
  tools: CaptureTools,
): Promise<ReadyBatch["view"]> {
  const { depth = 0, lang, site } = batch;
  const terms = feed.terms && (await protectedTerms(feed.terms, batch, collection, tools));
  const parts = ["view", session.id, site, feed.kind, terms ?? "", lang ?? ""];
  return {
    id: await keyedHex(collection.hashKey, parts.join("\n")),
    site,
    kind: feed.kind,
    ...(terms && { terms }),
    ...(lang && { locale: lang }),
    depth,
  };
}

/** A search for `from:anna` names a person as a post does. */
async function protectedTerms(
  terms: string,
  { site, url }: PostBatch,
  collection: Collection,
  { protect }: CaptureTools,
): Promise<string> {
  const text = withHandles(terms);
  // A handle without its host is of the host on which one searches.
  const around = { url, truncated: false, links: [], media: [], metrics: {}, audience: "unknown" } as const;
  const safe = (await protect({ post: { ...around, text }, site, mentions: [] }, collection)).text;
  return safe === text ? terms : safe;
}
