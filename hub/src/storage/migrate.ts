import { sql } from "kysely";
import type { Database, Work } from "./database.ts";
import { migrations as ours } from "./migrations/index.ts";

/** The database was written by a newer hub. Nothing was touched. */
class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
  constructor(found: number, known: number) {
    super(`The database has version ${found}, this hub knows ${known}. Update the hub.`);
  }
}

/** Any number, as long as no other program locks the same one: the first four bytes of "backtalk hub". */
const migrationLock = 0x62_61_63_6b;

/**
 * Brings the database to the newest version. Each migration and its version number are one transaction, so
 * a crash leaves a version that exists. Several hubs may start at once: one migrates, the others wait.
 *
 * @throws {NewerDatabaseError}
 */
export async function migrate({ kysely, engine }: Database, migrations = ours): Promise<void> {
  let finished = false;
  while (!finished) {
    finished = await kysely.transaction().execute((trx) => step({ trx, engine }, migrations));
  }
}

/** Applies the next migration. Returns whether there was none left. */
async function step({ trx, engine }: Work, migrations: typeof ours): Promise<boolean> {
  await lock({ trx, engine });
  const found = await trx.selectFrom("schema_version").select("version").executeTakeFirst();
  const version = found?.version ?? 0;
  if (version > migrations.length) throw new NewerDatabaseError(version, migrations.length);
  const next = migrations[version];
  if (!next) return true;
  await next({ trx, engine });
  await trx.deleteFrom("schema_version").execute();
  await trx
    .insertInto("schema_version")
    .values({ version: version + 1 })
    .execute();
  return false;
}

/** SQLite is locked by the transaction itself, see sqlite.ts. */
async function lock({ trx, engine }: Work): Promise<void> {
  if (engine === "postgres") {
    // An index over a large table takes longer than any request may.
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx);
  }
  await trx.schema
    .createTable("schema_version")
    .ifNotExists()
    .addColumn("version", "integer", (column) => column.notNull())
    .execute();
}
