import { jsonOf } from "../../../model/json.ts";
import { linesOf, textPieces } from "../lines.ts";
import type { ReadRow, ReadRows, RowReader } from "../read-row.ts";
import { rowOfRecord } from "../record-row.ts";

/** JSON objects, one a line, made into rows. */
export async function* readJsonLines(
  file: Blob,
  meter: (bytes: number) => void,
  rowOf: (line: number, value: unknown) => ReadRow,
): ReadRows {
  for await (const lines of linesOf(textPieces(file, meter))) {
    yield lines.map(({ number: line, text }): ReadRow => {
      if (text === undefined) return { line, refused: "too-long" };
      const value = jsonOf(text);
      return typeof value === "object" && value !== null ? rowOf(line, value) : { line, refused: "not-json" };
    });
  }
}

/** Our own shape, one item a line. */
export const ndjson: RowReader = { read: (file, meter) => readJsonLines(file, meter, rowOfRecord) };
