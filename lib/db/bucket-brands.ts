import { Dexie } from "dexie";
import type { CommunityDatabase } from "./community.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { BucketBrandRow } from "./talk-rows.ts";

/** Longer than this nothing is shown of a bucket: feeds change daily. */
export const bucketLifetimeMs = 7 * 24 * 3_600_000;

/** What presses have brought of a brand from the buckets of feeds. */
export async function bucketBrandsOf(
  db: CommunityDatabase,
  brandId: string,
): Promise<readonly BucketBrandRow[]> {
  return withDatabaseErrors(() => rowsOf(db, brandId).toArray());
}

export async function putBucketBrand(db: CommunityDatabase, row: BucketBrandRow): Promise<void> {
  await db.bucketBrands.put(row);
}

/** Takes out all that came from the buckets of a feed. */
export async function removeBucketBrands(db: CommunityDatabase, feed: string): Promise<void> {
  await db.bucketBrands.where("feed").equals(feed).delete();
}

/** What was read before `oldestMs` goes. */
export async function expireBucketBrands(db: CommunityDatabase, oldestMs: number): Promise<void> {
  await db.bucketBrands.where("readAt").below(oldestMs).delete();
}

/** What was read since a moment goes: it tells which brand a person looked at. */
export async function forgetBucketBrandsSince(db: CommunityDatabase, sinceMs: number): Promise<void> {
  await db.bucketBrands.where("readAt").aboveOrEqual(sinceMs).delete();
}

export async function forgetBucketBrandsOf(db: CommunityDatabase, brandId: string): Promise<void> {
  await rowsOf(db, brandId).delete();
}

function rowsOf(db: CommunityDatabase, brandId: string): ReturnType<typeof db.bucketBrands.toCollection> {
  return db.bucketBrands.where("[brandId+feed]").between([brandId, Dexie.minKey], [brandId, Dexie.maxKey]);
}
