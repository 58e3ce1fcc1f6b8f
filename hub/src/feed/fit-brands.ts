import type { FeedBrand } from "../../../lib/schema/feed-daily.ts";
import { feedBrandLimits } from "../../../lib/schema/feed-daily.ts";

type Brands = Readonly<Record<string, FeedBrand>>;

export interface FittedBrands {
  /** What the daily file says. */
  readonly brands: Record<string, FeedBrand>;
  /** Brands of which more is known than it says: they go into buckets. */
  readonly rest: Brands;
}

interface Most {
  readonly facts: number;
  readonly titles: number;
}

/** How much is said of each brand, most first. The same for all, so that length says nothing about fame. */
const levels: readonly Most[] = [
  feedBrandLimits,
  { facts: 10, titles: 5 },
  { facts: 5, titles: 3 },
  { facts: 3, titles: 1 },
  { facts: 2, titles: 0 },
];
const yearSeconds = 365 * 86_400;
const encoder = new TextEncoder();

/**
 * Cuts what is known of brands so that it fits. Where even little of each is too much, brands with a recall of the
 * last twelve months come first, then those with any fact; the rest is found in buckets alone.
 *
 * @param mostBytes - Of the brands' JSON.
 * @param asOf - Seconds.
 */
export function fitBrands(all: Brands, mostBytes: number, asOf: number): FittedBrands {
  const entries = Object.entries(all).toSorted(byId);
  for (const level of levels) {
    const cut = fitting(entries, level, mostBytes);
    if (cut.length === entries.length) return fitted(all, cut);
  }
  const least = levels.at(-1) ?? feedBrandLimits;
  const byWeight = entries.toSorted(([, a], [, b]) => weightOf(b, asOf) - weightOf(a, asOf));
  return fitted(all, fitting(byWeight, least, mostBytes).toSorted(byId));
}

type Entry = readonly [id: string, brand: FeedBrand];

function byId([a]: Entry, [b]: Entry): number {
  return a < b ? -1 : 1;
}

/** The first of these that fit, cut. */
function fitting(entries: readonly Entry[], level: Most, mostBytes: number): readonly Entry[] {
  const kept: Entry[] = [];
  let bytes = 0;
  for (const [id, brand] of entries) {
    const entry: Entry = [id, cutTo(brand, level)];
    bytes += sizeOf(entry);
    if (bytes > mostBytes) break;
    kept.push(entry);
  }
  return kept;
}

function cutTo({ facts, newestTitles, ...rest }: FeedBrand, most: Most): FeedBrand {
  const titles = newestTitles?.slice(0, most.titles) ?? [];
  return {
    ...(facts && { facts: facts.slice(0, most.facts) }),
    ...rest,
    ...(titles.length > 0 && { newestTitles: titles }),
  };
}

function fitted(all: Brands, cut: readonly Entry[]): FittedBrands {
  const brands = Object.fromEntries(cut);
  const isWhole = (id: string, { facts = [], newestTitles = [] }: FeedBrand): boolean => {
    const said = Object.hasOwn(brands, id) ? brands[id] : undefined;
    return (
      said !== undefined &&
      (said.facts ?? []).length === facts.length &&
      (said.newestTitles ?? []).length === newestTitles.length
    );
  };
  return {
    brands,
    rest: Object.fromEntries(Object.entries(all).filter(([id, entry]) => !isWhole(id, entry))),
  };
}

function weightOf({ facts = [], newestTitles = [] }: FeedBrand, asOf: number): number {
  const isRecent = facts.some(({ property, at = 0 }) => property === "recall" && at > asOf - yearSeconds);
  return (isRecent ? 1000 : 0) + Math.min(facts.length, 50) * 10 + Math.min(newestTitles.length, 9);
}

/** Bytes of an entry in the file, its id, colon and comma included. */
function sizeOf([id, entry]: Entry): number {
  return encoder.encode(JSON.stringify({ [id]: entry })).length;
}
