import Papa from "papaparse";
import { brandsOf } from "../study-columns.ts";
import { defineFormat } from "../define-format.ts";
import type { ExportRow } from "../export-row.ts";
import { guarded } from "../formula-guard.ts";
import { ownCoding } from "../own-coding.ts";
import { subjectOf } from "../subject.ts";
import { textOf } from "../text-lines.ts";
import { csvOptions } from "./csv.ts";

/** `2026-11-21 14:03:00`, UTC: what 4CAT recommends. */
function timestamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

type Cell = string | number | undefined;

/**
 * Columns in order. 4CAT maps the first five by their names ("Custom/other") and keeps the rest; it splits `hashtags`
 * at commas.
 *
 * @see https://github.com/digitalmethodsinitiative/4cat/blob/master/datasources/upload/import_formats.py
 */
const columns: Readonly<Record<string, (row: ExportRow, coder: string) => Cell>> = {
  id: ({ item }) => item.key,
  thread_id: ({ item }) => item.thread ?? item.replyTo ?? item.url ?? item.key,
  author: ({ item }) => item.author,
  body: ({ item }) => item.text,
  timestamp: ({ item }) => timestamp(item.publishedAt ?? item.collectedAt),
  subject: ({ item }) => subjectOf(item),
  url: ({ item }) => item.url,
  platform: ({ item }) => item.site,
  // Says what `timestamp` is: 4CAT leaves out rows without one.
  timestamp_of: ({ item }) => (item.publishedAt === undefined ? "collected" : "published"),
  collected_at: ({ item }) => timestamp(item.collectedAt),
  language: ({ item }) => item.lang,
  hashtags: ({ item }) => (item.text.match(/#[\p{L}\p{N}_]+/gu) ?? []).map((tag) => tag.slice(1)).join(","),
  brands: ({ item }) => brandsOf(item).join(","),
  codes: (row, coder) => ownCoding(row, coder)?.codes.join(","),
  note: (row, coder) => ownCoding(row, coder)?.note,
  sentiment: ({ item }) => item.sentiment?.score,
  likes: ({ item }) => item.metrics.likes,
  replies: ({ item }) => item.metrics.replies,
  shares: ({ item }) => item.metrics.shares,
  views: ({ item }) => item.metrics.views,
};
const names = Object.keys(columns);
const readers = Object.values(columns);

/** CSV with the columns that 4CAT's upload asks for. */
export const fourCat = defineFormat({
  id: "4cat",
  ending: ".4cat.csv",
  mediaType: "text/csv",
  hasColumns: false,
  write(rows, { collection, forSpreadsheets }) {
    const cells = (row: ExportRow): Cell[] =>
      readers.map((read) => {
        const value = read(row, collection.coder);
        return typeof value === "string" ? guarded(value, forSpreadsheets) : value;
      });
    return textOf(rows, {
      // No mark of UTF-8: it would be taken for part of the first column's name.
      head: `${names.join(",")}\r\n`,
      piece: (batch) => `${Papa.unparse(batch.map(cells), csvOptions)}\r\n`,
    });
  },
});
