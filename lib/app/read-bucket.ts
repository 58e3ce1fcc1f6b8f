import type { BucketHold } from "../model/bucket.ts";
import { refused } from "../model/refusal.ts";
import { ok, type Result } from "../model/result.ts";

/** A press on "Look in the rest of the feed". */
export interface BucketPress {
  readonly brandId: string;
  /** Those that were named beside the button. */
  readonly feeds: readonly string[];
}

export interface BucketDependencies {
  /** Feeds of the person's list. */
  readonly feeds: () => Promise<readonly string[]>;
  /** What a feed keeps in buckets, as far as the last sync knows. */
  readonly bucketsOf: (feed: string) => Promise<BucketHold | undefined>;
  /** Reads one bucket of one feed into the local copy. */
  readonly take: (feed: string, brandId: string) => Promise<Result<void>>;
  /** Reviews and records may have changed. */
  readonly onStored: () => Promise<void>;
}

/**
 * Reads the bucket of a brand in the feeds that the button named, as far as they are still listed and have buckets. What
 * one feed brings stays when another one fails; then the failure is the answer. Two presses for the same are one.
 */
export function createBucketReader(needs: BucketDependencies): (press: BucketPress) => Promise<Result<void>> {
  const underWay = new Map<string, Promise<Result<void>>>();
  const takeOnce = (feed: string, brandId: string): Promise<Result<void>> => {
    const key = JSON.stringify([feed, brandId]);
    const taking = underWay.get(key) ?? needs.take(feed, brandId).finally(() => underWay.delete(key));
    underWay.set(key, taking);
    return taking;
  };
  return async ({ brandId, feeds }) => {
    const listed = await needs.feeds();
    const known = await Promise.all(
      feeds.filter((feed) => listed.includes(feed)).map(async (feed) => [feed, await needs.bucketsOf(feed)]),
    );
    const asked = known.flatMap(([feed, buckets]) => (feed && buckets ? [feed] : []));
    if (asked.length === 0) return refused("not-found");
    const results = await Promise.all(asked.map((feed) => takeOnce(feed, brandId)));
    if (results.some((result) => result.ok)) await needs.onStored();
    return results.find((result) => !result.ok) ?? ok(undefined);
  };
}
