import type { ResearchItem } from "../../model/research/item.ts";
import type { ItemOrder } from "../../model/research/query.ts";
import { type IndexedItem, reasons, sentimentClasses } from "./indexed-item.ts";
import { Interner, SetInterner } from "./interner.ts";
import { copyRows, flag, hashOf, type ItemColumns, viewColumns } from "./item-columns.ts";
import { argsort, type OrderedRows, sortIn } from "./argsort.ts";

/** What the numbers in the columns stand for. */
export class ItemNames {
  readonly sites = new Interner();
  readonly sessions = new Interner();
  readonly langs = new Interner();
  readonly brands = new Interner();
  readonly codes = new Interner();
  readonly brandSets = new SetInterner();
  readonly codeSets = new SetInterner();
  /** What brands are called, by id: as the item says that was read last. */
  readonly brandNames = new Map<string, string>();

  learnBrands({ mentions }: ResearchItem): void {
    for (const { brandId, name } of mentions) this.brandNames.set(brandId, name);
  }
}

const columnOf = {
  time: "times",
  collected: "collected",
  confidence: "confidences",
  sentiment: "sentiments",
} as const;

const orders = Object.keys(columnOf) as (keyof typeof columnOf)[];

/** All items of a collection as parallel arrays, by rising seq. */
export class ItemTable {
  readonly names = new ItemNames();
  columns: ItemColumns = viewColumns(0);
  /** Rows, those of deleted items included. */
  length = 0;
  readonly #orders = new Map<ItemOrder, OrderedRows>();

  /** The row of an item; below zero where there is none. */
  rowOf(seq: number): number {
    const row = this.firstRowFrom(seq);
    return row < this.length && this.columns.seqs[row] === seq ? row : -1;
  }

  /** The first row whose item has this number or a higher one. */
  firstRowFrom(seq: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.columns.seqs[middle] ?? 0) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Adds behind everything: its seq is higher than all others. */
  append(item: IndexedItem): void {
    this.reserve(1);
    this.#write(this.length++, item);
  }

  /** Adds rows whose numbers are of these names. */
  appendRows(columns: ItemColumns, length: number): void {
    this.reserve(length);
    copyRows(columns, [0, length], this.columns, this.length);
    this.length += length;
  }

  replace(row: number, item: IndexedItem): void {
    const before = orders.map((order) => this.columns[columnOf[order]][row]);
    this.#write(row, item);
    for (const [index, order] of orders.entries()) {
      if (!Object.is(this.columns[columnOf[order]][row], before[index])) this.#orders.delete(order);
    }
  }

  /** The row stays, empty: numbers of other rows hold. */
  remove(row: number): void {
    this.columns.flags[row] = 0;
  }

  /** Makes room for rows. */
  reserve(rows: number): void {
    const needed = this.length + rows;
    if (needed <= this.columns.seqs.length) return;
    const grown = viewColumns(Math.max(needed, Math.ceil(this.columns.seqs.length * 1.5), 1024));
    copyRows(this.columns, [0, this.length], grown, 0);
    this.columns = grown;
  }

  /** Kept until a value changes; rows that came since are sorted in. */
  ordered(order: ItemOrder): OrderedRows {
    const values = this.columns[columnOf[order]].subarray(0, this.length);
    const known = this.#orders.get(order);
    if (known?.rows.length === this.length) return known;
    const ordered = known ? sortIn(known, values) : argsort(values);
    this.#orders.set(order, ordered);
    return ordered;
  }

  #write(row: number, item: IndexedItem): void {
    const { columns, names } = this;
    columns.times[row] = item.time;
    columns.collected[row] = item.collectedAt;
    columns.authors[row] = item.author === undefined ? Number.NaN : hashOf(item.author);
    columns.seqs[row] = item.seq;
    columns.brands[row] = names.brandSets.idOf(item.brands.map((brand) => names.brands.idOf(brand)));
    columns.codes[row] = names.codeSets.idOf(item.codes.map((code) => names.codes.idOf(code)));
    columns.sites[row] = names.sites.idOf(item.site);
    columns.sessions[row] = names.sessions.idOf(item.session);
    columns.langs[row] = names.langs.idOf(item.lang);
    columns.confidences[row] = item.confidence;
    columns.sentiments[row] = item.sentiment;
    columns.why[row] = reasons.indexOf(item.why);
    columns.classes[row] = sentimentClasses.indexOf(item.sentimentClass);
    columns.flags[row] = flag.alive | (item.isDated ? flag.dated : 0);
  }
}
