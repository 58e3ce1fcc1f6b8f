import { describe, expect, it } from "vitest";
import type { Thread } from "../model/conversation.ts";
import { exampleThread as thread } from "./example-threads.ts";
import { storiesOf, type StoriesOptions } from "./stories.ts";
import type { LessCode } from "./story.ts";

/** Why the first story weighs less. */
function codes(threads: readonly Thread[], options?: StoriesOptions): readonly LessCode[] {
  return storiesOf(threads, options)[0]?.weighsLess.map(({ code }) => code) ?? [];
}
const ofTitle = (title: string, excerpt?: string): readonly LessCode[] =>
  codes([thread({ title, ...(excerpt !== undefined && { excerpt }) })]);
const many = (count: number, make: (index: number) => Partial<Thread>): readonly Thread[] =>
  Array.from({ length: count }, (_, index) => thread({ id: `m${index}`, ...make(index) }));

const spread = (count: number, replies: number): readonly Thread[] =>
  many(count, (index) => ({
    title: "Look at these new winter boots",
    room: `r${index}`,
    publishedAt: 1e12 + index,
    replies,
  }));

const linking = (about: (index: number) => string, more: Partial<Thread> = {}): readonly Thread[] =>
  many(10, (index) => ({ about: about(index), ...more }));

const inOwnShop = (index: number): string => `https://shop.northwind.example/${index}`;
const paid = (count: number): readonly Thread[] =>
  many(count, (index) => ({ about: `https://mart.example/dp/${index}?tag=ann-20`, score: 1 }));

describe("names made of search words", () => {
  it.each([
    "beats by dre store",
    "supra for boy",
    "nike air max pas cher",
    "michael kors outlet online",
    "Cheap Jordans For Sale",
    "ugg boots sale uk",
    "Louis Vuitton Replica Outlet",
  ])("%s", (title) => expect(ofTitle(title)).toContain("keyword-title"));

  it.each([
    "Nike store in the old town closes after forty years",
    "Why I no longer buy from the outlet",
    "Apple Store",
    "my local store is gone",
    "Is the outlet cheaper than the online shop?",
    "Beats by Dre",
    "Nike",
    "Online shop hacked",
    "חנות",
  ])("not: %s", (title) => expect(ofTitle(title)).toEqual([]));
});

describe("sales talk", () => {
  it.each([
    ["Northwind boots 40% off with promo code WALK", undefined],
    ["Best boots of the year", "Use my discount code ANNA20 and get free shipping today only"],
    ["AAA+ replicas, WhatsApp +8613800000000", undefined],
  ])("%s", (title, excerpt) => expect(ofTitle(title, excerpt)).toContain("sales-talk"));

  it.each([
    "Northwind sues makers of replica boots",
    "Do coupon codes at checkout slow down a shop?",
    "They charged me for free shipping and I got 20 days of silence",
  ])("not: %s", (title) => expect(ofTitle(title)).toEqual([]));
});

describe("shouting", () => {
  it.each(["BEST BOOTS EVER MADE COME SEE", "boots 🔥🔥🔥🔥 yes"])("%s, with a link", (title) => {
    expect(codes([thread({ title, about: "https://boots.example/new" })])).toEqual(["shouting"]);
  });

  it("is not somebody who is loud and leads nowhere", () => {
    expect(ofTitle("THEY NEVER ANSWERED MY LETTERS")).toEqual([]);
  });

  it.each([
    "IKEA",
    "NASA and IBM on AI",
    "They repaired it 🎉",
    "靴の底が二か月で剥がれましたがすぐに交換してくれました",
  ])("is not %s", (title) => expect(codes([thread({ title, about: "https://news.example/a" })])).toEqual([]));
});

describe("the same text in many places", () => {
  it("says so and counts them", () => {
    expect(storiesOf(spread(6, 0))[0]?.weighsLess).toEqual([{ code: "repeated-text", params: { count: 6 } }]);
  });

  it("is told whatever each of them links to", () => {
    const linking = many(5, (index) => ({
      title: "Look at these new winter boots",
      about: `https://shop${index}.example/boots`,
    }));
    expect(storiesOf(linking)).toHaveLength(5);
    expect(codes(linking)).toEqual(["repeated-text"]);
  });

  it("is not a short title that many give", () => {
    expect(codes(many(6, () => ({ title: "Northwind boots" })))).toEqual([]);
  });

  it("is a cross-post where it is in a few rooms, or where people answer", () => {
    expect(codes(spread(4, 0))).toEqual([]);
    expect(codes(spread(6, 2))).toEqual([]);
  });
});

describe("link farms", () => {
  it("are sites that many unrelated posts link to and nobody answers", () => {
    const farm = linking((index) => `https://boot-news.example/${index}`);
    expect(storiesOf(farm).map(({ weighsLess }) => weighsLess)).toEqual(
      farm.map(() => [{ code: "link-farm", params: { host: "boot-news.example", count: 10 } }]),
    );
  });

  it("are not sites that people answer or vote on, nor the brand's own", () => {
    expect(codes(linking(inOwnShop, { score: 2 }))).toEqual([]);
    expect(codes(linking(inOwnShop), { own: ["northwind.example"] })).toEqual([]);
    expect(codes(linking(inOwnShop), { own: ["wind.example"] })).toEqual(["link-farm"]);
  });

  it("are shops behind links that pay whoever posts them", () => {
    expect(codes(paid(3))).toEqual(["affiliate-links"]);
    expect(codes(paid(2))).toEqual([]);
  });
});

it("never speaks against what people discuss", () => {
  expect(codes([thread({ title: "beats by dre store", replies: 5 })])).toEqual([]);
});
