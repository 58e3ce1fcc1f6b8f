import Papa from "papaparse";
import { textPieces } from "./lines.ts";
import type { Meter } from "./read-row.ts";

/** A row that is longer is a quotation mark that nobody closed. UTF-16 units. */
const longest = 8_000_000;

/** A row of a table by the names in its header. */
export interface TableRow {
  /** The header is 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>> | undefined;
}

/** How a table is written, as its header shows. */
function dialectOf(head: string): Papa.ParseConfig {
  const header = head.slice(0, head.search(/\r?\n/) + 1 || undefined);
  const delimiter = [",", ";", "\t"].reduce((best, next) =>
    header.split(next).length > header.split(best).length ? next : best,
  );
  return { delimiter, newline: /\r\n/.test(head.slice(0, header.length + 1)) ? "\r\n" : "\n" };
}

/** Rows of a CSV file, some at a time. After a row that never ends there is nothing more: its `cells` are missing. */
export async function* tableRows(file: Blob, meter: Meter): AsyncGenerator<readonly TableRow[]> {
  let pending = "";
  let parser: Papa.Parser | undefined;
  let header: readonly string[] | undefined;
  let line = 0;
  const parse = (isLast: boolean): TableRow[] => {
    parser ??= new Papa.Parser(dialectOf(pending));
    const { data, meta } = parser.parse(pending, 0, !isLast) as Papa.ParseResult<string[]>;
    pending = isLast ? "" : pending.slice(meta.cursor);
    const rows: TableRow[] = [];
    for (const cells of data) {
      line++;
      if (!header) header = cells.map((name) => name.trim());
      else if (cells.length > 1 || cells[0]) rows.push({ line, cells: named(header, cells) });
    }
    return rows;
  };
  for await (const piece of textPieces(file, meter)) {
    pending += pending === "" && line === 0 ? piece.replace(/^\uFEFF/, "") : piece;
    if (pending.includes("\n")) yield parse(false);
    if (pending.length > longest) {
      yield [{ line: line + 1, cells: undefined }];
      return;
    }
  }
  if (pending) yield parse(true);
}

function named(header: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));
}
