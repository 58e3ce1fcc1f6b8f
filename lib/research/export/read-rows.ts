import { Dexie } from "dexie";
import type { ResearchDatabase } from "../../db/research.ts";
import { CancelledError } from "../../errors.ts";
import type { Coding } from "../../model/research/coding.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import type { ExportRow } from "./export-row.ts";

/** Items read at once. */
const batchSize = 500;

/**
 * The items of a collection with their codings, some at a time.
 *
 * @param seqs - Which, in the order in which they come; none: all, as they were collected. One that has been deleted
 * since is left out.
 * @throws {CancelledError} Once `signal` says so.
 */
export async function* readRows(
  db: ResearchDatabase,
  collection: CollectionId,
  seqs: ArrayLike<number> | undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly ExportRow[]> {
  const coded = await codedSeqs(db, collection);
  for await (const batch of seqs ? chosen(seqs) : everything(db, collection)) {
    if (signal.aborted) throw new CancelledError();
    yield await rowsOf(db, collection, batch, coded);
  }
}

async function* chosen(seqs: ArrayLike<number>): AsyncGenerator<readonly number[]> {
  for (let from = 0; from < seqs.length; from += batchSize) {
    yield Array.from({ length: Math.min(batchSize, seqs.length - from) }, (_, at) => seqs[from + at] ?? 0);
  }
}

async function* everything(
  db: ResearchDatabase,
  collection: CollectionId,
): AsyncGenerator<readonly number[]> {
  let after = 0;
  for (;;) {
    const batch = await db.items
      .where("[collection+seq]")
      .between([collection, after], [collection, Dexie.maxKey], false)
      .limit(batchSize)
      .primaryKeys();
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    after = last;
  }
}

/**
 * Of which items each coder has said something: a look at every item's codings would cost more than the items. Held as
 * numbers alone; people make thousands of codings, not millions.
 */
async function codedSeqs(
  db: ResearchDatabase,
  collection: CollectionId,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const keys = await db.codings
    .where("[collection+coder]")
    .between([collection, Dexie.minKey], [collection, Dexie.maxKey])
    .primaryKeys();
  const byCoder = new Map<string, Set<number>>();
  for (const [seq, coder] of keys) {
    const seqs = byCoder.get(coder) ?? new Set();
    byCoder.set(coder, seqs.add(seq));
  }
  return byCoder;
}

async function rowsOf(
  db: ResearchDatabase,
  collection: CollectionId,
  seqs: readonly number[],
  coded: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<ExportRow[]> {
  const pairs = [...coded].flatMap(([coder, of]) =>
    seqs.filter((seq) => of.has(seq)).map((seq): [number, string] => [seq, coder]),
  );
  const [items, codings] = await Promise.all([
    db.items.bulkGet([...seqs]),
    pairs.length > 0 ? db.codings.bulkGet(pairs) : [],
  ]);
  const bySeq = new Map<number, Coding[]>();
  for (const coding of codings) {
    if (coding) bySeq.set(coding.seq, [...(bySeq.get(coding.seq) ?? []), coding]);
  }
  return items
    .filter((item) => item?.collection === collection)
    .filter((item) => item !== undefined)
    .map((item) => ({ item, codings: bySeq.get(item.seq) ?? [] }));
}
