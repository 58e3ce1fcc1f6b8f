import type { SyncState } from "../db/community-rows.ts";
import { databaseErrorOf } from "../db/database-error.ts";
import { type Cause, type Net, nextAttemptAt } from "../net/index.ts";
import { type HeldHeads, stepFeed } from "./feed-copy.ts";
import type { Job } from "./job.ts";
import { sourceBackOff } from "./schedule.ts";
import { stepServer } from "./server-copy.ts";
import { failed, type FeedState, newFeedState, newServerState, type ServerState } from "./state.ts";
import type { PlaceSubject, SyncStorage } from "./storage.ts";
import { dropOthers } from "./take-daily.ts";

export interface SyncOptions {
  /** `communityStorage(db)` in the extension. */
  readonly storage: SyncStorage;
  readonly net: Net;
  readonly place: PlaceSubject;
  /** Addresses of the review servers and feeds the person chose. Asked for at each run. */
  readonly servers: () => Promise<readonly string[]>;
  readonly feeds: () => Promise<readonly string[]>;
  /** Whether also those removals of a feed are heeded on which people may differ; they are unless told. */
  readonly heedsAll?: (feed: string) => Promise<boolean>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export interface Sync {
  /** One step for each source that is due: at most one page or file each. Never throws for what others do. */
  run(): Promise<void>;
  /** The same for every source that has nothing to wait for, because a person asked. */
  runNow(): Promise<void>;
  /** What feeds said of brands goes with the feeds that the person has taken out. */
  dropOtherFeeds(): Promise<void>;
  /** The person has chosen anew which removals of feeds hold: lifts those that do not, and reads every list again. */
  reheed(): Promise<void>;
  /** When the next step is due (epoch ms); `undefined` without sources. */
  nextRunAt(): Promise<number | undefined>;
  /** For `registerJobs`. */
  readonly job: Job;
}

/** Keeps the local copy in step with feeds and review servers, in short steps that can be killed at any line. */
export function createSync(options: SyncOptions): Sync {
  const heads: HeldHeads = new Map();
  let running: Promise<void> | undefined;
  // Two runs at once would only fetch the same page twice.
  const once = async (cause: Cause): Promise<void> => {
    running ??= pass(options, heads, cause).finally(() => (running = undefined));
    return running;
  };
  const nextRunAt = async (): Promise<number | undefined> => {
    const { feeds, servers } = await sources(options);
    // A server that waits for a feed is due when the feed is.
    const times = [...feeds, ...servers.filter((server) => !waitsForFeed(server, feeds))].map(dueAt);
    return times.length === 0 ? undefined : Math.min(...times);
  };
  return {
    run: () => once("schedule"),
    runNow: async () => {
      await running;
      await once("person");
    },
    dropOtherFeeds: async () => {
      // A step under way may still be writing for one of them.
      await running;
      await dropOthers(options, await options.feeds());
    },
    reheed: async () => {
      await running;
      for (const feed of await options.feeds()) await reheedFeed(options, feed);
    },
    nextRunAt,
    job: { id: "sync", run: () => once("schedule"), nextRunAt },
  };
}

/** What was lifted comes back where a server or feed sends it again: nothing of it was kept. */
async function reheedFeed({ heedsAll, now, storage }: SyncOptions, feed: string): Promise<void> {
  if ((await heedsAll?.(feed)) === false)
    await storage.liftRemovals(await storage.debatableRemovals(feed), feed);
  const state = await storage.state(feed);
  if (state?.kind !== "feed") return;
  const { headEtag: _etag, heldDaily: _held, ...rest } = state;
  await storage.saveState({ ...rest, nextRunAt: now() });
}

interface Sources {
  readonly feeds: readonly FeedState[];
  readonly servers: readonly ServerState[];
}

async function sources({ feeds, servers, storage }: SyncOptions): Promise<Sources> {
  const feedRows = (await feeds()).map(async (id) => {
    const row = await storage.state(id);
    return row?.kind === "feed" ? row : newFeedState(id);
  });
  const serverRows = (await servers()).map(async (id) => {
    const row = await storage.state(id);
    return row?.kind === "server" ? row : newServerState(id);
  });
  return { feeds: await Promise.all(feedRows), servers: await Promise.all(serverRows) };
}

async function pass(options: SyncOptions, heads: HeldHeads, cause: Cause): Promise<void> {
  await dropOthers(options, await options.feeds());
  const { feeds, servers } = await sources(options);
  const covered = coveredBy(feeds);
  const context = { ...options, cause };
  // Different hosts, side by side: one that hangs or lies costs the others nothing.
  const due = (state: FeedState | ServerState): boolean => isDue(state, options.now(), cause);
  const steps = [
    ...feeds.filter(due).map((feed) => guarded(options, feed, stepFeed(context, feed, heads))),
    ...servers
      .filter((server) => due(server) && !waitsForFeed(server, feeds))
      .map((server) => guarded(options, server, stepServer(context, server, covered))),
  ];
  const failures = (await Promise.allSettled(steps)).filter((outcome) => outcome.status === "rejected");
  // Only our own storage throws here; the row is as it was, and the next run tries again.
  if (failures.length > 0)
    throw new AggregateError(
      failures.map(({ reason }) => reason as unknown),
      "sync",
    );
}

/** Says in the source's own row that the disk is full or the database newer; anything else is a bug, and thrown. */
async function guarded(
  { storage, now, random }: SyncOptions,
  state: FeedState | ServerState,
  step: Promise<void>,
): Promise<void> {
  try {
    await step;
  } catch (error: unknown) {
    const problem = databaseErrorOf(error)?.problem;
    if (!problem) throw error;
    const failure = { attempts: state.attempts + 1, nowMs: now() };
    await storage.saveState(failed(state, problem, nextAttemptAt(failure, random, sourceBackOff)));
  }
}

/** Epoch ms; a source that was never read is due at once. */
function dueAt({ nextRunAt = 0 }: SyncState): number {
  return nextRunAt;
}

function isDue(state: SyncState, nowMs: number, cause: Cause): boolean {
  if (nowMs >= dueAt(state)) return true;
  // A press does not override what a server asked for.
  return cause === "person" && state.problem?.code !== "rate-limited";
}

/** A server's first request waits while a feed is still bringing what it would otherwise be asked for. */
function waitsForFeed(server: ServerState, feeds: readonly FeedState[]): boolean {
  return server.stage === "start" && feeds.some((feed) => feed.lastSuccessAt === undefined && !feed.problem);
}

/**
 * Newest `iat` (seconds) of the feeds that are here as a whole. One that never came, say because it is too large
 * to be copied, is as good as none: then the server gives everything.
 */
function coveredBy(feeds: readonly FeedState[]): number | undefined {
  const whole = feeds.filter(({ lastSuccessAt }) => lastSuccessAt !== undefined);
  return whole.length === 0 ? undefined : Math.max(...whole.map(({ since }) => since));
}
