import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
} from "kysely";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

/** How long a writer waits for another program's transaction, in milliseconds. */
const patienceMs = 15_000;

/** Most statements that stay prepared. Filters combine into a few hundred shapes at most. */
const preparedLimit = 200;

/**
 * Node's own SQLite. No native module to build; opens in milliseconds.
 *
 * @param path - A file, or `:memory:`.
 */
export function openSqlite(path: string): Database {
  const database = new DatabaseSync(path, { timeout: 2000 });
  // FULL: what was answered with 200 survives a power cut. The cost is shared, see batcher.ts. Secure delete: what an
  // operator removes is overwritten, not only forgotten.
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma secure_delete = on;
    pragma cache_size = -65536;
    pragma temp_store = memory;
    pragma busy_timeout = 10;
  `);
  return {
    kysely: new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: adapt(database) }) }),
    engine: "sqlite",
  };
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
}

/**
 * Takes the write lock when a transaction begins, where waiting is harmless: a lock that is only found taken
 * half-way cannot be waited for. Waits without blocking, since SQLite's own waiting would stop the process,
 * and with it whoever holds the lock in the same process.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw("begin immediate"));
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      }
      await sleep(5 + Math.random() * 15);
    }
  }
}

/** @see https://sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === 5;
}

/** Gives `node:sqlite` the few methods that kysely's dialect asks for, and keeps statements prepared. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      prepared.clear();
      database.close();
    },
    prepare(text) {
      let statement = prepared.get(text);
      if (statement) prepared.delete(text);
      else statement = adaptStatement(database.prepare(text));
      prepared.set(text, statement);
      const oldest = prepared.keys().next();
      if (prepared.size > preparedLimit && !oldest.done) prepared.delete(oldest.value);
      return statement;
    },
  };
}

function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
  };
}
