import type { DailyBrandRow, DailyTitle } from "../db/talk-rows.ts";
import type { ReadDaily } from "../feeds/index.ts";
import type { Fact } from "../model/fact.ts";
import { isSampleHost } from "../model/sample.ts";
import type { FeedBrand, FeedFact, FeedTitle } from "../schema/feed-daily.ts";

/** What a reader shows of a brand at most, whatever a feed says. */
const most = { facts: 50, titles: 30, threads: 100 } as const;
/** Kinds of facts that this version knows. Others are for later ones. */
const kinds: Readonly<Record<string, Fact["kind"]>> = {
  recall: "recall",
  complaint: "complaint",
  owner: "owner",
  identifier: "identifier",
  profile: "profile",
  article: "article",
  product: "product",
};
const severities: Readonly<Record<string, NonNullable<Fact["severity"]>>> = {
  serious: "serious",
  moderate: "moderate",
  slight: "slight",
};

/** Rows of what a daily file, or a step to one, says of brands. Feeds count in seconds, we in milliseconds. */
export function dailyRows(feed: string, day: string, brands: ReadDaily["brands"]): readonly DailyBrandRow[] {
  return Array.from(brands, ([brandId, entry]) => dailyRow(feed, day, brandId, entry));
}

/** The row of one brand. */
export function dailyRow(feed: string, day: string, brandId: string, entry: FeedBrand): DailyBrandRow {
  return {
    feed,
    brandId,
    day,
    facts: (entry.facts ?? []).slice(0, most.facts).flatMap((fact) => factOf(fact)),
    threads: Object.fromEntries(Object.entries(entry.threads ?? {}).slice(0, most.threads)),
    titles: (entry.newestTitles ?? []).slice(0, most.titles).flatMap((title) => titleOf(title)),
    ...(isSampleHost(brandId) && { isSample: true as const }),
  };
}

/** A fact without a page of its own, or of a kind that nobody here knows, is none. */
function factOf({ property, value, sourceId, sourceUrl, id, at, ...rest }: FeedFact): readonly Fact[] {
  const kind = Object.hasOwn(kinds, property) ? kinds[property] : undefined;
  if (!kind || !sourceUrl || !URL.canParse(sourceUrl)) return [];
  const { severity = "", products, count } = rest;
  const known = Object.hasOwn(severities, severity) ? severities[severity] : undefined;
  return [
    {
      key: `${sourceId}:${id ?? `${property} ${sourceUrl} ${value}`}`,
      source: sourceId,
      kind,
      title: value,
      url: sourceUrl,
      ...(at !== undefined && { at: at * 1000 }),
      ...(known && { severity: known }),
      ...(products && { products }),
      ...(count !== undefined && { count }),
    },
  ];
}

function titleOf({ title, url, sourceId, at }: FeedTitle): readonly DailyTitle[] {
  if (!URL.canParse(url)) return [];
  return [{ source: sourceId, title, url, ...(at !== undefined && { publishedAt: at * 1000 }) }];
}
