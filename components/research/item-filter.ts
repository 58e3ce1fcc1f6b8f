import type { CollectionId } from "../../lib/model/research/collection.ts";
import type { Facet, ItemFilter, ItemQuery } from "../../lib/model/research/query.ts";

/** Everything in a collection. */
export function wholeOf(collection: CollectionId): ItemFilter {
  return {
    collection,
    text: "",
    brands: [],
    sites: [],
    sessions: [],
    codes: [],
    langs: [],
    authors: [],
    sentiments: [],
    why: [],
  };
}

/** Lists of a filter, in the order in which they are shown. */
export const filterLists = [
  "brands",
  "sites",
  "sentiments",
  "codes",
  "langs",
  "why",
  "sessions",
  "authors",
] as const satisfies readonly (Facet | "authors")[];
export type FilterList = (typeof filterLists)[number];

/** The filter with a value taken in, or taken out where it was in. */
export function toggled(filter: ItemFilter, list: FilterList, value: string): ItemFilter {
  const chosen: readonly string[] = filter[list];
  return {
    ...filter,
    [list]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
  };
}

/** Whether it leaves anything out. */
export function isNarrowed(filter: ItemFilter): boolean {
  const { text, from, to, confidence, together } = filter;
  return (
    text !== "" ||
    from !== undefined ||
    to !== undefined ||
    confidence !== undefined ||
    together !== undefined ||
    filterLists.some((list) => filter[list].length > 0)
  );
}

/** Newest first. */
export function firstQuestion(collection: CollectionId): ItemQuery {
  return { filter: wholeOf(collection), order: "time", descending: true };
}

/** As a change of any filter: nothing narrows any more. */
export function everything(collection: CollectionId): Partial<ItemFilter> {
  return {
    together: undefined,
    from: undefined,
    to: undefined,
    confidence: undefined,
    ...wholeOf(collection),
  };
}
