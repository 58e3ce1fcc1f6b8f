import type { CoMention, ItemFilter } from "../../model/research/query.ts";
import { filterRows, passes } from "./item-filter.ts";
import type { ItemTable } from "./item-table.ts";

/** Pairs that are told, at most. */
const mostPairs = 500;
/** Brands of one item that are paired: a list of hundreds says nothing about any two of them. */
const mostBrands = 40;

/** Which brands are named together, and in how many of the items that pass. */
export function coMentions(
  table: ItemTable,
  filter: ItemFilter,
  found: Uint8Array | undefined,
): readonly CoMention[] {
  const { names, columns, length } = table;
  const { states } = filterRows(table, filter, found);
  const sets = new Uint32Array(names.brandSets.size);
  for (let row = 0; row < length; row++) {
    const set = columns.brands[row] ?? 0;
    if (states[row] === passes) sets[set] = (sets[set] ?? 0) + 1;
  }
  return pairsOf(names.brandSets.sets(), sets)
    .slice(0, mostPairs)
    .map(({ first, second, count }) => {
      const brands = [names.brands.valueAt(first), names.brands.valueAt(second)] as const;
      const [one, other] = brands;
      const called = (brand: string): string => names.brandNames.get(brand) ?? brand;
      return { brands, names: [called(one), called(other)], count };
    });
}

interface Pair {
  readonly first: number;
  readonly second: number;
  count: number;
}

function pairsOf(sets: readonly (readonly number[])[], counts: Uint32Array): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [id, all] of sets.entries()) {
    const count = counts[id] ?? 0;
    if (count === 0 || all.length < 2) continue;
    const members = all.slice(0, mostBrands);
    for (const [index, first] of members.entries()) {
      for (const second of members.slice(index + 1)) {
        const name = `${first} ${second}`;
        const pair = pairs.get(name);
        if (pair) pair.count += count;
        else pairs.set(name, { first, second, count });
      }
    }
  }
  return [...pairs.values()].toSorted(
    (a, b) => b.count - a.count || a.first - b.first || a.second - b.second,
  );
}
