import { Dexie } from "dexie";
import type { CommunityDatabase } from "./community.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { DailyBrandRow } from "./talk-rows.ts";

/** Rows of a write: short enough that open pages do not wait for it. */
const chunk = 500;

/** Whether any daily file tells of any brand. */
export async function hasDailyBrands(db: CommunityDatabase): Promise<boolean> {
  return (await db.dailyBrands.limit(1).count()) > 0;
}

/** What the newest daily file of each feed says of a brand. */
export async function dailyBrandsOf(
  db: CommunityDatabase,
  brandId: string,
): Promise<readonly DailyBrandRow[]> {
  return withDatabaseErrors(() =>
    db.dailyBrands
      .where("[brandId+feed]")
      .between([brandId, Dexie.minKey], [brandId, Dexie.maxKey])
      .toArray(),
  );
}

/**
 * Makes these the rows of a feed: brands that are not among them go. In chunks, so a worker killed half-way leaves a
 * mixture; doing it again ends it.
 */
export async function replaceDailyBrands(
  db: CommunityDatabase,
  feed: string,
  rows: readonly DailyBrandRow[],
): Promise<void> {
  const named = new Set(rows.map(({ brandId }) => brandId));
  const stored = await db.dailyBrands.where("feed").equals(feed).primaryKeys();
  const gone = stored.filter(([brandId]) => !named.has(brandId));
  await changeDailyBrands(db, feed, { rows, gone: gone.map(([brandId]) => brandId) });
}

/** Puts the rows that are new or changed, and takes out the brands that are gone. */
export async function changeDailyBrands(
  db: CommunityDatabase,
  feed: string,
  { rows, gone }: { readonly rows: readonly DailyBrandRow[]; readonly gone: readonly string[] },
): Promise<void> {
  for (let at = 0; at < rows.length; at += chunk) await db.dailyBrands.bulkPut(rows.slice(at, at + chunk));
  for (let at = 0; at < gone.length; at += chunk)
    await db.dailyBrands.bulkDelete(
      gone.slice(at, at + chunk).map((brandId): [string, string] => [brandId, feed]),
    );
}

/** Takes out all that a feed said of brands. */
export async function removeDailyBrands(db: CommunityDatabase, feed: string): Promise<void> {
  await db.dailyBrands.where("feed").equals(feed).delete();
}
