import type { Kysely, Transaction } from "kysely";
import type { Database } from "./database.ts";
import { lockSequence } from "./sequence.ts";
import type { FeedSegmentTable, RemovalTable, Tables } from "./tables.ts";

export interface NumberedToken {
  readonly n: number;
  readonly jwt: string;
}

/** Where the data stands: both numbers together say whether anything that is published has changed. */
export interface HubState {
  /** Last sequence number given. */
  readonly sequence: number;
  /** Goes up with every removal and restoration. */
  readonly revision: number;
}

export async function readState({ kysely }: Database): Promise<HubState> {
  const rows = await kysely.selectFrom("hub_state").selectAll().execute();
  const valueOf = (name: string): number => rows.find((row) => row.name === name)?.value ?? 0;
  return { sequence: valueOf("sequence"), revision: valueOf("revision") };
}

/** Tokens with `after < n <= through`, in commit order. */
export async function readTokens(
  kysely: Kysely<Tables> | Transaction<Tables>,
  range: { readonly after: number; readonly through?: number; readonly limit: number },
): Promise<readonly NumberedToken[]> {
  let query = kysely.selectFrom("reviews").select(["seq as n", "jwt"]).where("seq", ">", range.after);
  if (range.through !== undefined) query = query.where("seq", "<=", range.through);
  return query.orderBy("seq").limit(range.limit).execute();
}

export async function readSegments({ kysely }: Database): Promise<readonly FeedSegmentTable[]> {
  return kysely.selectFrom("feed_segments").selectAll().orderBy("number").execute();
}

export async function readRemovals({ kysely }: Database): Promise<readonly RemovalTable[]> {
  return kysely.selectFrom("removals").selectAll().orderBy("day").orderBy("id").execute();
}

/** Keeps the signed record of a removal or a restoration that had none. */
export async function keepRecord(
  { kysely }: Database,
  table: "removals" | "restorations",
  id: string,
  record: string,
): Promise<void> {
  await kysely.updateTable(table).set({ record }).where("id", "=", id).execute();
}

/**
 * Makes the record of one full segment from its tokens. Under the writers' lock, so that no removal can come
 * between reading the tokens and keeping their hash.
 */
export async function recordSegment(
  { kysely }: Database,
  number: number,
  range: { readonly after: number; readonly through: number },
  measure: (tokens: readonly NumberedToken[]) => Pick<FeedSegmentTable, "bytes" | "sha256">,
): Promise<void> {
  await kysely.transaction().execute(async (trx) => {
    await lockSequence(trx);
    const tokens = await readTokens(trx, { ...range, limit: range.through - range.after });
    const segment = { number, count: tokens.length, ...measure(tokens) };
    await trx
      .insertInto("feed_segments")
      .values(segment)
      .onConflict((conflict) => conflict.column("number").doUpdateSet(segment))
      .execute();
  });
}
