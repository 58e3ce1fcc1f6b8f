import { refused } from "../model/refusal.ts";
import type { Problem } from "../model/result.ts";
import { type Cause, type Net, nextAttemptAt } from "../net/index.ts";
import { overlapOf, pageSizeOf, readReviewsPage, type ReviewsPage } from "./reviews-page.ts";
import { drawDailyAt, pageGapMs, sourceBackOff } from "./schedule.ts";
import { failed, type ServerState, succeeded } from "./state.ts";
import type { SyncStorage } from "./storage.ts";
import { type TakeContext, takeTokens } from "./take-tokens.ts";

const smallestPage = 25;
/** A server that never comes to an end is not one we copy. */
const mostReviews = 1_000_000;

export interface StepContext extends TakeContext {
  readonly storage: SyncStorage;
  readonly net: Net;
  readonly random: () => number;
  readonly cause: Cause;
  /** Of a feed: whether also those removals are heeded on which people may differ; they are unless told. */
  readonly heedsAll?: (feed: string) => Promise<boolean>;
}

/**
 * One step of copying a server: one page, or nothing where none is due. The row is saved last, after what the
 * page brought is stored: a worker killed before that asks for the same page again, and storing is idempotent.
 *
 * @param covered - Newest `iat` (seconds) of a feed that is here as a whole; `undefined` where there is none.
 */
export async function stepServer(
  context: StepContext,
  state: ServerState,
  covered: number | undefined,
): Promise<void> {
  const begun = begin(state, covered);
  const page = await readReviewsPage(context.net, begun, context.cause);
  if (!page.ok) {
    await context.storage.saveState(afterProblem(context, begun, page.error));
    return;
  }
  const taken = await takeTokens(context, begun.id, page.value.tokens, begun);
  await context.storage.saveState(afterPage(context, { ...begun, ...taken }, page.value));
}

/** Decides what a step is part of: the one full copy, or a delta. What a feed has brought needs no copying. */
function begin(state: ServerState, covered: number | undefined): ServerState {
  const { stage } = state;
  if (stage !== "start" && stage !== "idle") return state;
  const since = stage === "start" ? (covered ?? 0) : state.since;
  const isFull = stage === "start" && covered === undefined;
  const begun = { ...state, offset: 0, since, newest: since, isWhole: false } as const;
  return withoutMark(isFull ? { ...begun, stage: "first-copy", fetched: 0 } : { ...begun, stage: "delta" });
}

function withoutMark({ mark: _mark, ...state }: ServerState): ServerState {
  return state;
}

function afterPage(context: StepContext, state: ServerState, page: ReviewsPage): ServerState {
  const received = page.tokens.length;
  const nowMs = context.now();
  if (page.last === undefined || state.isWhole) return finished(context, state, received);
  // The same full page again: this server does not know `offset`. Ask once for all it gives.
  if (page.last === state.mark && received >= pageSizeOf(state)) {
    return succeeded(withoutMark(state), { isWhole: true, offset: 0 }, nowMs + pageGapMs);
  }
  const offset = Math.max(0, state.offset - overlapOf(state.pageSize)) + received;
  const isBeyond = state.mark === undefined || offset > state.offset;
  if (page.last === state.mark || !isBeyond) return finished(context, state, 0);
  if (offset >= mostReviews) return failed(state, refused("server-endless").error, nextDaily(context));
  return succeeded(state, { offset, mark: page.last, fetched: fetchedOf(state, offset) }, nowMs + pageGapMs);
}

function fetchedOf(state: ServerState, offset: number): number {
  return state.stage === "first-copy" ? offset : state.fetched + Math.max(0, offset - state.offset);
}

/** Everything of this pass is here. */
function finished(context: StepContext, state: ServerState, received: number): ServerState {
  return succeeded(
    withoutMark(state),
    {
      stage: "idle",
      offset: 0,
      isWhole: false,
      since: Math.max(state.since, state.newest),
      fetched: state.isWhole ? Math.max(state.fetched, received) : state.fetched,
      lastSuccessAt: context.now(),
    },
    nextDaily(context),
  );
}

function nextDaily({ now, random }: StepContext): number {
  return drawDailyAt(now(), random);
}

function afterProblem(context: StepContext, state: ServerState, problem: Problem): ServerState {
  const nowMs = context.now();
  const waitMs = Number(problem.params?.["waitMs"] ?? 0);
  if (isTooMuch(problem) && state.pageSize > smallestPage) {
    const pageSize = Math.max(smallestPage, Math.floor(state.pageSize / 2));
    return failed({ ...state, pageSize, isWhole: false }, problem, nowMs + pageGapMs);
  }
  const nextAt = nextAttemptAt(
    { attempts: state.attempts + 1, nowMs, waitMs },
    context.random,
    sourceBackOff,
  );
  return failed(state, problem, nextAt);
}

/** What a smaller page can help against. */
function isTooMuch({ code, params }: Problem): boolean {
  const reason = params?.["reason"];
  return (
    reason === "http-413" ||
    (code === "bad-shape" && reason === "too-large") ||
    (code === "timeout" && reason === "cut-off")
  );
}
