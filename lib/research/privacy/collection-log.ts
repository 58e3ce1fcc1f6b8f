import type { ResearchDatabase } from "../../db/research.ts";
import type { CollectionId, CollectionLog } from "../../model/research/collection.ts";

const nothing: CollectionLog = { erased: [], expired: 0, gone: 0, changes: [] };

/** Writes into a collection's log; does nothing where the collection is gone. */
export async function changeLog(
  db: ResearchDatabase,
  collection: CollectionId,
  change: (log: CollectionLog) => CollectionLog,
): Promise<void> {
  const row = await db.collections.get(collection);
  if (row) await db.collections.put({ ...row, log: change(row.log ?? nothing) });
}
