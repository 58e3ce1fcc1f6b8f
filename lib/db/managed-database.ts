import { Dexie, type DexieOptions, type PromiseExtended } from "dexie";
import { databaseErrorOf } from "./database-error.ts";

/**
 * Dexie answers a database that is newer than the code by opening it without a version and, where tables are
 * missing, by adding them. Here the second attempt asks for version 1, which is older than any of ours
 * (Dexie counts in tens) and so is refused again, with nothing touched.
 */
const strictIndexedDb = {
  open: (name: string, version?: number): IDBOpenDBRequest => globalThis.indexedDB.open(name, version ?? 1),
  deleteDatabase: (name: string): IDBOpenDBRequest => globalThis.indexedDB.deleteDatabase(name),
  databases: (): Promise<IDBDatabaseInfo[]> => globalThis.indexedDB.databases(),
  cmp: (first: IDBValidKey, second: IDBValidKey): number => globalThis.indexedDB.cmp(first, second),
};

/** A database that refuses newer data and steps aside for newer code and for deletion. */
export class ManagedDatabase extends Dexie {
  constructor(name: string, options: Pick<DexieOptions, "chromeTransactionDurability">) {
    super(name, { ...options, indexedDB: strictIndexedDb, IDBKeyRange: globalThis.IDBKeyRange });
    this.on("versionchange", (event: IDBVersionChangeEvent) => {
      // A newer Backtalk upgrades, or somebody deletes everything: holding on would block them for ever. After a
      // deletion the next query may begin afresh; after an upgrade this code no longer fits.
      this.close({ disableAutoOpen: event.newVersion !== null });
      return false;
    });
  }

  /** @throws {DatabaseError} `newer` where what is on disk was written by newer code, `unavailable`, `quota`. */
  override open(): PromiseExtended<Dexie> {
    return super.open().catch((error: unknown) => {
      throw databaseErrorOf(error) ?? error;
    });
  }
}
