import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

export type Engine = "sqlite" | "postgres";

/** An open database. */
export interface Database {
  readonly kysely: Kysely<Tables>;
  readonly engine: Engine;
}

/** A transaction, and which dialect it speaks where the two differ. */
export interface Work {
  readonly trx: Transaction<Tables>;
  readonly engine: Engine;
}
