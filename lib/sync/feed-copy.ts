import { type FeedAccess, isGone, nextSegment, readHead, readSegment, tooLarge } from "../feeds/index.ts";
import type { Problem, Result } from "../model/result.ts";
import { nextAttemptAt } from "../net/index.ts";
import type { FeedHead, FeedSegment } from "../schema/feed.ts";
import { drawDailyAt, pageGapMs, sourceBackOff } from "./schedule.ts";
import type { StepContext } from "./server-copy.ts";
import { failed, type FeedState, succeeded } from "./state.ts";
import { takeDaily } from "./take-daily.ts";
import { takeTokens } from "./take-tokens.ts";

interface HeldHead {
  readonly head: FeedHead;
  readonly etag?: string;
  /** Whether its segments are copied, or the daily file alone. */
  readonly isCopied: boolean;
}

/** The newest head of each feed, for the segments that follow it. Only memory: a new worker reads it again. */
export type HeldHeads = Map<string, HeldHead>;

/**
 * One step of following a feed: its head and one file that the head names, or nothing where the head is the
 * one that is stored already. The cursor is a sequence number, saved after its tokens are stored.
 */
export async function stepFeed(context: StepContext, state: FeedState, heads: HeldHeads): Promise<void> {
  const access: FeedAccess = { net: context.net, feed: state.id, cause: context.cause };
  const held = await holdHead(access, state, heads);
  if (!held.ok) return saveProblem(context, state, held.error);
  if (!held.value) return finish(context, state);
  const { head, isCopied } = held.value;
  const segment = isCopied ? nextSegment(head, state.offset) : undefined;
  const stage = state.lastSuccessAt === undefined ? "first-copy" : "delta";
  const working = { ...withBuckets(state, held.value), stage, total: head.count } as const;
  const result = segment
    ? await takeSegment(context, access, working, segment)
    : await endWithDaily(context, access, working, held.value);
  // One that is copied goes on from this head; of any other, the next step is the next day's.
  if (result.ok && isCopied) return;
  heads.delete(state.id);
  if (!result.ok) await saveProblem(context, working, result.error);
}

/** Remembers whether a press has something to read that no file for everybody holds. */
function withBuckets({ buckets: _before, ...rest }: FeedState, { head, isCopied }: HeldHead): FeedState {
  return { ...rest, ...(head.buckets && { buckets: isCopied ? "brands" : "texts" }) };
}

/** The head in hand, else a fresh one; `undefined` when nothing has changed since all of it was stored. */
async function holdHead(
  access: FeedAccess,
  state: FeedState,
  heads: HeldHeads,
): Promise<Result<HeldHead | undefined>> {
  const held = state.stage === "idle" ? undefined : heads.get(state.id);
  if (held) return { ok: true, value: held };
  const read = await readHead(access, state.offset, state.stage === "idle" ? state.headEtag : undefined);
  if (read.ok && read.value) heads.set(state.id, read.value);
  return read;
}

async function takeSegment(
  context: StepContext,
  access: FeedAccess,
  state: FeedState,
  segment: FeedSegment,
): Promise<Result<void>> {
  const lines = await readSegment(access, segment, state.offset);
  if (!lines.ok) return lines;
  const taken = await takeTokens(context, state.id, lines.value, state);
  const fetched = state.fetched + lines.value.length;
  const next = succeeded(state, { ...taken, fetched, offset: segment.last }, context.now() + pageGapMs);
  await context.storage.saveState(next);
  return { ok: true, value: undefined };
}

async function endWithDaily(
  context: StepContext,
  access: FeedAccess,
  state: FeedState,
  { head, etag, isCopied }: HeldHead,
): Promise<Result<void>> {
  // Before any brand of it is stored: by this row they are found again when the feed is taken out.
  if (state.heldDaily === undefined) await context.storage.saveState(state);
  if (!head.buckets) await context.storage.removeBucketBrands(state.id);
  const taken = await takeDaily(context, access, state, head);
  if (!taken.ok) return taken;
  const { headEtag: _etag, ...rest } = taken.value;
  if (isCopied) await finish(context, { ...rest, ...(etag && { headEtag: etag }) });
  else await context.storage.saveState(failed(rest, tooLarge, drawDailyAt(context.now(), context.random)));
  return { ok: true, value: undefined };
}

async function finish({ storage, now, random }: StepContext, state: FeedState): Promise<void> {
  const changes = {
    stage: "idle",
    since: Math.max(state.since, state.newest),
    lastSuccessAt: now(),
  } as const;
  await storage.saveState(succeeded(state, changes, drawDailyAt(now(), random)));
}

async function saveProblem(context: StepContext, state: FeedState, problem: Problem): Promise<void> {
  const nowMs = context.now();
  // The head named a file that is gone: a newer head names its successor. Once; then it is a fault.
  const isStale = isGone(problem) && state.attempts === 0;
  const waitMs = Number(problem.params?.["waitMs"] ?? 0);
  const attempts = state.attempts + 1;
  const nextAt = isStale
    ? nowMs + pageGapMs
    : nextAttemptAt({ attempts, nowMs, waitMs }, context.random, sourceBackOff);
  await context.storage.saveState(failed(state, problem, nextAt));
}
