import { Dexie } from "dexie";
import type { CommunityDatabase } from "./community.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { DailyBrandRow } from "./talk-rows.ts";

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
