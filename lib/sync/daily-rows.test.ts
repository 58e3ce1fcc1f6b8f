import { expect, it } from "vitest";
import type { FeedBrand } from "../schema/feed-daily.ts";
import { dailyRows } from "./daily-rows.ts";

const feed = "https://cdn.example/feed";
const day = "2026-03-01";
const rowOf = (entry: FeedBrand, id = "kettle.com") => dailyRows(feed, day, new Map([[id, entry]]))[0];
const recall = {
  property: "recall",
  value: "Lid may fly off",
  sourceId: "cpsc",
  sourceUrl: "https://cpsc.example/7",
};

it("a row says in our own units what a feed says of a brand", () => {
  const entry: FeedBrand = {
    facts: [
      { ...recall, id: "7", at: 1_772_323_200, severity: "serious", products: ["Kettle 3"], count: 12 },
    ],
    threads: { hackernews: 4 },
    newestTitles: [{ title: "Kettles", url: "https://news.example/1", sourceId: "hackernews", at: 5 }],
  };
  expect(rowOf(entry)).toEqual({
    feed,
    brandId: "kettle.com",
    day,
    facts: [
      {
        key: "cpsc:7",
        source: "cpsc",
        kind: "recall",
        title: "Lid may fly off",
        url: "https://cpsc.example/7",
        at: 1_772_323_200_000,
        severity: "serious",
        products: ["Kettle 3"],
        count: 12,
      },
    ],
    threads: { hackernews: 4 },
    titles: [{ source: "hackernews", title: "Kettles", url: "https://news.example/1", publishedAt: 5000 }],
  });
});

it.each([
  ["of a kind that nobody here knows", { ...recall, property: "certificate" }],
  ["of a kind that every object has", { ...recall, property: "constructor" }],
  ["without a page of its own", { ...recall, sourceUrl: undefined }],
  ["with an address that is none", { ...recall, sourceUrl: "https://" }],
])("a fact %s is left out", (_what, fact) => {
  expect(rowOf({ facts: [fact] })?.facts).toEqual([]);
});

it("an unknown severity is none", () => {
  expect(rowOf({ facts: [{ ...recall, severity: "toString" }] })?.facts[0]).not.toHaveProperty("severity");
});

it("facts without an id are told apart by what they say", () => {
  const facts = rowOf({ facts: [recall, { ...recall, value: "Handle may melt" }] })?.facts ?? [];
  expect(new Set(facts.map(({ key }) => key)).size).toBe(2);
});

it("what is about an invented brand is marked as a sample", () => {
  expect(rowOf({}, "kettle.example")?.isSample).toBe(true);
  expect(rowOf({})).not.toHaveProperty("isSample");
  expect(rowOf({}, "notexample")).not.toHaveProperty("isSample");
});
