import type { FeedOfficialKey } from "../../lib/schema/feed-daily.ts";
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
  /** Keys that are proven for a site now. */
  officialKeys(site: string): Promise<readonly FeedOfficialKey[]>;
  readonly log: Log;
  readonly limits: HubLimits;
  /** Shown on the hub's own page and in its feed. */
  readonly name: string;
  /** Milliseconds. */
  now(): number;
  /** Whether it has been told to stop and only finishes what it has. */
  isDraining(): boolean;
}
