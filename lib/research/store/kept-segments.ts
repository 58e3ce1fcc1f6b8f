import { segmentOf, segmentRows, segmentSize } from "../../db/research-segments.ts";
import type { BlockRow, ResearchDatabase } from "../../db/research.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import { indexedItem } from "./indexed-item.ts";
import { ItemTable } from "./item-table.ts";
import { changesAfter, eachItem, type IndexOwner, newestChange, seqRange } from "./read-items.ts";
import { searchedText } from "./searched-text.ts";
import {
  type PackedRows,
  packStamp,
  packTable,
  packWords,
  type Stamp,
  unpackStamp,
  unpackTable,
  unpackWords,
} from "./segment-bytes.ts";
import { WordBlockBuilder } from "./text/build-words.ts";
import type { WordBlock } from "./text/word-block.ts";

/** A part of an index as it was stored: its words are read when somebody searches. */
export interface KeptSegment {
  readonly stamp: Stamp;
  readonly rows: PackedRows;
}

/** A part made from the items. */
export interface BuiltSegment {
  readonly stamp: Stamp;
  readonly table: ItemTable;
  readonly words: WordBlock;
}

/** Name of the row that says up to which change the changes were deleted, being in all that is stored. */
const prunedName = "pruned";

/** Up to which change the rows of `changes` are gone. */
export async function prunedUpTo(db: ResearchDatabase, collection: CollectionId): Promise<number> {
  const row = await db.blocks.get([collection, prunedName]);
  return (row && unpackStamp(row.bytes)?.n) ?? 0;
}

/** What is stored of some segments, by number; those that have to be made are not among them. */
export async function keptSegments(
  db: ResearchDatabase,
  owner: IndexOwner,
  segments: readonly number[],
): Promise<ReadonlyMap<number, KeptSegment>> {
  return readKept(db, owner, segments, "columns", (stamp, bytes) => {
    const rows = unpackTable(bytes);
    return rows && { stamp, rows };
  });
}

/** The stored words of some segments, by number, where they are not older than what is known of these. */
export async function keptWords(
  db: ResearchDatabase,
  owner: IndexOwner,
  segments: readonly { readonly number: number; readonly n: number }[],
): Promise<ReadonlyMap<number, WordBlock>> {
  const known = new Map(segments.map(({ number, n }) => [number, n]));
  return readKept(db, owner, [...known.keys()], "words", ({ n }, bytes, number) =>
    n < (known.get(number) ?? 0) ? undefined : unpackWords(bytes),
  );
}

/** Several at once: a request to the database takes longer than what comes back. */
async function readKept<T>(
  db: ResearchDatabase,
  owner: IndexOwner,
  segments: readonly number[],
  what: "columns" | "words",
  read: (stamp: Stamp, bytes: ArrayBuffer, segment: number) => T | undefined,
): Promise<ReadonlyMap<number, T>> {
  const { collection } = owner;
  const column = what === "columns" ? 1 : 2;
  const [pruned, stamps, rows] = await db.transaction("r", db.blocks, async () =>
    Promise.all([
      prunedUpTo(db, collection),
      db.blocks.bulkGet(segments.map((number): [string, string] => [collection, segmentRows(number)[0]])),
      db.blocks.bulkGet(
        segments.map((number): [string, string] => [collection, segmentRows(number)[column]]),
      ),
    ]),
  );
  const found = new Map<number, T>();
  for (const [index, number] of segments.entries()) {
    const stamp = validStamp(stamps[index], owner, pruned);
    const row = rows[index];
    const value = stamp && row && read(stamp, row.bytes, number);
    if (value) found.set(number, value);
  }
  return found;
}

function validStamp(row: BlockRow | undefined, { coder }: IndexOwner, pruned: number): Stamp | undefined {
  const stamp = row && unpackStamp(row.bytes);
  return stamp?.coder === coder && stamp.n >= pruned ? stamp : undefined;
}

/** Whether a segment is stored, and as of when. In the caller's transaction, or one of its own. */
export async function stampOf(
  db: ResearchDatabase,
  owner: IndexOwner,
  segment: number,
): Promise<Stamp | undefined> {
  const { collection } = owner;
  const row = await db.blocks.get([collection, segmentRows(segment)[0]]);
  return validStamp(row, owner, await prunedUpTo(db, collection));
}

/** Makes a segment from the items as they stand at one moment. */
export async function buildSegment(
  db: ResearchDatabase,
  owner: IndexOwner,
  segment: number,
): Promise<BuiltSegment> {
  const from = segment * segmentSize;
  const end = from + segmentSize - 1;
  return db.transaction("r", [db.items, db.codings, db.changes, db.blocks], async () => {
    const newest = await newestChange(db, owner.collection);
    const n = Math.max(newest, await prunedUpTo(db, owner.collection));
    const [, last] = (await seqRange(db, owner.collection)) ?? [0, 0];
    const table = new ItemTable();
    const words = new WordBlockBuilder();
    await eachItem(db, owner, [from, end], ({ item, coding }) => {
      table.names.learnBrands(item);
      table.append(indexedItem(item, coding));
      words.add({ place: item.seq - from, fields: searchedText(item, coding) });
    });
    return { stamp: { n, upTo: Math.min(end, last), coder: owner.coder }, table, words: words.build() };
  });
}

/**
 * Stores a segment, unless something in it has changed since: what somebody has deleted meanwhile must not come back.
 *
 * @returns Whether it is stored.
 */
export async function keepSegment(
  db: ResearchDatabase,
  owner: IndexOwner,
  segment: number,
  { stamp, table, words }: BuiltSegment,
): Promise<boolean> {
  const { collection } = owner;
  const [stampName, columnsName, wordsName] = segmentRows(segment);
  return db.transaction("rw", [db.blocks, db.changes, db.collections], async () => {
    // Nor what a collection held that is being deleted.
    if (!(await db.collections.get(collection))) return false;
    if (stamp.n < (await prunedUpTo(db, collection))) return false;
    const kept = await stampOf(db, owner, segment);
    if (kept && (kept.n > stamp.n || kept.upTo > stamp.upTo)) return false;
    if (await hasChanged(db, collection, segment, stamp.n)) return false;
    await db.blocks.bulkPut([
      { collection, name: stampName, bytes: packStamp(stamp) },
      { collection, name: columnsName, bytes: packTable(table) },
      { collection, name: wordsName, bytes: packWords(words) },
    ]);
    return true;
  });
}

/**
 * Deletes rows of `changes` that everything stored reflects.
 *
 * @param settled Segments in which nothing has changed since they were stored, up to change `n`.
 */
export async function pruneChanges(
  db: ResearchDatabase,
  owner: IndexOwner,
  segments: readonly number[],
  settled: ReadonlySet<number>,
  n: number,
): Promise<void> {
  const { collection, coder } = owner;
  await db.transaction("rw", [db.blocks, db.changes, db.collections], async () => {
    if (!(await db.collections.get(collection))) return;
    let pruned = n;
    for (const segment of segments) {
      const stamp = await stampOf(db, owner, segment);
      if (!stamp) continue;
      if (!settled.has(segment)) pruned = Math.min(pruned, stamp.n);
      else if (stamp.n < n) {
        const [name] = segmentRows(segment);
        await db.blocks.put({ collection, name, bytes: packStamp({ ...stamp, n }) });
      }
    }
    if (pruned <= (await prunedUpTo(db, collection))) return;
    await db.blocks.put({ collection, name: prunedName, bytes: packStamp({ n: pruned, upTo: 0, coder }) });
    await db.changes
      .where("[collection+n]")
      .between([collection, 0], [collection, pruned], true, true)
      .delete();
  });
}

async function hasChanged(
  db: ResearchDatabase,
  collection: CollectionId,
  segment: number,
  n: number,
): Promise<boolean> {
  const changes = await changesAfter(db, collection, n, Number.POSITIVE_INFINITY);
  return changes.some(({ seq }) => segmentOf(seq) === segment);
}
