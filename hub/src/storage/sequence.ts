import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * Takes the lock that every writer needs, and returns the last sequence number given.
 *
 * The row of the counter is the lock: it is held until the transaction ends. So numbers are given in commit
 * order and a reader that has seen N will never again find a number below it. A database sequence would not
 * do, because there a transaction may take a number and commit after a later one. Must be the first statement
 * of its transaction, so that what is read after it is what stands when it commits.
 */
export async function lockSequence(trx: Transaction<Tables>): Promise<number> {
  const { value } = await trx
    .updateTable("hub_state")
    .set((row) => ({ value: row.ref("value") }))
    .where("name", "=", "sequence")
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}

/** Says that what was published before holds no longer. */
export async function bumpRevision(trx: Transaction<Tables>): Promise<void> {
  await trx
    .updateTable("hub_state")
    .set((row) => ({ value: row("value", "+", 1) }))
    .where("name", "=", "revision")
    .execute();
}

export async function setSequence(trx: Transaction<Tables>, value: number): Promise<void> {
  await trx.updateTable("hub_state").set({ value }).where("name", "=", "sequence").execute();
}
