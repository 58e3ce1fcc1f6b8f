import type { Column } from "./column.ts";
import { postColumns } from "./post-columns.ts";
import { studyColumns } from "./study-columns.ts";

/** Every column, in the order of files. docs/research.md is compared with it by a test. */
export const itemColumns: readonly Column[] = [...postColumns, ...studyColumns];

/** Columns by name, in the order of files; all of them where none are named. */
export function chosenColumns(names: readonly string[] | undefined): readonly Column[] {
  if (!names) return itemColumns;
  const wanted = new Set(names);
  return itemColumns.filter(({ name }) => wanted.has(name));
}
