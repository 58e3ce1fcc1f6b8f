import type { KeptBecause } from "../../model/research/item.ts";
import type { ReportFacts } from "./facts.ts";
import type { AllWords } from "./filter-lines.ts";
import type { ChartNote } from "./chart-words.ts";

/*
 * A report is a document in English, as papers and ethics boards want it, and is written in a worker, where the
 * browser's translations are out of reach. Decision 0097.
 */

const number = new Intl.NumberFormat("en");
export const figure = (value: number): string => number.format(value);

/** `1 item`, `12 items`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const minute = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
export const dayText = (at: number): string => day.format(at);
export const minuteText = (at: number): string => `${minute.format(at)} UTC`;

export const whyText: Readonly<Record<KeptBecause, string>> = {
  everything: "everything seen",
  words: "own words",
  mention: "a brand was found",
  sample: "sample of what did not match",
  "by-hand": "chosen by hand",
  import: "imported",
};

const notes: Readonly<Record<ChartNote, (count: number) => string>> = {
  undated: (count) => `${counted(count, "item")} without a date are counted on the day of collection.`,
  "seen-undated": (count) =>
    `${counted(count, "post")} seen, of which the day is unknown, are not on the line.`,
  several: () => "An item with several counts for each of them.",
  "no-rate": (count) => `${counted(count, "step")} have no rate: fewer posts were seen than items kept.`,
  "pair-share": () => "Share of the items that name either brand.",
  "sentiment-known": () => knownSentiment,
  "sentiment-unchecked": () => "Sentiment was not checked on this collection.",
};

export const knownSentiment =
  "Known methods of sentiment analysis agree with people on 57 % of tweets about brands.";

const titles = {
  time: "Items over time",
  brands: "Items by brand",
  sites: "Items by platform",
  codes: "Items by code",
  sentiments: "Items by sentiment",
  pairs: "Brands named together",
} as const;

const columns = {
  day: "Day",
  week: "Week",
  month: "Month",
  brands: "Brand",
  sites: "Platform",
  codes: "Code",
  sentiments: "Sentiment",
} as const;

const lists = {
  brands: "Brand",
  together: "Names all of",
  sites: "Platform",
  codes: "Code",
  sentiments: "Sentiment",
  langs: "Language",
  why: "Kept because",
} as const;

/** English words for charts and filters of one report. */
export function reportWords({ collection, facets, siteName }: ReportFacts): AllWords {
  const codes = new Map(collection.codebook.codes.map(({ id, name }) => [id, name]));
  const brands = new Map(facets.brands.map(({ value, name }) => [value, name]));
  return {
    language: "en",
    items: "Items",
    seen: "Posts seen",
    rate: "Items per 1,000 posts seen",
    other: "Others",
    pair: "Brands",
    share: "Share of either",
    title: (id) => titles[id],
    column: (what) => columns[what],
    value: (kind, value, name) => {
      if (kind === "sentiments") return value === "unscored" ? "not scored" : value;
      if (kind === "sites") return siteName(value);
      if (value === "") return kind === "codes" ? "Not coded" : "No brand";
      return name ?? (kind === "codes" ? codes : brands).get(value) ?? value;
    },
    note: (note, count) => notes[note](count),
    filters: {
      none: "no filter",
      list: (kind, values) => `${lists[kind]}: ${values.join(", ")}`,
      many: (kind, count) => counted(count, kind === "sessions" ? "session" : "author"),
      why: (value) => whyText[value],
      text: (value) => `Text: ${value}`,
      range: (range) => `Published ${range}`,
      confidence: (least) => `Confidence from ${least}`,
    },
  };
}
