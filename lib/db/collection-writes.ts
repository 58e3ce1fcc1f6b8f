import type { Collection, CollectionId, DataStatement } from "../model/research/collection.ts";
import { ok, type Result } from "../model/result.ts";
import { databaseErrorOf } from "./database-error.ts";
import type { ResearchDatabase } from "./research.ts";

/** Stores a new collection. */
export async function addCollection(db: ResearchDatabase, collection: Collection): Promise<Result<void>> {
  return storing(() => db.collections.add(collection));
}

/** Stores one field of a data statement as it stands; nothing happens where the collection is gone. */
export async function changeStatement(
  db: ResearchDatabase,
  id: CollectionId,
  change: Partial<DataStatement>,
): Promise<Result<void>> {
  return storing(() =>
    db.transaction("rw", [db.collections], async () => {
      const collection = await db.collections.get(id);
      if (!collection) return;
      await db.collections.put({ ...collection, statement: { ...collection.statement, ...change } });
    }),
  );
}

async function storing(write: () => PromiseLike<unknown>): Promise<Result<void>> {
  try {
    await write();
    return ok(undefined);
  } catch (cause) {
    const fault = databaseErrorOf(cause);
    if (!fault) throw cause;
    return { ok: false, error: fault.problem };
  }
}
