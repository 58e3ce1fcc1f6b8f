import type { ItemFilter } from "../../model/research/query.ts";
import type { ChartWords } from "./chart-words.ts";
import { rangeWords } from "./steps.ts";

type NamedList = "brands" | "sites" | "codes" | "sentiments" | "langs" | "why";
type CountedList = "sessions" | "authors";

/** The words of filters in one language. */
export interface FilterWords {
  readonly none: string;
  list(kind: NamedList, values: readonly string[]): string;
  /** Ids that mean nothing to a reader are counted. */
  many(kind: CountedList, count: number): string;
  why(value: ItemFilter["why"][number]): string;
  text(value: string): string;
  range(days: string): string;
  confidence(least: number): string;
}

export type AllWords = ChartWords & { readonly filters: FilterWords };

/** The filters in force, one line each; one that says so where there are none. */
export function filterLines(filter: ItemFilter, words: AllWords): readonly string[] {
  const { filters } = words;
  const lines: string[] = [];
  if (filter.text) lines.push(filters.text(filter.text));
  for (const kind of ["brands", "sites", "codes", "sentiments"] as const) {
    const values = filter[kind].map((value: string) => words.value(kind, value));
    if (values.length > 0) lines.push(filters.list(kind, values));
  }
  if (filter.langs.length > 0) lines.push(filters.list("langs", filter.langs));
  if (filter.why.length > 0) lines.push(filters.list("why", filter.why.map(filters.why)));
  for (const kind of ["sessions", "authors"] as const) {
    if (filter[kind].length > 0) lines.push(filters.many(kind, filter[kind].length));
  }
  if (filter.from !== undefined || filter.to !== undefined) {
    const [from, to] = [filter.from ?? 0, filter.to ?? Date.UTC(9999, 11, 31)];
    lines.push(filters.range(rangeWords(from, to, words.language)));
  }
  if (filter.confidence !== undefined && filter.confidence > 0)
    lines.push(filters.confidence(filter.confidence));
  return lines.length > 0 ? lines : [filters.none];
}
