import * as z from "zod";
import type { Thread } from "../../../lib/model/conversation.ts";
import type { Fact } from "../../../lib/model/fact.ts";
import { FeedFact, FeedTitle, feedBrandLimits } from "../../../lib/schema/feed-daily.ts";

/** What a source said of a brand, as it is kept between two runs: nothing of it is a text or somebody's name. */
export const Answer = z.object({
  brand: z.string(),
  /** When it was asked with success, in epoch ms; 0: never. */
  at: z.number(),
  /** When it was asked in vain since, in epoch ms. */
  failedAt: z.number().optional(),
  /** Requests that the last asking took. */
  requests: z.number(),
  facts: z.array(FeedFact),
  /** Conversations about the brand that were found. */
  threads: z.number(),
  titles: z.array(FeedTitle),
});
export type Answer = z.infer<typeof Answer>;

/** Facts and titles of one source that are kept: more than the daily file has room for goes into buckets. */
const most = { facts: 100, titles: 30 } as const;
/** Kinds that are passed on. Accounts and products are for a search. */
const kinds: ReadonlySet<Fact["kind"]> = new Set(["recall", "complaint", "owner", "identifier", "article"]);

/** @param nowMs - Epoch ms: what is dated later is not dated. */
export function feedFacts(facts: readonly Fact[], nowMs: number): FeedFact[] {
  return facts
    .filter(({ kind }) => kinds.has(kind))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .slice(0, most.facts)
    .map((fact) => feedFact(fact, nowMs));
}

function feedFact(
  { key, source, kind, title, url, at, severity, products = [], count }: Fact,
  nowMs: number,
): FeedFact {
  const named = products.slice(0, feedBrandLimits.products).map((name) => name.slice(0, 200));
  return {
    property: kind,
    value: title.slice(0, 300),
    sourceId: source,
    sourceUrl: url,
    id: key.slice(source.length + 1, source.length + 301),
    ...seconds(at, nowMs),
    ...(severity && { severity }),
    ...(named.length > 0 && { products: named }),
    ...(count !== undefined && Number.isSafeInteger(count) && count >= 0 && { count }),
  };
}

export function feedTitles(threads: readonly Thread[], nowMs: number): FeedTitle[] {
  return threads
    .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))
    .slice(0, most.titles)
    .map((thread) => feedTitle(thread, nowMs));
}

function feedTitle({ title, url, source, publishedAt }: Thread, nowMs: number): FeedTitle {
  return { title: title.slice(0, 300), url, sourceId: source, ...seconds(publishedAt, nowMs) };
}

function seconds(ms: number | undefined, nowMs: number): { at?: number } {
  return ms === undefined || ms < 0 || ms > nowMs ? {} : { at: Math.floor(ms / 1000) };
}
