import { bucketBrandsOf } from "./bucket-brands.ts";
import type { CommunityDatabase } from "./community.ts";
import { dailyBrandsOf } from "./daily-brands.ts";
import type { BucketBrandRow, DailyBrandRow } from "./talk-rows.ts";

/** What a feed says of a brand; with `readAt` where a press brought it. */
export type FeedWords = DailyBrandRow & Partial<Pick<BucketBrandRow, "readAt">>;

/** All that feeds say of a brand here, for the person to read: their daily files, and what presses brought. */
export async function feedWordsOf(db: CommunityDatabase, brandId: string): Promise<readonly FeedWords[]> {
  const [daily, pressed] = await Promise.all([dailyBrandsOf(db, brandId), bucketBrandsOf(db, brandId)]);
  return [...daily, ...pressed.filter((row) => !isEmpty(row))];
}

/** Feeds of which anything is kept that they said of brands: in a daily file, in a bucket, or of official keys. */
export async function feedsWithWords(db: CommunityDatabase): Promise<readonly string[]> {
  const kept = [db.dailyBrands, db.bucketBrands, db.officialKeys].map((table) =>
    table.orderBy("feed").uniqueKeys(),
  );
  return [...new Set((await Promise.all(kept)).flat() as string[])];
}

/** Whether a row only says that a bucket had nothing. */
export function isEmpty({ facts, threads, titles }: DailyBrandRow): boolean {
  return facts.length + titles.length + Object.keys(threads).length === 0;
}
