import { type SentimentClass, sentimentClass } from "../../model/research/query.ts";
import type { Coding } from "../../model/research/coding.ts";
import type { KeptBecause, ResearchItem } from "../../model/research/item.ts";

/** In the order of their numbers in the columns, which are stored: add at the end. */
export const reasons: readonly KeptBecause[] = [
  "everything",
  "words",
  "mention",
  "sample",
  "by-hand",
  "import",
];
export const sentimentClasses: readonly SentimentClass[] = ["negative", "neutral", "positive", "unscored"];

/** What filters and charts look at of one item. */
export interface IndexedItem {
  readonly seq: number;
  /** Of publication, else of collection. */
  readonly time: number;
  readonly collectedAt: number;
  readonly isDated: boolean;
  readonly author?: string | undefined;
  /** Ids; one `""` where no brand is named. */
  readonly brands: readonly string[];
  /** One `""` where its coder has not looked at it; none where nothing fitted. */
  readonly codes: readonly string[];
  readonly site: string;
  /** `""`: none. */
  readonly session: string;
  readonly lang: string;
  readonly why: KeptBecause;
  readonly confidence: number;
  readonly sentiment: number;
  readonly sentimentClass: SentimentClass;
}

/** No post is older or younger: what a page claims beyond is no time. */
const earliest = Date.UTC(1970, 0, 2);
const latest = Date.UTC(2200, 0, 1);

/** `coding`: of the collection's own coder. */
export function indexedItem(item: ResearchItem, coding: Coding | undefined): IndexedItem {
  const { publishedAt, collectedAt, mentions } = item;
  const isDated = publishedAt !== undefined && publishedAt >= earliest && publishedAt < latest;
  const sentiment = coding?.sentiment ?? item.sentiment?.score;
  return {
    seq: item.seq,
    time: isDated ? publishedAt : collectedAt,
    collectedAt,
    isDated,
    author: item.author,
    brands: mentions.length === 0 ? [""] : mentions.map(({ brandId }) => brandId),
    codes: coding ? coding.codes : [""],
    site: item.site,
    session: item.session ?? "",
    lang: item.lang ?? "",
    why: item.why,
    confidence:
      mentions.length === 0 ? Number.NaN : Math.max(...mentions.map(({ confidence }) => confidence)),
    sentiment: sentiment ?? Number.NaN,
    sentimentClass: sentimentClass(item.sentiment?.score, coding?.sentiment),
  };
}
