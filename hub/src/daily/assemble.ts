import { type FeedBrand, type FeedDailyExtras, type FeedFact } from "../../../lib/schema/feed-daily.ts";
import type { Source } from "../../../lib/sources/define-source.ts";
import type { Answer } from "./answer.ts";
import type { DailyBrand } from "./brand.ts";

/** Entries are at most so long. The feed cuts them for the daily file; the rest of them stands in buckets. */
const most = { facts: 200, titles: 60 } as const;
const yearSeconds = 365 * 86_400;

/** What all sources together say of each brand, and whom it comes from. */
export function assemble(
  brands: readonly DailyBrand[],
  answers: ReadonlyMap<Source, Iterable<Answer>>,
  nowMs: number,
): Required<Pick<FeedDailyExtras, "brands" | "sources">> {
  const byBrand = new Map<string, Answer[]>();
  const sourceOf = new Map<Answer, Source>();
  for (const [source, all] of answers)
    for (const answer of all) {
      sourceOf.set(answer, source);
      byBrand.set(answer.brand, [...(byBrand.get(answer.brand) ?? []), answer]);
    }
  const said = new Set<Source>();
  const entries: [string, FeedBrand][] = [];
  for (const { brandId } of brands) {
    const own = (byBrand.get(brandId) ?? []).filter((answer) => answer.facts.length + answer.threads > 0);
    if (own.length === 0) continue;
    for (const answer of own) said.add(sourceOf.get(answer) as Source);
    entries.push([brandId, entryOf(own, sourceOf, Math.floor(nowMs / 1000))]);
  }
  const named = [...said].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    brands: Object.fromEntries(entries),
    sources: Object.fromEntries(
      named.map(({ id, name, licence, attribution }) => [id, { name, licence, attribution }]),
    ),
  };
}

function entryOf(answers: readonly Answer[], sourceOf: ReadonlyMap<Answer, Source>, asOf: number): FeedBrand {
  const facts = answers
    .flatMap((answer) => answer.facts)
    .toSorted((a, b) => rankOf(a, asOf) - rankOf(b, asOf) || (b.at ?? 0) - (a.at ?? 0));
  const threads = answers
    .filter((answer) => answer.threads > 0)
    .map((answer): [string, number] => [sourceOf.get(answer)?.id ?? "", answer.threads]);
  const titles = answers.flatMap((answer) => answer.titles).toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  return {
    ...(facts.length > 0 && { facts: facts.slice(0, most.facts) }),
    ...(threads.length > 0 && { threads: Object.fromEntries(threads) }),
    ...(titles.length > 0 && { newestTitles: titles.slice(0, most.titles) }),
  };
}

/** What a reader needs most comes first: wherever room runs out, the end is cut off. */
function rankOf({ property, at = 0 }: FeedFact, asOf: number): number {
  if (property === "recall") return at > asOf - yearSeconds ? 0 : 2;
  return property === "owner" || property === "complaint" ? 1 : 3;
}
