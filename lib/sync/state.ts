import type { SyncPhase, SyncState } from "../db/community-rows.ts";
import type { Problem } from "../model/result.ts";

/** What every source's row keeps beside what the options page shows. */
interface SourceState extends SyncState {
  /** Where the work stands; `phase` says the same for people, and "backing-off" while a problem lasts. */
  readonly stage: "start" | "first-copy" | "delta" | "idle";
  /** Tokens that were worth nothing, by `RejectionCode`; each is counted once. */
  readonly rejected: Readonly<Record<string, number>>;
  /** Ends of the newest rejected tokens, so that an overlap does not count them again. */
  readonly rejectedMarks: readonly string[];
  /** Newest `iat` (seconds, never in the future) of the pass under way. */
  readonly newest: number;
}

export interface ServerState extends SourceState {
  readonly kind: "server";
  /** Reviews asked for at once; halves when the server says that this is too much. */
  readonly pageSize: number;
  /** Signature of the last review of the page before: where the next page must join. */
  readonly mark?: string;
  /** The server does not know `offset`: one large page is all it can give. */
  readonly isWhole?: boolean;
}

export interface FeedState extends SourceState {
  readonly kind: "feed";
  /** Validator of the head whose every part is stored. */
  readonly headEtag?: string;
  /** SHA-256 of the daily file whose removals were applied and whose brands are stored. */
  readonly heldDaily?: string;
  /** Removals whose signed record did not hold, so that they were not heeded; missing where all did. */
  readonly unheeded?: number;
}

const blank = {
  phase: "never",
  stage: "start",
  offset: 0,
  since: 0,
  fetched: 0,
  attempts: 0,
  rejected: {},
  rejectedMarks: [],
  newest: 0,
} as const;

export function newServerState(id: string): ServerState {
  return { ...blank, id, kind: "server", pageSize: 1000 };
}

export function newFeedState(id: string): FeedState {
  return { ...blank, id, kind: "feed" };
}

/** The state after a step that worked: no problem, next due at `nextRunAt` (epoch ms). */
export function succeeded<S extends SourceState>(state: S, changes: Partial<S>, nextRunAt: number): S {
  const { problem: _solved, ...rest } = state;
  const next = { ...rest, attempts: 0, ...changes, nextRunAt } as S;
  return { ...next, phase: phaseOf(next.stage) };
}

/** The state after a step that failed. The work stands where it stood; only the time of the next try moves. */
export function failed<S extends SourceState>(state: S, problem: Problem, nextRunAt: number): S {
  return { ...state, phase: "backing-off", problem, attempts: state.attempts + 1, nextRunAt };
}

function phaseOf(stage: SourceState["stage"]): SyncPhase {
  return stage === "start" ? "never" : stage;
}
