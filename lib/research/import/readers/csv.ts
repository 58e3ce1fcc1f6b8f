import { jsonOf } from "../../../model/json.ts";
import type { Column } from "../../export/column.ts";
import { itemColumns } from "../../export/columns.ts";
import { unguarded } from "../../export/formula-guard.ts";
import { type TableRow, tableRows } from "../csv-rows.ts";
import type { ReadRow, RowReader } from "../read-row.ts";
import { rowOfRecord } from "../record-row.ts";

const byName = new Map(itemColumns.map((column) => [column.name, column]));

/** A cell as NDJSON would have it; what is no such value stays text, which the schema refuses. */
function valueOf({ kind }: Column, cell: string): unknown {
  if (cell === "") return undefined;
  if (kind === "string") return unguarded(cell);
  if (kind === "time") return cell;
  if (kind === "boolean") return { true: true, false: false }[cell.toLowerCase()] ?? cell;
  if (kind === "strings" || kind === "json") return jsonOf(cell) ?? cell;
  const number = Number(cell);
  return Number.isFinite(number) ? number : cell;
}

function rowOf({ line, cells }: TableRow): ReadRow {
  if (!cells) return { line, refused: "too-long" };
  const values = Object.entries(cells).flatMap(([name, cell]) => {
    const column = byName.get(name);
    return column ? [[name, valueOf(column, cell)] as const] : [];
  });
  return rowOfRecord(line, Object.fromEntries(values));
}

/** Our own columns. */
export const csv: RowReader = {
  async *read(file, meter) {
    for await (const rows of tableRows(file, meter)) yield rows.map(rowOf);
  },
};
