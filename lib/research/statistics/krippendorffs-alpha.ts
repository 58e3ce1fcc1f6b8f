import { type Distance, nominal } from "./distances.ts";

/** What the coders said of one thing, in any order; who said nothing of it is left out. */
export type Unit<T> = readonly T[];

/** Counts of a reliability table: what of it can be paired, and how different its values are. */
interface Pairable<T> {
  readonly values: readonly T[];
  readonly counts: ReadonlyMap<T, number>;
  readonly units: readonly Unit<T>[];
  readonly n: number;
}

function pairable<T>(all: readonly Unit<T>[]): Pairable<T> {
  const units = all.filter((unit) => unit.length > 1);
  const counts = new Map<T, number>();
  for (const unit of units) for (const value of unit) counts.set(value, (counts.get(value) ?? 0) + 1);
  const n = units.reduce((sum, unit) => sum + unit.length, 0);
  return { values: [...counts.keys()], counts, units, n };
}

/**
 * Agreement beyond chance of any number of coders, of whom each may have left things out: 1 is perfect, 0 as good as
 * chance, below that worse. Not defined, so `undefined`, where no two coders said something of the same thing, or
 * everything that was said is one and the same value: nothing shows that they would tell two apart.
 *
 * @see Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, https://repository.upenn.edu/asc_papers/43
 */
export function krippendorffsAlpha<T>(
  all: readonly Unit<T>[],
  distance: Distance<T> = nominal,
): number | undefined {
  const { values, counts, units, n } = pairable(all);
  if (values.length < 2) return undefined;
  const matrix = distancesOf(values, counts, distance);
  const seen = units.reduce((sum, unit) => sum + differenceWithin(unit, matrix) / (unit.length - 1), 0) / n;
  let chance = 0;
  for (const [a, row] of matrix) {
    for (const [b, apart] of row) chance += (counts.get(a) ?? 0) * (counts.get(b) ?? 0) * apart;
  }
  chance /= n * (n - 1);
  return chance === 0 ? undefined : 1 - seen / chance;
}

function distancesOf<T>(
  values: readonly T[],
  counts: ReadonlyMap<T, number>,
  distance: Distance<T>,
): ReadonlyMap<T, ReadonlyMap<T, number>> {
  return new Map(
    values.map((a) => [a, new Map(values.map((b) => [b, a === b ? 0 : distance(a, b, counts)]))]),
  );
}

/** Over all ordered pairs of what was said of one thing. */
function differenceWithin<T>(unit: Unit<T>, matrix: ReadonlyMap<T, ReadonlyMap<T, number>>): number {
  let sum = 0;
  for (const a of unit) for (const b of unit) sum += matrix.get(a)?.get(b) ?? 0;
  return sum;
}
