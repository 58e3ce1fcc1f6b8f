import { Dexie, RangeSet } from "dexie";
import { withDatabaseErrors } from "./database-error.ts";

/** What is used of a database: its full type, with every table's, is too deep to compare. */
interface Deletable {
  delete(options: { disableAutoOpen: boolean }): PromiseLike<void>;
}

/**
 * Deletes databases from the disk, keys and drafts included. Other pages and the worker let go by themselves;
 * whoever asks next begins with empty ones.
 */
export async function deleteEverything(databases: readonly Deletable[]): Promise<void> {
  await withDatabaseErrors(async () => {
    for (const database of databases) await database.delete({ disableAutoOpen: false });
  });
  // A deletion changes no row, so no live query would notice: open pages would go on showing what is gone.
  Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
}
