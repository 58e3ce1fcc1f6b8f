import type { Coding } from "../../model/research/coding.ts";
import type { ResearchItem } from "../../model/research/item.ts";

/** What stands in a column. `time`: epoch ms here, ISO 8601 in text files. `strings` and `json`: JSON in a cell. */
export type ColumnKind = "string" | "integer" | "number" | "boolean" | "time" | "strings" | "json";

export type ColumnValue = string | number | boolean | readonly string[] | object | undefined;

/** One column of our own shape, the same in CSV, NDJSON and Parquet. */
export interface Column {
  /** As it stands in files. Never changes: other people's scripts read it. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** For the schemas that go along. English: part of the file, not of the interface. */
  readonly about: string;
  /** Whether it can tell of a person although names are pseudonyms. */
  readonly personal?: boolean;
  /** What the import needs to make the item again. */
  readonly needed?: boolean;
  /** @param own - What the collection's own coder said. */
  of(item: ResearchItem, own: Coding | undefined, all: readonly Coding[]): ColumnValue;
}

/** A list, or nothing where it is empty. */
export function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
