import { databaseErrorOf } from "../../db/database-error.ts";
import { segmentOf } from "../../db/research-segments.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import { addPackedRows } from "./add-packed-rows.ts";
import { indexedItem } from "./indexed-item.ts";
import { ItemTable } from "./item-table.ts";
import {
  type BuiltSegment,
  buildSegment,
  keepSegment,
  type KeptSegment,
  keptSegments,
  keptWords,
  pruneChanges,
} from "./kept-segments.ts";
import { readChanges } from "./read-changes.ts";
import { type CodedItem, eachItem, type IndexOwner, seqRange } from "./read-items.ts";
import { searchedText } from "./searched-text.ts";
import { type PackedRows, packedRows } from "./segment-bytes.ts";
import { Segment } from "./segment.ts";
import type { Phrase } from "./text/text-query.ts";

/** When it pays to store. Tests choose others. */
export interface IndexLimits {
  /** So many texts that are not packed, and they are packed with the others; fewer rows are read anew each time. */
  readonly worthKeeping: number;
  /** So many rows of `changes`, and those that are in everything stored are deleted. */
  readonly worthPruning: number;
}

const defaultLimits: IndexLimits = { worthKeeping: 4096, worthPruning: 16_384 };

/**
 * The index of one collection in memory. It reads what is stored, makes what is missing from the items, and follows
 * new items and changes. What is stored may be old or gone, but says as of when it is, so it can be caught up with.
 */
export class CollectionIndex {
  table = new ItemTable();
  readonly #db: ResearchDatabase;
  readonly #owner: IndexOwner;
  readonly #limits: IndexLimits;
  /** By rising number. */
  #segments: Segment[] = [];
  /** The highest number that was looked at. */
  #lastSeq = 0;
  /** Changes up to this one are in. */
  #applied = Number.POSITIVE_INFINITY;
  #changesSeen = 0;
  /** The disk is full: what is made here lives in memory alone. */
  #isFull = false;

  constructor(db: ResearchDatabase, owner: IndexOwner, limits = defaultLimits) {
    this.#db = db;
    this.#owner = owner;
    this.#limits = limits;
  }

  /** Brings everything up to what is on the disk now. Not to be called again before it is done. */
  async catchUp(needsWords: boolean): Promise<void> {
    await this.#addNew();
    if (!(await this.#applyChanges())) {
      this.#reset();
      await this.#addNew();
      await this.#applyChanges();
    }
    if (needsWords) await this.#loadWords();
  }

  /** By row, 1 has all phrases. */
  search(phrases: readonly Phrase[]): Uint8Array {
    const rows = new Uint8Array(this.table.length);
    const { seqs } = this.table.columns;
    for (const segment of this.#segments) segment.search(phrases, seqs, this.#rowsOf(segment), rows);
    return rows;
  }

  /**
   * Stores one part that has been made or has changed much. Nobody has to wait for it, and it may be cut off anywhere.
   *
   * @returns Whether one was stored: then there may be more.
   */
  async keepSome(): Promise<boolean> {
    const segment = this.#isFull ? undefined : this.#segments.find((one) => this.#isWorthKeeping(one));
    if (segment) {
      await this.#renew(segment);
      // What could not be stored now would not be a moment later.
      return segment.isKept;
    }
    if (this.#changesSeen < this.#limits.worthPruning) return false;
    this.#changesSeen = 0;
    const settled = this.#segments.filter(({ isKept, freshCount }) => isKept && freshCount === 0);
    const numbers = new Set(settled.map(({ number }) => number));
    const all = this.#segments.map(({ number }) => number);
    await pruneChanges(this.#db, this.#owner, all, numbers, this.#applied);
    return false;
  }

  #isWorthKeeping(segment: Segment): boolean {
    const [from, to] = this.#rowsOf(segment);
    const { worthKeeping } = this.#limits;
    return segment.freshCount >= worthKeeping || (!segment.isKept && to - from >= worthKeeping);
  }

  /** From (inclusive) to (exclusive). */
  #rowsOf({ start, end }: Segment): readonly [number, number] {
    return [this.table.firstRowFrom(start), this.table.firstRowFrom(end + 1)];
  }

  async #addNew(): Promise<void> {
    const range = await seqRange(this.#db, this.#owner.collection);
    if (!range) return;
    const [first, last] = range;
    const next = segmentOf(Math.max(first, this.#lastSeq + 1));
    const open = this.#segments.at(-1);
    const isOpen = open?.number === next;
    if (isOpen) await this.#append(open);
    const missing = numbers(isOpen ? next + 1 : next, segmentOf(last));
    for (const some of chunks(missing)) {
      const kept = await keptSegments(this.#db, this.#owner, some);
      for (const number of some) await this.#load(number, kept.get(number));
    }
  }

  async #load(number: number, kept: KeptSegment | undefined): Promise<void> {
    if (!kept) {
      const built = await buildSegment(this.#db, this.#owner, number);
      const segment = new Segment(number, built.stamp, built.words);
      this.#add(segment, packedRows(built.table));
      if (this.#isWorthKeeping(segment)) await this.#keepBuilt(segment, built);
      return;
    }
    const segment = new Segment(number, kept.stamp);
    this.#add(segment, kept.rows);
    await this.#append(segment);
  }

  #add(segment: Segment, rows: PackedRows): void {
    addPackedRows(this.table, rows);
    this.#segments.push(segment);
    this.#lastSeq = Math.max(this.#lastSeq, segment.upTo);
    this.#applied = Math.min(this.#applied, segment.n);
  }

  /** Items that came after the segment was packed, or after the last look. */
  async #append(segment: Segment): Promise<void> {
    if (this.#lastSeq >= segment.end) return;
    const range = [Math.max(segment.start, this.#lastSeq + 1), segment.end] as const;
    const { items, codings } = this.#db;
    await this.#db.transaction("r", [items, codings], async () =>
      eachItem(this.#db, this.#owner, range, (coded) => {
        this.table.names.learnBrands(coded.item);
        this.table.append(indexedItem(coded.item, coded.coding));
        segment.renew(coded.item.seq, searchedText(coded.item, coded.coding));
        this.#lastSeq = coded.item.seq;
      }),
    );
  }

  /** @returns False where what was missed cannot be caught up with: begin anew. */
  async #applyChanges(): Promise<boolean> {
    // Without a segment there is nothing that could change.
    while (this.#applied < Number.POSITIVE_INFINITY) {
      const batch = await readChanges(this.#db, this.#owner, this.#applied);
      if (!batch) return false;
      for (const segment of this.#segments) {
        if (batch.dropped.has(segment.number)) segment.isKept = false;
      }
      for (const seq of batch.seqs) if (!this.#change(seq, batch.items.get(seq))) return false;
      this.#applied = Math.max(this.#applied, batch.n);
      this.#changesSeen += batch.seqs.length;
      if (batch.isLast) break;
    }
    return true;
  }

  /** @returns False where an item came back that was never here: there is no row for it. */
  #change(seq: number, coded: CodedItem | undefined): boolean {
    // It will be read as it stands now.
    if (seq > this.#lastSeq) return true;
    const row = this.table.rowOf(seq);
    if (row < 0) return coded === undefined;
    if (!coded) {
      this.table.remove(row);
      this.#segmentAt(seq)?.renew(seq, []);
      return true;
    }
    this.table.names.learnBrands(coded.item);
    this.table.replace(row, indexedItem(coded.item, coded.coding));
    this.#segmentAt(seq)?.renew(seq, searchedText(coded.item, coded.coding));
    return true;
  }

  #segmentAt(seq: number): Segment | undefined {
    const number = segmentOf(seq);
    return this.#segments.find((segment) => segment.number === number);
  }

  async #loadWords(): Promise<void> {
    for (const some of chunks(this.#segments.filter(({ words }) => words === undefined))) {
      const kept = await keptWords(this.#db, this.#owner, some);
      for (const segment of some) {
        segment.words = kept.get(segment.number);
        if (!segment.words) await this.#renew(segment);
      }
    }
  }

  /** Packs a segment as its items stand now, and stores it where that is worth it. */
  async #renew(segment: Segment): Promise<void> {
    const built = await buildSegment(this.#db, this.#owner, segment.number);
    segment.settle(built.words, built.stamp);
    segment.isKept = false;
    if (this.#isWorthKeeping(segment)) await this.#keepBuilt(segment, built);
  }

  async #keepBuilt(segment: Segment, built: BuiltSegment): Promise<void> {
    try {
      segment.isKept = await keepSegment(this.#db, this.#owner, segment.number, built);
    } catch (error) {
      if (databaseErrorOf(error)?.code !== "quota") throw error;
      // Answers are as right without it; only the next start takes longer.
      this.#isFull = true;
    }
  }

  #reset(): void {
    this.table = new ItemTable();
    this.#segments = [];
    this.#lastSeq = 0;
    this.#applied = Number.POSITIVE_INFINITY;
  }
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** As many segments as are read at once: some ten megabytes. */
function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += 16) yield list.slice(from, from + 16);
}
