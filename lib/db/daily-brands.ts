import { Dexie } from "dexie";
import type { CommunityDatabase } from "./community.ts";
import type { DailyBrandRow } from "./talk-rows.ts";

/** What the newest daily file of each feed says of a brand. */
export async function dailyBrandsOf(
  db: CommunityDatabase,
  brandId: string,
): Promise<readonly DailyBrandRow[]> {
  return db.dailyBrands
    .where("[brandId+feed]")
    .between([brandId, Dexie.minKey], [brandId, Dexie.maxKey])
    .toArray();
}
