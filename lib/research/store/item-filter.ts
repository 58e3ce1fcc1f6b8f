import type { Facet, ItemFilter } from "../../model/research/query.ts";
import { reasons, sentimentClasses } from "./indexed-item.ts";
import type { Interner, SetInterner } from "./interner.ts";
import { flag, hashOf } from "./item-columns.ts";
import type { ItemTable } from "./item-table.ts";

/** One facet's column, and which of its numbers pass. */
export interface FacetColumn {
  readonly facet: Facet;
  readonly column: Uint32Array | Uint8Array;
  /** How many different numbers there are. */
  readonly size: number;
  /** By number, 1 passes; none where nothing is chosen. */
  readonly passing: Uint8Array | undefined;
}

/** A filter, made ready to ask row after row. */
export interface RowFilter {
  readonly facets: readonly FacetColumn[];
  /** Everything but the facets. */
  readonly passesRest: (row: number) => boolean;
}

/** `found`: by row, 1 has the words that were searched for; none where none were. */
export function rowFilter(table: ItemTable, filter: ItemFilter, found: Uint8Array | undefined): RowFilter {
  return { facets: facetColumns(table, filter), passesRest: restOf(table, filter, found) };
}

/** What passes all of it: by row, 1 passes. */
export function passingRows({ length }: ItemTable, { facets, passesRest }: RowFilter): Uint8Array {
  const chosen = facets.filter(({ passing }) => passing !== undefined);
  const rows = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    if (passesRest(row) && chosen.every(({ column, passing }) => passing?.[column[row] ?? 0] === 1)) {
      rows[row] = 1;
    }
  }
  return rows;
}

function facetColumns({ columns, names }: ItemTable, filter: ItemFilter): FacetColumn[] {
  return [
    {
      facet: "brands",
      column: columns.brands,
      size: names.brandSets.size,
      passing: passingSets(names.brandSets, names.brands, filter.brands),
    },
    {
      facet: "codes",
      column: columns.codes,
      size: names.codeSets.size,
      passing: passingSets(names.codeSets, names.codes, filter.codes),
    },
    interned("sites", columns.sites, names.sites, filter.sites),
    interned("sessions", columns.sessions, names.sessions, filter.sessions),
    interned("langs", columns.langs, names.langs, filter.langs),
    listed("sentiments", columns.classes, sentimentClasses, filter.sentiments),
    listed("why", columns.why, reasons, filter.why),
  ];
}

function interned(
  facet: Facet,
  column: Uint32Array,
  names: Interner,
  wanted: readonly string[],
): FacetColumn {
  const ids = wanted.map((value) => names.find(value));
  return { facet, column, size: names.size, passing: marks(names.size, ids, wanted) };
}

function listed<T extends string>(
  facet: Facet,
  column: Uint8Array,
  values: readonly T[],
  wanted: readonly T[],
): FacetColumn {
  const ids = wanted.map((value) => values.indexOf(value));
  return { facet, column, size: values.length, passing: marks(values.length, ids, wanted) };
}

function marks(
  size: number,
  ids: readonly (number | undefined)[],
  wanted: readonly unknown[],
): Uint8Array | undefined {
  if (wanted.length === 0) return undefined;
  const passing = new Uint8Array(size);
  // A number that is not there marks nothing.
  for (const id of ids) if (id !== undefined) passing[id] = 1;
  return passing;
}

function passingSets(sets: SetInterner, names: Interner, wanted: readonly string[]): Uint8Array | undefined {
  if (wanted.length === 0) return undefined;
  const ids = new Set(wanted.map((value) => names.find(value)));
  return Uint8Array.from(sets.sets(), (members) => (members.some((member) => ids.has(member)) ? 1 : 0));
}

/** Sets that have all of these brands: by number, 1 passes. */
function setsWithAll({ names }: ItemTable, wanted: readonly string[] | undefined): Uint8Array | undefined {
  if (!wanted || wanted.length === 0) return undefined;
  const ids = wanted.map((value) => names.brands.find(value));
  return Uint8Array.from(names.brandSets.sets(), (members) =>
    ids.every((id) => id !== undefined && members.includes(id)) ? 1 : 0,
  );
}

function restOf(
  table: ItemTable,
  filter: ItemFilter,
  found: Uint8Array | undefined,
): (row: number) => boolean {
  const { flags, times, confidences, authors, brands } = table.columns;
  const from = filter.from ?? Number.NEGATIVE_INFINITY;
  const to = filter.to ?? Number.POSITIVE_INFINITY;
  const isTimed = filter.from !== undefined || filter.to !== undefined;
  // Rounded as the column is, so that a confidence passes its own threshold.
  const least = filter.confidence === undefined ? undefined : Math.fround(filter.confidence);
  const writers = filter.authors.length === 0 ? undefined : new Set(filter.authors.map(hashOf));
  const together = setsWithAll(table, filter.together);
  const isNamed = (row: number): boolean =>
    (!found || found[row] === 1) && (!together || together[brands[row] ?? 0] === 1);
  return (row) => {
    if (((flags[row] ?? 0) & flag.alive) === 0 || !isNamed(row)) return false;
    if (isTimed && !((times[row] ?? 0) >= from && (times[row] ?? 0) < to)) return false;
    if (least !== undefined && !((confidences[row] ?? 0) >= least)) return false;
    return writers?.has(authors[row] ?? Number.NaN) ?? true;
  };
}
