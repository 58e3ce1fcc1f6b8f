import type { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import type { Database } from "../src/storage/database.ts";
import { migrate } from "../src/storage/migrate.ts";
import { fromPostgresPool, openPostgres } from "../src/storage/postgres.ts";
import { openSqlite } from "../src/storage/sqlite.ts";

/** A kind of database that the storage contract is tested on. */
export interface TestDatabase {
  readonly name: string;
  /** A fresh one without any table. */
  openEmpty(): Promise<Database>;
  /** One with no row in it, where that is quicker to come by than a fresh one. */
  openCleared?(): Promise<Database>;
  stop?(): Promise<void>;
}

/** One that another program could have open as well. */
export interface SharedTestDatabase extends TestDatabase {
  /** A second, independent connection to what was opened last. */
  again(): Promise<Database>;
}

export function sqliteInMemory(): TestDatabase {
  return { name: "SQLite in memory", openEmpty: async () => openSqlite(":memory:") };
}

export function sqliteFile(newPath: () => string): SharedTestDatabase {
  let path = "";
  return {
    name: "SQLite in a file",
    openEmpty: async () => openSqlite((path = newPath())),
    again: async () => openSqlite(path),
  };
}

/** PostgreSQL compiled to WebAssembly: one process, one connection, the real dialect. */
export function pglite(): TestDatabase {
  let started: Promise<PGlite> | undefined;
  const open = async (statements: string): Promise<Database> => {
    started ??= startPglite();
    const database = await started;
    await database.exec(statements);
    return fromPostgresPool(poolOf(database));
  };
  return {
    name: "PGlite",
    openEmpty: () => open("drop schema public cascade; create schema public"),
    async openCleared() {
      const database = await open("");
      await migrate(database);
      await (await started)?.exec(clearing);
      return database;
    },
    async stop() {
      await (await started)?.close();
    },
  };
}

const clearing = `truncate reviews, authors, removals, withheld, restorations, holds, held, dismissals, feed_segments;
  update hub_state set value = 0;`;

async function startPglite(): Promise<PGlite> {
  const [{ PGlite }, { pg_trgm: trigrams }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite/contrib/pg_trgm"),
  ]);
  return PGlite.create({ extensions: { pg_trgm: trigrams } });
}

/** One connection that is lent to one borrower at a time. */
function poolOf(database: PGlite): Parameters<typeof fromPostgresPool>[0] {
  let free: Promise<void> = Promise.resolve();
  return {
    async connect() {
      const before = free;
      const { promise, resolve } = Promise.withResolvers<void>();
      free = promise;
      await before;
      return {
        async query<R>(text: unknown, parameters?: readonly unknown[]) {
          const result = await database.query<R>(String(text), [...(parameters ?? [])]);
          return { command: commandOf(text), rowCount: result.affectedRows ?? 0, rows: result.rows };
        },
        release: resolve,
      } as never;
    },
    end: async () => undefined,
  };
}

/** The pool's results name the statement; kysely counts rows by it. */
function commandOf(text: unknown): string {
  return (/^\s*(\w+)/.exec(String(text))?.[1] ?? "").toUpperCase();
}

/** A schema of its own on a real server, dropped at the end. */
export function postgresServer(url: string): SharedTestDatabase {
  const schema = `hub_test_${process.pid}_${Date.now().toString(36)}`;
  const withSchema = new URL(url);
  withSchema.searchParams.set("options", `-c search_path=${schema},public`);
  const run = async (...statements: string[]): Promise<void> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  return {
    name: "PostgreSQL",
    async openEmpty() {
      await run(
        "create extension if not exists pg_trgm schema public",
        `drop schema if exists ${schema} cascade`,
        `create schema ${schema}`,
      );
      return openPostgres(withSchema.href);
    },
    again: async () => openPostgres(withSchema.href),
    stop: () => run(`drop schema if exists ${schema} cascade`),
  };
}
