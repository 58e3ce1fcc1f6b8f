import { putBucketBrand, removeBucketBrands } from "../db/bucket-brands.ts";
import type { CommunityDatabase } from "../db/community.ts";
import { changeDailyBrands, removeDailyBrands, replaceDailyBrands } from "../db/daily-brands.ts";
import { feedsWithWords } from "../db/feed-words.ts";
import { replaceOfficialKeys } from "../db/official-keys.ts";
import { debatableRemovals, liftRemovals } from "../db/removed.ts";
import { removeReviews, storeReviews } from "../db/store-reviews.ts";
import { cursorOf, saveCursor } from "../db/sync-state.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { FeedState, ServerState } from "./state.ts";
import type { SyncStorage } from "./storage.ts";

/**
 * Syncing into the community database.
 *
 * @param onMoved - Reviews of these subjects have changed.
 */
export function communityStorage(
  db: CommunityDatabase,
  onMoved: (keys: readonly SubjectKey[]) => Promise<void> = async () => undefined,
): SyncStorage {
  return {
    // Only this module writes these rows, in the fuller shape that it reads back.
    state: async (id) => (await cursorOf(db, id)) as FeedState | ServerState | undefined,
    saveState: (state) => saveCursor(db, state),
    storeReviews: async (reviews, asOf) => onMoved((await storeReviews(db, reviews, { asOf })).moved),
    removeReviews: async (removals, asOf) => void (await removeReviews(db, removals, { asOf })),
    liftRemovals: async (ids, feed) => void (await liftRemovals(db, ids, feed)),
    debatableRemovals: (feed) => debatableRemovals(db, feed),
    replaceBrands: (feed, rows) => replaceDailyBrands(db, feed, rows),
    changeBrands: (feed, changes) => changeDailyBrands(db, feed, changes),
    removeBrands: (feed) => removeDailyBrands(db, feed),
    replaceOfficialKeys: (feed, keys) => replaceOfficialKeys(db, feed, keys),
    saveBucketBrand: (row) => putBucketBrand(db, row),
    removeBucketBrands: (feed) => removeBucketBrands(db, feed),
    feedsWithBrands: () => feedsWithWords(db),
  };
}
