import type { CollectionId } from "./collection.ts";
import type { HandSentiment } from "./coding.ts";
import type { KeptBecause } from "./item.ts";

/** What the sentiment column says: a person's word before the computed one. `unscored`: neither. */
export type SentimentClass = "negative" | "neutral" | "positive" | "unscored";

/** From where computed scores count as positive or negative, as VADER's authors propose. */
const sentimentEdge = 0.05;

export function sentimentClass(
  computed: number | undefined,
  byHand: HandSentiment | undefined,
): SentimentClass {
  const score = byHand ?? computed;
  if (score === undefined) return "unscored";
  if (score >= sentimentEdge) return "positive";
  return score <= -sentimentEdge ? "negative" : "neutral";
}

/** Which items. Members of one list are alternatives, lists narrow each other; an empty list narrows nothing. */
export interface ItemFilter {
  readonly collection: CollectionId;
  /** All of these words, by their beginnings, in text, title or note; "in quotation marks" as they stand. */
  readonly text: string;
  /** Brand ids; `""` is an item without a brand. */
  readonly brands: readonly string[];
  /** Brand ids of which an item names every one. */
  readonly together?: readonly string[];
  readonly sites: readonly string[];
  readonly sessions: readonly string[];
  /** Ids of codes of the collection's own coder; `""` is an item that was not coded. */
  readonly codes: readonly string[];
  readonly langs: readonly string[];
  readonly authors: readonly string[];
  readonly sentiments: readonly SentimentClass[];
  readonly why: readonly KeptBecause[];
  /** Of `publishedAt`, else `collectedAt`: from (inclusive) to (exclusive), epoch ms. */
  readonly from?: number;
  readonly to?: number;
  /** Only items with a least confidence of any mention, 0–1. */
  readonly confidence?: number;
}

export type ItemOrder = "time" | "collected" | "confidence" | "sentiment";

export interface ItemQuery {
  readonly filter: ItemFilter;
  readonly order: ItemOrder;
  readonly descending: boolean;
}

/** How many items have a value: those that pass every filter but the one on this facet. Most first. */
export type FacetCounts = readonly {
  readonly value: string;
  readonly name?: string;
  readonly count: number;
}[];

export type Facet = "brands" | "sites" | "sessions" | "codes" | "langs" | "sentiments" | "why";

export interface FoundItems {
  /** `ResearchItem.seq` of everything that passes, in order. Up to a million. */
  readonly seqs: Uint32Array<ArrayBuffer>;
  /** Items in the collection. */
  readonly total: number;
  readonly facets: Readonly<Record<Facet, FacetCounts>>;
}

/** By what a chart splits its bars. */
export type SeriesSplit = "none" | "brands" | "sites" | "codes" | "sentiments";

export interface SeriesQuery {
  readonly filter: ItemFilter;
  readonly split: SeriesSplit;
  /** Chosen by the span of time where none is given. */
  readonly step?: "day" | "week" | "month";
}

/** Items over time. Days are UTC. */
export interface TimeSeries {
  readonly step: "day" | "week" | "month";
  /** Beginnings of the steps, epoch ms, rising, without gaps. */
  readonly starts: readonly number[];
  /** One a value of the split, most first; `counts` has one number a step. */
  readonly lines: readonly {
    readonly value: string;
    readonly name?: string;
    readonly counts: readonly number[];
  }[];
  /** Posts seen in the chosen sessions and platforms that were published in the step: the denominator. */
  readonly seen: readonly number[];
  /** Posts seen whose day of publication is unknown. */
  readonly seenUndated: number;
  /** Items without a time of publication, counted by when they were collected. */
  readonly undated: number;
}

/** How often two brands are named in one item. Most first. */
export interface CoMention {
  readonly brands: readonly [string, string];
  readonly names: readonly [string, string];
  readonly count: number;
}
