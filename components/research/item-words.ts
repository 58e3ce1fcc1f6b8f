import { codeKey, formatDate, formatNumber, t } from "../../lib/i18n.ts";
import type { TimePrecision } from "../../lib/model/post.ts";
import type { Coding } from "../../lib/model/research/coding.ts";
import type { KeptBecause, ResearchItem } from "../../lib/model/research/item.ts";
import { sentimentClass, type SentimentClass } from "../../lib/model/research/query.ts";

/** When something was, in days and hours, no finer than anybody knows. */
export interface TimeWords {
  readonly day: string;
  /** None where only the day or less is known. */
  readonly clock?: string;
}

const days: Partial<Record<TimePrecision, Intl.DateTimeFormatOptions>> = {
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

export function timeWords(atMs: number, precision: TimePrecision = "minute"): TimeWords {
  const day = formatDate(atMs, days[precision] ?? { day: "numeric", month: "short", year: "numeric" });
  if (precision === "day" || precision === "month" || precision === "year") return { day };
  const clock = formatDate(atMs, {
    hour: "2-digit",
    ...(precision !== "hour" && { minute: "2-digit" }),
  });
  return { day, clock };
}

/** Day and hour in one line. */
export function timeLine(atMs: number, precision?: TimePrecision): string {
  const { day, clock } = timeWords(atMs, precision);
  return clock === undefined ? day : t("research_time", { day, clock });
}

/** Brands that an item names, each once, surest first. */
export function brandsOf({ mentions }: ResearchItem): readonly string[] {
  const sure = mentions.toSorted((a, b) => b.confidence - a.confidence);
  return [...new Map(sure.map(({ brandId, name }) => [brandId, name])).values()];
}

/** How sure the surest mention is, 0–1. */
export function confidenceOf({ mentions }: ResearchItem): number | undefined {
  return mentions.length > 0 ? Math.max(...mentions.map(({ confidence }) => confidence)) : undefined;
}

/** 0–1 as it is written everywhere here: `0.97`. */
export function confidenceWords(confidence: number): string {
  return formatNumber(confidence, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function sentimentOf(item: ResearchItem, coding: Coding | undefined): SentimentClass {
  return sentimentClass(item.sentiment?.score, coding?.sentiment);
}

export function sentimentWords(sentiment: SentimentClass): string {
  return t(codeKey("research_sentiment", sentiment));
}

export function whyWords(why: KeptBecause): string {
  return t(codeKey("research_why", why));
}
