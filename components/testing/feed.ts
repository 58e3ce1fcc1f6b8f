import type { SyncState } from "../../lib/db/community-rows.ts";

/** A feed as the last sync left it. */
export function syncedFeed(id: string, buckets?: SyncState["buckets"]): SyncState {
  return {
    id,
    kind: "feed",
    phase: "idle",
    offset: 0,
    since: 0,
    fetched: 0,
    attempts: 0,
    ...(buckets && { buckets }),
  };
}
