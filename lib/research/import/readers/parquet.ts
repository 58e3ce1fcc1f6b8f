import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from "hyparquet";
import type { Meter, ReadRow, ReadRows, RowReader } from "../read-row.ts";
import { rowOfRecord } from "../record-row.ts";

/** Rows that are unpacked at once. */
const rowsAtOnce = 2000;
/** A row group that says it is larger is not unpacked: ours are a tenth of it. Bytes. */
const largestGroup = 1_000_000_000;

/** A value as NDJSON would have it. */
function plain(value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value === "bigint") return Number(value);
  return value instanceof Date ? validIso(value) : value;
}

function validIso(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

function rowOf(line: number, value: Readonly<Record<string, unknown>>): ReadRow {
  return rowOfRecord(
    line,
    Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, plain(cell)])),
  );
}

function tooLarge({ row_groups: groups }: FileMetaData): boolean {
  return groups.some((group) => Number(group.total_byte_size) > largestGroup);
}

async function* readFile(file: Blob, meter: Meter): ReadRows {
  const buffer: AsyncBuffer = {
    byteLength: file.size,
    slice: (start, end) => file.slice(start, end).arrayBuffer(),
  };
  let line = 0;
  try {
    const metadata = await parquetMetadataAsync(buffer);
    if (tooLarge(metadata)) {
      yield [{ line: 1, refused: "too-long" }];
      return;
    }
    const total = Number(metadata.num_rows);
    for (let from = 0; from < total; from += rowsAtOnce) {
      const to = Math.min(total, from + rowsAtOnce);
      const rows = await parquetReadObjects({ file: buffer, metadata, rowStart: from, rowEnd: to });
      // The number of rows is what the file says of itself.
      if (rows.length === 0) return;
      meter((file.size * (to - from)) / total);
      yield rows.map((row) => rowOf(++line, row));
    }
  } catch (error) {
    // Whatever the reader stumbles over is the file's doing: there is no other input.
    yield [{ line: line + 1, refused: "damaged", detail: error instanceof Error ? error.message : "" }];
  }
}

/** Our own columns, row groups one after the other. */
export const parquet: RowReader = { read: readFile };
