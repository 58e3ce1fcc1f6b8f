import Papa from "papaparse";
import { type Cell, type ChartData, chartTable } from "./chart.ts";

const isoDay = (start: number): string => new Date(start).toISOString().slice(0, 10);

/** Columns of a chart's table, and over time the day itself, as programs read it. */
function csvRows(chart: ChartData): { readonly fields: string[]; readonly data: Cell[][] } {
  const { columns, rows } = chartTable(chart);
  const fields = [...columns];
  const data = rows.map((row) => row.map((cell) => cell ?? ""));
  if (chart.kind === "time") {
    fields.unshift("date");
    for (const [index, row] of data.entries()) row.unshift(isoDay(chart.starts[index] ?? 0));
  }
  return { fields, data };
}

/** A chart's numbers as CSV (RFC 4180). Cells that a spreadsheet would take for a formula are defused. */
export function chartCsv(chart: ChartData): string {
  return `${Papa.unparse(csvRows(chart), { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
