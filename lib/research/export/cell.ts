import type { Column, ColumnValue } from "./column.ts";
import { guarded } from "./formula-guard.ts";

/** A value as it stands in NDJSON: times as ISO 8601. */
export function jsonValue(column: Column, value: ColumnValue): unknown {
  return column.kind === "time" && typeof value === "number" ? new Date(value).toISOString() : value;
}

/** A value as it stands in a CSV cell; empty where there is none. Lists and objects are JSON. */
export function cellOf(column: Column, value: ColumnValue, forSpreadsheets: boolean): string {
  if (value === undefined) return "";
  if (column.kind === "time") return new Date(value as number).toISOString();
  if (column.kind === "string") return guarded(value as string, forSpreadsheets);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
