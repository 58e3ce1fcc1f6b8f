import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import { createStorage, type Storage } from "./storage.ts";

/**
 * Opens and migrates.
 *
 * @param where - `memory`, a `postgres://` address, or the path of an SQLite file, made if it is not there.
 * @throws {NewerDatabaseError} when a newer hub wrote it; whatever the database throws when it cannot be had.
 */
export async function openStorage(where: string): Promise<Storage> {
  const database = await openDatabase(where);
  try {
    await migrate(database);
  } catch (cause) {
    await database.kysely.destroy();
    throw cause;
  }
  return createStorage(database);
}

async function openDatabase(where: string): Promise<Database> {
  if (where === "memory") return openSqlite(":memory:");
  if (/^postgres(?:ql)?:/.test(where)) return openPostgres(where);
  await mkdir(dirname(where), { recursive: true });
  return openSqlite(where);
}
