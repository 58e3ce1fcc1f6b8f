import { type BucketPress, createBucketReader } from "../../lib/app/read-bucket.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import { cursorOf } from "../../lib/db/sync-state.ts";
import type { Result } from "../../lib/model/result.ts";
import { feeds } from "../../lib/settings.ts";
import { communityStorage } from "../../lib/sync/community-storage.ts";
import { takeBucket } from "../../lib/sync/take-bucket.ts";
import { placeOf, type Network } from "./network.ts";

/** Reading buckets of feeds, wired to the real browser. */
export function bucketReader(
  community: CommunityDatabase,
  { net }: Pick<Network, "net">,
  onStored: () => Promise<void>,
): (press: BucketPress) => Promise<Result<void>> {
  const context = { storage: communityStorage(community), net, place: placeOf, now: Date.now };
  return createBucketReader({
    feeds: () => feeds.getValue(),
    bucketsOf: async (feed) => (await cursorOf(community, feed))?.buckets,
    take: (feed, brandId) => takeBucket(context, feed, brandId),
    onStored,
  });
}
