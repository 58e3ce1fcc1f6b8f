import type { Feed } from "./feed/feed.ts";
import type { Metrics } from "./http/metrics.ts";
import type { HubLimits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Storage } from "./storage/storage.ts";

/** What routes work with. */
export interface Hub {
  readonly storage: Storage;
  readonly feed: Feed;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly limits: HubLimits;
  /** Shown on the hub's own page and in its feed. */
  readonly name: string;
  /** Milliseconds. */
  now(): number;
  /** Whether it has been told to stop and only finishes what it has. */
  isDraining(): boolean;
}
