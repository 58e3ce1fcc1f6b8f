import type { Coding } from "../../model/research/coding.ts";
import type { NewItem } from "../../model/research/item.ts";
import type { RefusalReason } from "../../model/research/transfer.ts";

/** What a coder said, before it is known which number the item has here. */
export type ImportedCoding = Omit<Coding, "collection" | "seq">;

/** A row of a file as an item, before it is known whose collection it goes into. */
export interface ImportedRow {
  readonly item: Omit<NewItem, "collection" | "key">;
  /** Its key in the collection that it comes from, and which that is, as far as the file says. */
  readonly key?: string;
  readonly collection?: string;
  readonly codings: readonly ImportedCoding[];
}

/** A row, or why there is none. */
export type ReadRow =
  | { readonly line: number; readonly row: ImportedRow }
  | { readonly line: number; readonly refused: RefusalReason; readonly detail?: string };

/** Rows of a file, some at a time. */
export type ReadRows = AsyncGenerator<readonly ReadRow[]>;

/** Told how many bytes of a file have been read. */
export type Meter = (bytes: number) => void;

/** One way of reading items from a file. What it cannot read it names; it never throws because of what a file says. */
export interface RowReader {
  read(file: Blob, meter: Meter): ReadRows;
}
