/** How different two values are, 0 and up. For ordinal values, how often each value occurs is needed as well. */
export type Distance<T> = (a: T, b: T, counts: ReadonlyMap<T, number>) => number;

export function nominal<T>(a: T, b: T): number {
  return a === b ? 0 : 1;
}

/** Numbers whose order matters, but not how far apart they are: as many ranks as lie between them, squared. */
export function ordinal(a: number, b: number, counts: ReadonlyMap<number, number>): number {
  if (a === b) return 0;
  const [low, high] = a < b ? [a, b] : [b, a];
  let between = 0;
  for (const [value, count] of counts) if (value >= low && value <= high) between += count;
  return (between - ((counts.get(a) ?? 0) + (counts.get(b) ?? 0)) / 2) ** 2;
}

export function interval(a: number, b: number): number {
  return (a - b) ** 2;
}

const separator = "\u001f";

/** A set of codes as one value: equal sets are equal values. */
export function setValue(codes: readonly string[]): string {
  return [...new Set(codes)].toSorted().join(separator);
}

/**
 * How different two sets (`setValue`) are, 0–1: by what they share, and whether one lies within the other.
 *
 * @see Passonneau 2006, Measuring Agreement on Set-valued Items (MASI), LREC
 */
export function masi(a: string, b: string): number {
  if (a === b) return 0;
  const first = new Set(a === "" ? [] : a.split(separator));
  const second = new Set(b === "" ? [] : b.split(separator));
  const shared = [...first].filter((code) => second.has(code)).length;
  const all = first.size + second.size - shared;
  const monotony = shared === 0 ? 0 : shared === Math.min(first.size, second.size) ? 2 / 3 : 1 / 3;
  return 1 - (shared / all) * monotony;
}
