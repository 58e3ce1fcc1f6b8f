import type { ResearchDatabase } from "../../lib/db/research.ts";
import { putCodings } from "../../lib/db/research-items.ts";
import type { Coding } from "../../lib/model/research/coding.ts";
import type { Collection } from "../../lib/model/research/collection.ts";

/** Rows a transaction. */
const step = 500;

/**
 * Gives many items a code, or takes it from them, for the collection's own coder; what else was said of them stays.
 *
 * @param onStep - How many are done.
 */
export async function codeMany(
  db: ResearchDatabase,
  { coder, codebook, id }: Collection,
  what: { readonly seqs: readonly number[]; readonly code: string; readonly isTaken: boolean },
  onStep: (done: number) => void = () => undefined,
): Promise<void> {
  for (let from = 0; from < what.seqs.length; from += step) {
    const seqs = what.seqs.slice(from, from + step);
    const before = await db.codings.bulkGet(seqs.map((seq): [number, string] => [seq, coder]));
    const codings = seqs.map((seq, index): Coding => {
      const { codes = [], note = "", ...rest } = before[index] ?? {};
      const others = codes.filter((code) => code !== what.code);
      return Object.assign({}, rest, {
        collection: id,
        seq,
        coder,
        codes: what.isTaken ? others : [...others, what.code],
        note,
        codebook: codebook.version,
        at: Date.now(),
      });
    });
    await putCodings(db, codings);
    onStep(Math.min(from + step, what.seqs.length));
  }
}
