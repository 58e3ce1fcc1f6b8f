import type { ItemFilter } from "../../model/research/query.ts";
import type { ChartWords } from "./chart-words.ts";
import { rangeWords } from "./steps.ts";

type NamedList = "brands" | "together" | "sites" | "codes" | "sentiments" | "langs" | "why";
type CountedList = "sessions" | "authors";

/** The words of filters in one language. */
interface FilterWords {
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
  const lines = [...listLines(filter, words), ...boundLines(filter, words)];
  if (filter.text) lines.unshift(words.filters.text(filter.text));
  return lines.length > 0 ? lines : [words.filters.none];
}

function listLines(filter: ItemFilter, { filters, value }: AllWords): string[] {
  const named: readonly (readonly [NamedList, readonly string[]])[] = [
    ["brands", filter.brands.map((brand) => value("brands", brand))],
    ["together", (filter.together ?? []).map((brand) => value("brands", brand))],
    ["sites", filter.sites.map((site) => value("sites", site))],
    ["codes", filter.codes.map((code) => value("codes", code))],
    ["sentiments", filter.sentiments.map((sentiment) => value("sentiments", sentiment))],
    ["langs", filter.langs],
    ["why", filter.why.map((why) => filters.why(why))],
  ];
  const counted = (["sessions", "authors"] as const).filter((kind) => filter[kind].length > 0);
  return [
    ...named.filter(([, values]) => values.length > 0).map(([kind, values]) => filters.list(kind, values)),
    ...counted.map((kind) => filters.many(kind, filter[kind].length)),
  ];
}

function boundLines({ from, to, confidence }: ItemFilter, { filters, language }: AllWords): string[] {
  const lines: string[] = [];
  if (from !== undefined || to !== undefined)
    lines.push(filters.range(rangeWords(from ?? 0, to ?? Date.UTC(9999, 11, 31), language)));
  if (confidence !== undefined && confidence > 0) lines.push(filters.confidence(confidence));
  return lines;
}
