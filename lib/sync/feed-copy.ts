import { type FeedAccess, isGone, nextSegment, readDaily, readHead, readSegment } from "../feeds/index.ts";
import type { Problem, Result } from "../model/result.ts";
import { nextAttemptAt } from "../net/index.ts";
import type { FeedDaily, FeedHead, FeedSegment } from "../schema/feed.ts";
import { drawDailyAt, pageGapMs, sourceBackOff } from "./schedule.ts";
import type { StepContext } from "./server-copy.ts";
import { failed, type FeedState, succeeded } from "./state.ts";
import { takeTokens } from "./take-tokens.ts";

/** Ids per removal, so that a long list does not block the database. */
const removalChunk = 500;

interface HeldHead {
  readonly head: FeedHead;
  readonly etag?: string;
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
  const { head } = held.value;
  const segment = nextSegment(head, state.offset);
  const working = { ...state, stage: state.lastSuccessAt === undefined ? "first-copy" : "delta" } as const;
  const result = segment
    ? await takeSegment(context, access, { ...working, total: head.count }, segment)
    : await takeDaily(context, access, { ...working, total: head.count }, held.value);
  if (result.ok) return;
  heads.delete(state.id);
  await saveProblem(context, working, result.error);
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

async function takeDaily(
  context: StepContext,
  access: FeedAccess,
  state: FeedState,
  { head, etag }: HeldHead,
): Promise<Result<void>> {
  const { headEtag: _etag, dailySha256: _sha256, sitesOff: before, ...rest } = state;
  let sitesOff = head.daily && before;
  if (head.daily && head.daily.sha256 !== state.dailySha256) {
    const daily = await readDaily(access, head.daily);
    if (!daily.ok) return daily;
    await removeAll(context, daily.value.removals ?? []);
    sitesOff = daily.value.sitesOff;
  }
  await finish(context, {
    ...rest,
    ...(etag && { headEtag: etag }),
    ...(head.daily && { dailySha256: head.daily.sha256 }),
    ...(sitesOff && sitesOff.length > 0 && { sitesOff }),
  });
  return { ok: true, value: undefined };
}

async function removeAll(
  { now, storage }: StepContext,
  removals: NonNullable<FeedDaily["removals"]>,
): Promise<void> {
  const asOf = Math.floor(now() / 1000);
  const ids = removals.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += removalChunk)
    await storage.removeReviews(ids.slice(at, at + removalChunk), asOf);
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
