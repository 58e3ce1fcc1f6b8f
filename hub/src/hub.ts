import type { FeedOfficialKey } from "../../lib/schema/feed-daily.ts";
import type { Feed } from "./feed/feed.ts";
import type { FloodLimiter } from "./http/flood-limit.ts";
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
  /** How many proxies of our own stand in front; see client-address.ts. */
  readonly trustedProxies: number;
  /** Missing where there are no limits. */
  readonly floods?: FloodLimiter;
  /** Shown on the hub's own page and in its feed. */
  readonly name: string;
  /** Public key that signs removals, SPKI PEM on one line; missing where it has none. */
  readonly key?: string;
  /** Milliseconds. */
  now(): number;
  /** Whether it has been told to stop and only finishes what it has. */
  isDraining(): boolean;
}
