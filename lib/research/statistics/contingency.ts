/** What two coders said of the same things: how often the first said category `row` and the second `column`. */
export interface Contingency {
  readonly counts: readonly (readonly number[])[];
  readonly n: number;
}

/** A table of pairs over given categories. @throws where a value is none of them. */
export function contingencyOf<T>(pairs: readonly (readonly [T, T])[], categories: readonly T[]): Contingency {
  const place = new Map(categories.map((category, index) => [category, index]));
  const counts = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) {
    const row = counts[place.get(first) ?? -1];
    const column = place.get(second);
    if (row === undefined || column === undefined) throw new Error("a value of no category");
    row[column] = (row[column] ?? 0) + 1;
  }
  return { counts, n: pairs.length };
}

/** Shares of the whole, of each row and of each column. */
export function sharesOf({ counts, n }: Contingency): {
  readonly cells: readonly (readonly number[])[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
} {
  const cells = counts.map((row) => row.map((count) => count / n));
  const rows = cells.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = counts.map((_, column) => cells.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return { cells, rows, columns };
}
