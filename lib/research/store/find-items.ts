import type { Facet, FacetCounts, FoundItems, ItemQuery } from "../../model/research/query.ts";
import { reasons, sentimentClasses } from "./indexed-item.ts";
import { flag } from "./item-columns.ts";
import { type FacetColumn, type RowFilter, rowFilter } from "./item-filter.ts";
import type { ItemNames, ItemTable } from "./item-table.ts";

/** Values of a facet that are told, at most: nobody reads more, and every language of a hostile page would be one. */
const mostValues = 1000;

/** What passes a query, in order, with the counts of each facet, in one pass over the columns. */
export function findItems(table: ItemTable, query: ItemQuery, found: Uint8Array | undefined): FoundItems {
  const filter = rowFilter(table, query.filter, found);
  const { rows, counts, passed } = pass(table, filter);
  const facets = filter.facets.map(({ facet }, index) => [
    facet,
    facetCounts(table.names, facet, counts[index] ?? new Uint32Array()),
  ]);
  return {
    seqs: inOrder(table, query, rows, passed),
    total: aliveRows(table),
    facets: Object.fromEntries(facets) as Record<Facet, FacetCounts>,
  };
}

interface Pass {
  /** By row, 1 passes. */
  readonly rows: Uint8Array;
  readonly passed: number;
  /** For each facet, by number: what passes every filter but the facet's own. */
  readonly counts: readonly Uint32Array[];
}

function pass({ length }: ItemTable, { facets, passesRest }: RowFilter): Pass {
  const rows = new Uint8Array(length);
  const counts = facets.map(({ size }) => new Uint32Array(size));
  let passed = 0;
  for (let row = 0; row < length; row++) {
    if (!passesRest(row)) continue;
    const failing = failingFacet(facets, row);
    if (failing === several) continue;
    if (failing === none) {
      rows[row] = 1;
      passed++;
      for (let index = 0; index < facets.length; index++) count(counts, facets, index, row);
    } else count(counts, facets, failing, row);
  }
  return { rows, passed, counts };
}

const none = -1;
const several = -2;

/** Which facet a row fails: the number of it, `none` or `several`. */
function failingFacet(facets: readonly FacetColumn[], row: number): number {
  let failing = none;
  for (let index = 0; index < facets.length; index++) {
    const facet = facets[index];
    if (!facet?.passing || facet.passing[facet.column[row] ?? 0] === 1) continue;
    if (failing !== none) return several;
    failing = index;
  }
  return failing;
}

function count(
  counts: readonly Uint32Array[],
  facets: readonly FacetColumn[],
  index: number,
  row: number,
): void {
  const own = counts[index];
  const value = facets[index]?.column[row] ?? 0;
  if (own) own[value] = (own[value] ?? 0) + 1;
}

function facetCounts(names: ItemNames, facet: Facet, counts: Uint32Array): FacetCounts {
  const values = valueCounts(names, facet, counts);
  return [...values]
    .filter(([, count]) => count > 0)
    .toSorted(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
    .slice(0, mostValues)
    .map(([value, count]) => {
      const name = facet === "brands" ? names.brandNames.get(value) : undefined;
      return { value, count, ...(name !== undefined && { name }) };
    });
}

/** Counts of sets become counts of their members. */
export function valueCounts(names: ItemNames, facet: Facet, counts: Uint32Array): Map<string, number> {
  const values = new Map<string, number>();
  for (const [id, count] of counts.entries()) {
    if (count === 0) continue;
    for (const value of valuesOf(names, facet, id)) values.set(value, (values.get(value) ?? 0) + count);
  }
  return values;
}

/** What a number in a facet's column stands for. */
export function valuesOf(names: ItemNames, facet: Facet, id: number): readonly string[] {
  switch (facet) {
    case "brands":
      return names.brandSets.membersAt(id).map((member) => names.brands.valueAt(member));
    case "codes":
      return names.codeSets.membersAt(id).map((member) => names.codes.valueAt(member));
    case "sentiments":
      return [sentimentClasses[id] ?? "unscored"];
    case "why":
      return [reasons[id] ?? "import"];
    default:
      return [names[facet].valueAt(id)];
  }
}

function inOrder(
  table: ItemTable,
  { order, descending }: ItemQuery,
  passing: Uint8Array,
  passed: number,
): Uint32Array<ArrayBuffer> {
  const { rows, valued } = table.ordered(order);
  const { seqs } = table.columns;
  const found = new Uint32Array(passed);
  let at = 0;
  const take = (row: number): void => {
    if (passing[row] === 1) found[at++] = seqs[row] ?? 0;
  };
  for (let index = 0; index < valued; index++) {
    take(rows[descending ? valued - 1 - index : index] ?? 0);
  }
  for (let index = valued; index < rows.length; index++) take(rows[index] ?? 0);
  return found;
}

function aliveRows({ columns, length }: ItemTable): number {
  let alive = 0;
  for (let row = 0; row < length; row++) alive += (columns.flags[row] ?? 0) & flag.alive;
  return alive;
}
