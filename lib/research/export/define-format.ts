import type { Collection } from "../../model/research/collection.ts";
import type { Column } from "./column.ts";
import type { ExportRow } from "./export-row.ts";

/** What a format may know beside the rows. */
export interface ExportAbout {
  readonly collection: Collection;
  readonly columns: readonly Column[];
  /**
   * Whether text that a spreadsheet would run as a formula is quoted, and a mark at the beginning tells it UTF-8.
   */
  readonly forSpreadsheets: boolean;
  /** Version of the extension. */
  readonly extension: string;
  /** Epoch ms. */
  readonly exportedAt: number;
}

/** Rows in the order in which they are written, some at a time. */
export type ExportRows = AsyncIterable<readonly ExportRow[]>;

/**
 * One way of writing items that other tools open. Writes as rows come and keeps no more than one batch (Parquet: one
 * row group), so that a million items take no more memory than a thousand.
 */
export interface ExportFormat {
  /** Also the name of its file. Never changes. */
  readonly id: string;
  /** What its file is called, after the name of the export: `.csv`. */
  readonly ending: string;
  readonly mediaType: string;
  /** Whether columns can be chosen: the others have columns of their own. */
  readonly hasColumns: boolean;
  /** The folder that stands for it where everything goes into one: a file a day, as DuckDB, Spark and BigQuery read them. */
  readonly byDate?: string;
  /** Whether its bytes are compressed already. */
  readonly isPacked?: boolean;
  write(rows: ExportRows, about: ExportAbout): AsyncGenerator<Uint8Array>;
}

export function defineFormat<const F extends ExportFormat>(format: F): F {
  return format;
}
