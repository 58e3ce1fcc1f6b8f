import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  bucketBrandsOf,
  expireBucketBrands,
  forgetBucketBrandsOf,
  forgetBucketBrandsSince,
  putBucketBrand,
  removeBucketBrands,
} from "./bucket-brands.ts";
import { feedsWithWords } from "./feed-words.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import type { BucketBrandRow } from "./talk-rows.ts";

const [one, two] = ["https://one.example/feed", "https://two.example/feed"] as const;
const row = (feed: string, brandId: string, readAt = 1): BucketBrandRow => ({
  feed,
  brandId,
  readAt,
  day: "2026-03-01",
  facts: [],
  threads: {},
  titles: [],
});

let db: CommunityDatabase;
let count = 0;
beforeEach(async () => {
  db = openCommunity(`bucket-brands-${++count}`);
  for (const each of [row(one, "a"), row(two, "a", 5), row(one, "a.evil", 9)]) await putBucketBrand(db, each);
});
afterEach(() => db.delete());

const stored = async (): Promise<string[]> =>
  (await db.bucketBrands.toArray()).map(({ feed, brandId }) => `${feed.slice(8, 11)} ${brandId}`);

it("a brand is told by the buckets of all feeds, and only that brand", async () => {
  expect((await bucketBrandsOf(db, "a")).map(({ feed }) => feed)).toEqual([one, two]);
  expect(await feedsWithWords(db)).toEqual([one, two]);
});

it("what is read again takes the place of what was there", async () => {
  await putBucketBrand(db, row(one, "a", 7));
  expect((await bucketBrandsOf(db, "a")).map(({ readAt }) => readAt)).toEqual([7, 5]);
});

it("a feed that is taken out leaves nothing behind", async () => {
  await removeBucketBrands(db, one);
  expect(await stored()).toEqual(["two a"]);
});

it("what is old goes, and nothing else", async () => {
  await expireBucketBrands(db, 5);
  expect(await stored()).toEqual(["two a", "one a.evil"]);
});

it("goes with the traces of a site", async () => {
  await forgetBucketBrandsOf(db, "a");
  expect(await stored()).toEqual(["one a.evil"]);
});

it("goes with the traces of the last hour", async () => {
  await forgetBucketBrandsSince(db, 5);
  expect(await stored()).toEqual(["one a"]);
});
