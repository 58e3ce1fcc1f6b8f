import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import {
  changeDailyBrands,
  dailyBrandsOf,
  hasDailyBrands,
  removeDailyBrands,
  replaceDailyBrands,
} from "./daily-brands.ts";
import { feedsWithWords } from "./feed-words.ts";
import type { DailyBrandRow } from "./talk-rows.ts";

const [one, two] = ["https://one.example/feed", "https://two.example/feed"] as const;
const row = (feed: string, brandId: string, day = "2026-03-01"): DailyBrandRow => ({
  feed,
  brandId,
  day,
  facts: [],
  threads: {},
  titles: [],
});

let db: CommunityDatabase;
let count = 0;
beforeEach(() => {
  db = openCommunity(`daily-brands-${++count}`);
});
afterEach(() => db.delete());

const stored = async (): Promise<string[]> =>
  (await db.dailyBrands.toArray()).map(
    ({ feed, brandId, day }) => `${feed.slice(8, 11)} ${brandId} ${day.slice(8)}`,
  );

it("a feed's rows replace those it had before, and leave those of other feeds alone", async () => {
  await replaceDailyBrands(db, one, [row(one, "a"), row(one, "b")]);
  await replaceDailyBrands(db, two, [row(two, "a")]);
  await replaceDailyBrands(db, one, [row(one, "b", "2026-03-02"), row(one, "c", "2026-03-02")]);
  expect(await stored()).toEqual(["two a 01", "one b 02", "one c 02"]);
});

it("a change puts and takes out, and touches nothing else", async () => {
  await replaceDailyBrands(db, one, [row(one, "a"), row(one, "b"), row(one, "c")]);
  await changeDailyBrands(db, one, { rows: [row(one, "b", "2026-03-02")], gone: ["c", "never there"] });
  expect(await stored()).toEqual(["one a 01", "one b 02"]);
});

it("a brand is told by all feeds that know it, and only that brand", async () => {
  await replaceDailyBrands(db, one, [row(one, "shoe.com"), row(one, "shoe.com.evil")]);
  await replaceDailyBrands(db, two, [row(two, "shoe.com")]);
  expect((await dailyBrandsOf(db, "shoe.com")).map(({ feed }) => feed)).toEqual([one, two]);
  expect(await dailyBrandsOf(db, "unknown")).toEqual([]);
});

it("a feed that is taken out leaves nothing behind", async () => {
  await replaceDailyBrands(db, one, [row(one, "a")]);
  await replaceDailyBrands(db, two, [row(two, "a")]);
  expect(await feedsWithWords(db)).toEqual([one, two]);
  expect(await hasDailyBrands(db)).toBe(true);
  await removeDailyBrands(db, one);
  expect(await feedsWithWords(db)).toEqual([two]);
});

it("thousands of rows fit, in one write after the other", async () => {
  const rows = Array.from({ length: 1234 }, (_, i) => row(one, `brand${i}.com`));
  await replaceDailyBrands(db, one, rows);
  expect(await db.dailyBrands.count()).toBe(1234);
  await replaceDailyBrands(db, one, []);
  expect(await db.dailyBrands.count()).toBe(0);
});
