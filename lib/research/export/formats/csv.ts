import Papa from "papaparse";
import { cellOf } from "../cell.ts";
import type { Column } from "../column.ts";
import { defineFormat } from "../define-format.ts";
import type { ExportRow } from "../export-row.ts";
import { ownCoding } from "../own-coding.ts";
import { textOf } from "../text-lines.ts";

/** Tells Excel that a file is UTF-8. */
const utf8Mark = "\uFEFF";
export const csvOptions = { newline: "\r\n" };

function record(
  columns: readonly Column[],
  row: ExportRow,
  coder: string,
  forSpreadsheets: boolean,
): string[] {
  const own = ownCoding(row, coder);
  return columns.map((column) => cellOf(column, column.of(row.item, own, row.codings), forSpreadsheets));
}

/** Our own columns as RFC 4180: a header, commas, CRLF, UTF-8. */
export const csv = defineFormat({
  id: "csv",
  ending: ".csv",
  mediaType: "text/csv",
  hasColumns: true,
  write(rows, { collection, columns, forSpreadsheets }) {
    const header = Papa.unparse([columns.map(({ name }) => name)], csvOptions);
    return textOf(rows, {
      head: `${forSpreadsheets ? utf8Mark : ""}${header}\r\n`,
      piece: (batch) =>
        `${Papa.unparse(
          batch.map((row) => record(columns, row, collection.coder, forSpreadsheets)),
          csvOptions,
        )}\r\n`,
    });
  },
});
