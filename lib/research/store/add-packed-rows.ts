import type { Interner, SetInterner } from "./interner.ts";
import type { ItemTable } from "./item-table.ts";
import type { PackedRows } from "./segment-bytes.ts";

/** Adds rows that have names of their own; their columns are changed on the way. */
export function addPackedRows(table: ItemTable, { names, columns, length }: PackedRows): void {
  const own = table.names;
  for (const name of ["sites", "sessions", "langs"] as const) {
    renumber(columns[name], intern(own[name], names[name]));
  }
  renumber(columns.brands, internSets(own.brandSets, names.brandSets, intern(own.brands, names.brands)));
  renumber(columns.codes, internSets(own.codeSets, names.codeSets, intern(own.codes, names.codes)));
  for (const [brand, name] of names.brandNames) own.brandNames.set(brand, name);
  table.appendRows(columns, length);
}

function intern(interner: Interner, values: readonly string[]): Uint32Array {
  return Uint32Array.from(values, (value) => interner.idOf(value));
}

function internSets(
  interner: SetInterner,
  sets: readonly (readonly number[])[],
  members: Uint32Array,
): Uint32Array {
  return Uint32Array.from(sets, (set) => interner.idOf(set.map((member) => members[member] ?? 0)));
}

function renumber(column: Uint32Array, numbers: Uint32Array): void {
  for (let row = 0; row < column.length; row++) column[row] = numbers[column[row] ?? 0] ?? 0;
}
