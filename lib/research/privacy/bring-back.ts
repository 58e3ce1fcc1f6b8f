import { itemTables, restoreItems, type DeletedItems } from "../../db/research-items.ts";
import { withDatabaseErrors } from "../../db/database-error.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import type { Collection } from "../../model/research/collection.ts";

/**
 * Brings back what a person deleted a moment ago, unless the collection is gone, or protects people otherwise by now:
 * somebody who was taken out meanwhile must not come back with what was deleted before.
 *
 * @param before - The collection as it was when its items were deleted.
 * @returns Whether they are back.
 * @throws {DatabaseError} `quota`: none of them is.
 */
export async function bringBack(
  db: ResearchDatabase,
  before: Collection,
  deleted: readonly DeletedItems[],
): Promise<boolean> {
  return withDatabaseErrors(() =>
    db.transaction("rw", [db.collections, ...itemTables(db)], async () => {
      const now = await db.collections.get(before.id);
      if (!now || protectionOf(now) !== protectionOf(before)) return false;
      for (const batch of deleted) await restoreItems(db, batch);
      return true;
    }),
  );
}

function protectionOf({ privacy, log }: Collection): string {
  const erased = (log?.erased ?? []).map(({ at, pseudonyms }) => [at, pseudonyms]);
  return JSON.stringify([privacy, erased]);
}
