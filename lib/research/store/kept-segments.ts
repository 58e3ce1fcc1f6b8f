import { segmentOf, segmentRows, segmentSize } from "../../db/research-segments.ts";
import type { ResearchDatabase } from "../../db/research.ts";
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

/** What is stored of a segment; `undefined` where it has to be made. */
export async function keptSegment(
  db: ResearchDatabase,
  owner: IndexOwner,
  segment: number,
): Promise<KeptSegment | undefined> {
  const [, columnsName] = segmentRows(segment);
  return db.transaction("r", db.blocks, async () => {
    const stamp = await stampOf(db, owner, segment);
    if (!stamp) return undefined;
    const row = await db.blocks.get([owner.collection, columnsName]);
    const rows = row && unpackTable(row.bytes);
    return rows && { stamp, rows };
  });
}

/** The stored words of a segment, where they are not older than `n`. */
export async function keptWords(
  db: ResearchDatabase,
  owner: IndexOwner,
  segment: number,
  n: number,
): Promise<WordBlock | undefined> {
  const [, , wordsName] = segmentRows(segment);
  return db.transaction("r", db.blocks, async () => {
    const stamp = await stampOf(db, owner, segment);
    if (!stamp || stamp.n < n) return undefined;
    const row = await db.blocks.get([owner.collection, wordsName]);
    return row && unpackWords(row.bytes);
  });
}

/** Which of some segments are stored, and as of when. In the caller's transaction, or one of its own. */
export async function stampOf(
  db: ResearchDatabase,
  { collection, coder }: IndexOwner,
  segment: number,
): Promise<Stamp | undefined> {
  const [stampName] = segmentRows(segment);
  const row = await db.blocks.get([collection, stampName]);
  const stamp = row && unpackStamp(row.bytes);
  return stamp?.coder === coder && stamp.n >= (await prunedUpTo(db, collection)) ? stamp : undefined;
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
  return db.transaction("rw", [db.blocks, db.changes], async () => {
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
  await db.transaction("rw", [db.blocks, db.changes], async () => {
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
