import type { Conversation } from "../model/conversation.ts";
import type { Fact } from "../model/fact.ts";
import type { OfficialKey } from "../model/official.ts";
import type { PlaceAnswer } from "../model/search.ts";

/** What the cache needs to know of a row beside what it holds. */
interface Cached {
  /** Last time that a person looked at it, in epoch ms. */
  readonly usedAt: number;
  /** About how much room it takes: UTF-16 units of its JSON. */
  readonly size: number;
}

/** `answers`: what places answered about brands. One row a brand and place. */
export type AnswerRow = PlaceAnswer & Cached;

/** `conversations`: threads that were read. */
export interface ConversationRow extends Cached {
  /** `Thread.key`. */
  readonly key: string;
  readonly brandId: string;
  readonly conversation: Conversation;
  /** When it was fetched, in epoch ms. */
  readonly at: number;
}

/** A conversation as the daily file lists it: no text and nobody's name. */
export interface DailyTitle {
  readonly source: string;
  readonly title: string;
  readonly url: string;
  /** Epoch ms. */
  readonly publishedAt?: number;
}

/** What stands for a feed where the person's own visit to a brand's front page has shown the proof. */
export const pageFeed = "page";

/** `officialKeys`: keys that a feed calls proven, or (`pageFeed`) a front page that was open. */
export interface OfficialKeyRow extends OfficialKey {
  readonly feed: string;
}

/** `dailyBrands`: what the newest daily file of a feed says of a brand. */
export interface DailyBrandRow {
  readonly feed: string;
  readonly brandId: string;
  /** Of the file in which its entry last changed: `2026-05-03`. */
  readonly day: string;
  readonly facts: readonly Fact[];
  /** How many conversations there are, by source id. */
  readonly threads: Readonly<Record<string, number>>;
  readonly titles: readonly DailyTitle[];
  /** From the sample world. */
  readonly isSample?: true;
}

/**
 * `bucketBrands`: what a feed's bucket says of a brand, because a person asked. Apart from `dailyBrands`: what is drawn
 * on pages and what is news of a followed brand must not depend on who pressed what. Empty where the bucket had nothing.
 */
export interface BucketBrandRow extends DailyBrandRow {
  /** When it was read, in epoch ms. */
  readonly readAt: number;
  /** Signed statements of the bucket that held, where the feed keeps them there: about all its sites. */
  readonly statements?: number;
}
