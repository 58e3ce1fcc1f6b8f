import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import { Pool, TypeOverrides } from "pg";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

/** `pg` hands 64-bit integers over as strings. Ours stay below 2^53: sequence numbers, seconds, counts. */
const int8Oid = 20;

export interface PostgresOptions {
  /** Most connections at once. */
  readonly connections?: number;
  /** A query that takes longer is cancelled by the server, in milliseconds. */
  readonly statementTimeoutMs?: number;
}

/** @param url - `postgres://user:password@host/database`, or anything else that `pg` understands. */
export function openPostgres(url: string, options: PostgresOptions = {}): Database {
  const types = new TypeOverrides();
  types.setTypeParser(int8Oid, Number);
  const pool = new Pool({
    connectionString: url,
    max: options.connections ?? 10,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    types,
  });
  // An idle connection that breaks is replaced on next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  return fromPostgresPool(pool);
}

/** For PGlite in tests, which speaks the same dialect through the same three methods. */
export function fromPostgresPool(pool: PostgresPool): Database {
  return { kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), engine: "postgres" };
}
