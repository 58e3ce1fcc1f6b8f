import { t, type MessageKey } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { KeptBecause } from "../../lib/model/research/item.ts";
import type { FacetCounts, SentimentClass } from "../../lib/model/research/query.ts";
import { languageName } from "../parts/language.ts";
import type { FilterList } from "./item-filter.ts";
import { sentimentWords, whyWords } from "./item-words.ts";
import { siteName } from "./site-names.ts";

/** What a list of values is about. */
export const facetHeadings: Readonly<Record<FilterList, MessageKey>> = {
  authors: "research_column_author",
  brands: "research_column_brand",
  codes: "research_column_codes",
  langs: "research_column_lang",
  sentiments: "research_column_sentiment",
  sessions: "research_sessions",
  sites: "research_column_site",
  why: "research_column_why",
};

/** What an item without any is counted under. */
const none: Partial<Record<FilterList, MessageKey>> = {
  brands: "research_no_brand",
  codes: "research_not_coded",
  langs: "research_no_language",
  sessions: "research_no_session",
  authors: "research_no_author",
};

interface Named {
  readonly collection: Collection;
  /** Of what is found: brands bring their names along. */
  readonly counts: FacetCounts;
}

/** A value of a filter in words. */
export function facetWords(list: FilterList, value: string, { collection, counts }: Named): string {
  const nobody = none[list];
  if (value === "" && nobody) return t(nobody);
  if (list === "sites") return siteName(value);
  if (list === "langs") return languageName(value);
  if (list === "sentiments") return sentimentWords(value as SentimentClass);
  if (list === "why") return whyWords(value as KeptBecause);
  if (list === "codes") return collection.codebook.codes.find(({ id }) => id === value)?.name ?? value;
  return counts.find((count) => count.value === value)?.name ?? value;
}
