import type { ItemFilter, SeriesQuery, TimeSeries } from "../../model/research/query.ts";
import type { Tally } from "../../model/research/session.ts";
import { commonValues, valuesOf } from "./facet-values.ts";
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
  const totals = new Uint32Array(size);
  for (let row = 0; row < length; row++) {
    const number = column[row] ?? 0;
    if (states[row] === passes) totals[number] = (totals[number] ?? 0) + 1;
  }
  const values = commonValues(names, facet, totals, mostLines);
  const counts = new Map(values.map(({ value }) => [value, steps.zeros()]));
  // By number: what it stands for is looked up once.
  const linesAt = Array.from(totals, (total, number): number[][] =>
    total === 0
      ? []
      : valuesOf(names, facet, number)
          .map((value) => counts.get(value))
          .filter((line) => line !== undefined),
  );
  for (let row = 0; row < length; row++) {
    if (states[row] !== passes) continue;
    const index = steps.indexAt(columns.times[row] ?? 0);
    for (const line of linesAt[column[row] ?? 0] ?? []) increase(line, index, 1);
  }
  return values.map(({ value }) =>
    lineOf(value, facet === "brands" ? names.brandNames.get(value) : undefined, counts.get(value) ?? []),
  );
}

function lineOf(
  value: string,
  name: string | undefined,
  counts: readonly number[],
): TimeSeries["lines"][number] {
  return name === undefined ? { value, counts } : { value, name, counts };
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
