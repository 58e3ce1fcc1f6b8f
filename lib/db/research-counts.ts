import { Dexie } from "dexie";
import type { CollectionId } from "../model/research/collection.ts";
import type { ResearchDatabase } from "./research.ts";

/** Items in a collection. Reads an index through: never in a live query. */
export async function itemCount(db: ResearchDatabase, collection: CollectionId): Promise<number> {
  return db.items
    .where("[collection+seq]")
    .between([collection, Dexie.minKey], [collection, Dexie.maxKey])
    .count();
}

/** Where a collection's items stand: another answer means that some were added, changed or deleted. Cheap to follow. */
export async function itemsMark(db: ResearchDatabase, collection: CollectionId): Promise<string> {
  const newest = (table: "items" | "changes", key: string): Promise<unknown[]> =>
    db[table]
      .where(key)
      .between([collection, Dexie.minKey], [collection, Dexie.maxKey])
      .reverse()
      .limit(1)
      .primaryKeys();
  const [item, change] = await Promise.all([
    newest("items", "[collection+seq]"),
    newest("changes", "[collection+n]"),
  ]);
  return `${String(item)} ${String(change)}`;
}
