import { Dexie } from "dexie";

interface Addable<Row> {
  bulkAdd(rows: readonly Row[]): PromiseLike<unknown>;
}

/**
 * Adds the rows whose keys are free and leaves the others alone, in the transaction at hand. Where nearly all are
 * free, this costs a third less than asking first.
 *
 * @returns The rows that were added, and those whose key was taken.
 */
export async function addMissing<Row>(
  table: Addable<Row>,
  rows: readonly Row[],
): Promise<{ readonly added: readonly Row[]; readonly taken: readonly Row[] }> {
  try {
    if (rows.length > 0) await table.bulkAdd(rows);
    return { added: rows, taken: [] };
  } catch (error) {
    // The rows that fitted stay added, as long as this error goes no further.
    if (!(error instanceof Dexie.BulkError)) throw error;
    const { failures, failuresByPos } = error;
    if (failures.some(({ name }) => name !== "ConstraintError")) throw error;
    return {
      added: rows.filter((_, index) => !(index in failuresByPos)),
      taken: rows.filter((_, index) => index in failuresByPos),
    };
  }
}
