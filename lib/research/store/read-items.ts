import { Dexie } from "dexie";
import type { ResearchDatabase } from "../../db/research.ts";
import type { Coding } from "../../model/research/coding.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import type { ResearchItem } from "../../model/research/item.ts";

/** Whose index is read or made. */
export interface IndexOwner {
  readonly collection: CollectionId;
  /** Whose codings count. */
  readonly coder: string;
}

/** An item, and what the index's coder said of it. */
export interface CodedItem {
  readonly item: ResearchItem;
  readonly coding: Coding | undefined;
}

/** Rows that are read at once. */
const mostRows = 2048;

/** Items of a collection with numbers in a range, both ends inclusive, in order; in the caller's transaction. */
export async function eachItem(
  db: ResearchDatabase,
  { collection, coder }: IndexOwner,
  [from, to]: readonly [number, number],
  take: (item: CodedItem) => void,
): Promise<void> {
  for (let start = from; start <= to; start += mostRows) {
    const end = Math.min(to, start + mostRows - 1);
    // Going by number alone is several times faster than by collection and number, but reads others' items as well.
    const isAny = await db.items
      .where("[collection+seq]")
      .between([collection, start], [collection, end], true, true)
      .limit(1)
      .primaryKeys();
    if (isAny.length === 0) continue;
    const [items, codings] = await Promise.all([
      db.items.where(":id").between(start, end, true, true).toArray(),
      db.codings
        .where("[seq+coder]")
        .between([start, Dexie.minKey], [end, Dexie.maxKey])
        .filter((coding) => coding.coder === coder)
        .toArray(),
    ]);
    const bySeq = new Map(codings.map((coding) => [coding.seq, coding]));
    for (const item of items) {
      if (item.collection === collection) take({ item, coding: bySeq.get(item.seq) });
    }
  }
}

/** Items by their numbers, as they stand now; those that are gone are not among them. */
export async function itemsAt(
  db: ResearchDatabase,
  { coder }: IndexOwner,
  seqs: readonly number[],
): Promise<CodedItem[]> {
  const [items, codings] = await Promise.all([
    db.items.bulkGet([...seqs]),
    db.codings.bulkGet(seqs.map((seq): [number, string] => [seq, coder])),
  ]);
  return items.flatMap((item, index) => (item ? [{ item, coding: codings[index] }] : []));
}

/** The lowest and the highest number in a collection. */
export async function seqRange(
  db: ResearchDatabase,
  collection: CollectionId,
): Promise<readonly [number, number] | undefined> {
  const all = () =>
    db.items.where("[collection+seq]").between([collection, Dexie.minKey], [collection, Dexie.maxKey]);
  const [[first], [last]] = await Promise.all([
    all().limit(1).primaryKeys(),
    // oxlint-disable-next-line unicorn/no-array-reverse -- no array
    all().reverse().limit(1).primaryKeys(),
  ]);
  return first === undefined || last === undefined ? undefined : [first, last];
}

/** Changes of a collection after one of them, in order. */
export async function changesAfter(
  db: ResearchDatabase,
  collection: CollectionId,
  n: number,
  limit: number,
): Promise<readonly { readonly n: number; readonly seq: number }[]> {
  return db.changes
    .where("[collection+n]")
    .between([collection, n], [collection, Dexie.maxKey], false)
    .limit(limit)
    .toArray();
}

/** Number of the newest change; zero where there was none. */
export async function newestChange(db: ResearchDatabase, collection: CollectionId): Promise<number> {
  const [n] = await db.changes
    .where("[collection+n]")
    .between([collection, Dexie.minKey], [collection, Dexie.maxKey])
    // oxlint-disable-next-line unicorn/no-array-reverse -- no array
    .reverse()
    .limit(1)
    .primaryKeys();
  return n ?? 0;
}
