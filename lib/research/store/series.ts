import type { ItemFilter, SeriesQuery, TimeSeries } from "../../model/research/query.ts";
import type { Tally } from "../../model/research/session.ts";
import { valuesOf } from "./find-items.ts";
import { flag } from "./item-columns.ts";
import { type FacetColumn, filterRows, passes } from "./item-filter.ts";
import type { ItemTable } from "./item-table.ts";
import { dayMs, Steps } from "./steps.ts";

/** Lines that are told, at most: those with most items. */
const mostLines = 50;

/** Items over time, beside the posts seen. `tallies` are those of the collection. */
export function timeSeries(
  table: ItemTable,
  { filter, split, step: wanted }: SeriesQuery,
  found: Uint8Array | undefined,
  tallies: readonly Tally[],
): TimeSeries {
  const { facets, states } = filterRows(table, filter, found);
  const { times } = table.columns;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < table.length; row++) {
    const at = times[row] ?? 0;
    if (states[row] !== passes) continue;
    if (at < from) from = at;
    if (at > to) to = at;
  }
  const steps = new Steps(from, to, wanted);
  const column = facets.find(({ facet }) => facet === split);
  return {
    step: steps.step,
    starts: steps.starts,
    lines: column
      ? linesOf(table, column, states, steps)
      : [{ value: "", counts: countsOf(table, states, steps) }],
    ...seenOf(tallies, filter, steps),
    undated: undatedOf(table, states),
  };
}

function countsOf({ columns, length }: ItemTable, states: Uint8Array, steps: Steps): number[] {
  const counts = steps.zeros();
  for (let row = 0; row < length; row++) {
    if (states[row] === passes) increase(counts, steps.indexAt(columns.times[row] ?? 0), 1);
  }
  return counts;
}

function linesOf(
  { columns, length, names }: ItemTable,
  { column, facet, size }: FacetColumn,
  states: Uint8Array,
  steps: Steps,
): TimeSeries["lines"] {
  // By number of a set or value first: what these stand for is looked up once for each.
  const byId = Array.from({ length: size }, (): number[] | undefined => undefined);
  for (let row = 0; row < length; row++) {
    if (states[row] !== passes) continue;
    const id = column[row] ?? 0;
    increase((byId[id] ??= steps.zeros()), steps.indexAt(columns.times[row] ?? 0), 1);
  }
  const lines = new Map<string, number[]>();
  for (const [id, counts] of byId.entries()) {
    if (!counts) continue;
    for (const value of valuesOf(names, facet, id)) {
      const line = lines.get(value);
      if (line) for (const [index, count] of counts.entries()) increase(line, index, count);
      else lines.set(value, [...counts]);
    }
  }
  return [...lines]
    .map(([value, counts]) => ({ value, counts, sum: sum(counts) }))
    .toSorted((a, b) => b.sum - a.sum || (a.value < b.value ? -1 : 1))
    .slice(0, mostLines)
    .map(({ value, counts }) =>
      lineOf(value, facet === "brands" ? names.brandNames.get(value) : undefined, counts),
    );
}

function lineOf(
  value: string,
  name: string | undefined,
  counts: readonly number[],
): TimeSeries["lines"][number] {
  return name === undefined ? { value, counts } : { value, name, counts };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function seenOf(
  tallies: readonly Tally[],
  { sessions, sites, from, to }: ItemFilter,
  steps: Steps,
): Pick<TimeSeries, "seen" | "seenUndated"> {
  const seen = steps.zeros();
  let seenUndated = 0;
  for (const tally of tallies) {
    if (sessions.length > 0 && !sessions.includes(tally.session)) continue;
    if (sites.length > 0 && !sites.includes(tally.site)) continue;
    const at = Date.parse(`${tally.day}T00:00:00Z`);
    if (Number.isNaN(at)) seenUndated += tally.seen;
    // Days are all that is known: one that the chosen time only touches counts whole.
    else if (at + dayMs > (from ?? at) && at < (to ?? at + 1)) increase(seen, steps.indexAt(at), tally.seen);
  }
  return { seen, seenUndated };
}

function undatedOf({ columns, length }: ItemTable, states: Uint8Array): number {
  let undated = 0;
  for (let row = 0; row < length; row++) {
    if (states[row] === passes && ((columns.flags[row] ?? 0) & flag.dated) === 0) undated++;
  }
  return undated;
}

function increase(counts: number[], index: number | undefined, by: number): void {
  if (index !== undefined) counts[index] = (counts[index] ?? 0) + by;
}
