import type { Place, StoredReview } from "../db/community-rows.ts";
import type { BucketBrandRow, DailyBrandRow } from "../db/talk-rows.ts";
import type { OfficialKey } from "../model/official.ts";
import type { Removal } from "../model/removal.ts";
import type { ReviewId } from "../model/review.ts";
import type { FeedState, ServerState } from "./state.ts";

/**
 * What syncing keeps between two lives of the worker. Every call may be repeated: storing a known review or
 * removing an unknown one changes nothing. All but those about brands are atomic.
 */
export interface SyncStorage {
  /** The row of a server or feed. */
  state(id: string): Promise<ServerState | FeedState | undefined>;
  saveState(state: ServerState | FeedState): Promise<void>;
  /** @param asOf - Seconds: now. */
  storeReviews(reviews: readonly StoredReview[], asOf: number): Promise<void>;
  removeReviews(removals: readonly Removal[], asOf: number): Promise<void>;
  /** Lets these be stored again, unless another feed has taken them out as well. */
  liftRemovals(ids: readonly ReviewId[], feed: string): Promise<void>;
  /** What a feed took out for a reason on which people may differ. */
  debatableRemovals(feed: string): Promise<readonly ReviewId[]>;
  /** Makes these all that a feed says of brands. */
  replaceBrands(feed: string, rows: readonly DailyBrandRow[]): Promise<void>;
  changeBrands(
    feed: string,
    changes: { readonly rows: readonly DailyBrandRow[]; readonly gone: readonly string[] },
  ): Promise<void>;
  removeBrands(feed: string): Promise<void>;
  /** Makes these all keys that a feed calls official. */
  replaceOfficialKeys(feed: string, keys: readonly OfficialKey[]): Promise<void>;
  /** Keeps what a bucket said of a brand, in place of what it had said before. */
  saveBucketBrand(row: BucketBrandRow): Promise<void>;
  /** Drops all that came from the buckets of a feed. */
  removeBucketBrands(feed: string): Promise<void>;
  /** Feeds that say something of brands, in their daily file or a bucket. */
  feedsWithBrands(): Promise<readonly string[]>;
}

/** Where a subject belongs, or `undefined` where it has no reading form (its own text is the key then). */
export type PlaceSubject = (subject: string) => Place | undefined;
