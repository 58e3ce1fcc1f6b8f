import type { Facet, FacetCounts, FoundItems, ItemQuery } from "../../model/research/query.ts";
import { commonValues } from "./facet-values.ts";
import { flag } from "./item-columns.ts";
import { failsOnly, type FilteredRows, filterRows, passes } from "./item-filter.ts";
import type { ItemNames, ItemTable } from "./item-table.ts";

/** Values of a facet that are told, at most: nobody reads more, and every language of a hostile page would be one. */
const mostValues = 1000;

/** What passes a query, in order, with the counts of each facet. */
export function findItems(table: ItemTable, query: ItemQuery, found: Uint8Array | undefined): FoundItems {
  const filtered = filterRows(table, query.filter, found);
  const facets = filtered.facets.map(({ facet }, number) => [
    facet,
    facetCounts(table.names, facet, countColumn(filtered, number)),
  ]);
  return {
    seqs: inOrder(table, query, filtered.states),
    total: aliveRows(table),
    facets: Object.fromEntries(facets) as Record<Facet, FacetCounts>,
  };
}

/** By number in a facet's column: rows that pass every filter but the facet's own. */
function countColumn({ facets, states }: FilteredRows, number: number): Uint32Array {
  const { column, size } = facets[number] ?? { column: new Uint8Array(), size: 0 };
  const counts = new Uint32Array(size);
  for (let row = 0; row < states.length; row++) {
    const state = states[row];
    if (state !== passes && state !== failsOnly + number) continue;
    const value = column[row] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function facetCounts(names: ItemNames, facet: Facet, counts: Uint32Array): FacetCounts {
  return commonValues(names, facet, counts, mostValues).map(({ value, count }) => {
    const name = facet === "brands" ? names.brandNames.get(value) : undefined;
    return name === undefined ? { value, count } : { value, name, count };
  });
}

function inOrder(
  table: ItemTable,
  { order, descending }: ItemQuery,
  states: Uint8Array,
): Uint32Array<ArrayBuffer> {
  const { rows, valued } = table.ordered(order);
  const { seqs } = table.columns;
  const found = new Uint32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[descending && index < valued ? valued - 1 - index : index] ?? 0;
    if (states[row] === passes) found[count++] = seqs[row] ?? 0;
  }
  return found.slice(0, count);
}

function aliveRows({ columns, length }: ItemTable): number {
  let alive = 0;
  for (let row = 0; row < length; row++) alive += (columns.flags[row] ?? 0) & flag.alive;
  return alive;
}
