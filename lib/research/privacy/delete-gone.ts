import { withDatabaseErrors } from "../../db/database-error.ts";
import { deleteItems } from "../../db/research-items.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import { changeLog } from "./collection-log.ts";
import { itemsAfter } from "./items-after.ts";

/** Deletes the items whose posts were seen deleted, as their authors wanted. @returns How many. */
export async function deleteGone(db: ResearchDatabase, collection: CollectionId): Promise<number> {
  let deleted = 0;
  for await (const items of itemsAfter(db, collection)) {
    const gone = items.filter(({ recheck }) => recheck?.found === "gone").map(({ seq }) => seq);
    if (gone.length === 0) continue;
    await withDatabaseErrors(() =>
      db.transaction("rw", db.tables, async () => {
        await deleteItems(db, gone);
        await changeLog(db, collection, (log) => ({ ...log, gone: log.gone + gone.length }));
      }),
    );
    deleted += gone.length;
  }
  return deleted;
}
