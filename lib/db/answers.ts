import { Dexie } from "dexie";
import type { CommunityDatabase } from "./community.ts";
import type { AnswerRow } from "./talk-rows.ts";

/** What places answered about a brand, whenever that was. */
export async function answersOf(db: CommunityDatabase, brandId: string): Promise<readonly AnswerRow[]> {
  return db.answers
    .where("[brandId+place]")
    .between([brandId, Dexie.minKey], [brandId, Dexie.maxKey])
    .toArray();
}
