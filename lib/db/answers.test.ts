import "fake-indexeddb/auto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Thread } from "../model/conversation.ts";
import { answersOf } from "./answers.ts";
import { openCommunity } from "./community.ts";
import { conversationOf } from "./conversations.ts";
import { dailyBrandsOf } from "./daily-brands.ts";
import type { AnswerRow, DailyBrandRow } from "./talk-rows.ts";

const db = openCommunity("talk-queries");
const answer = (brandId: string, name: string): AnswerRow => ({
  brandId,
  place: `lemmy https://${name}.example`,
  source: "lemmy",
  name,
  words: brandId,
  state: "answered",
  at: 1,
  threads: [],
  facts: [],
  usedAt: 1,
  size: 1,
});
const daily = (brandId: string, feed: string): DailyBrandRow => ({
  brandId,
  feed,
  day: "2026-05-03",
  facts: [],
  threads: {},
  titles: [],
});
const thread: Thread = {
  key: "a:b:1",
  source: "a",
  origin: "https://b",
  id: "1",
  title: "T",
  url: "https://b/1",
};

beforeAll(async () => {
  await db.answers.bulkPut([
    answer("b.example", "Zwei"),
    answer("b.example", "Eins"),
    answer("b.example.org", "Drei"),
  ]);
  await db.dailyBrands.bulkPut([
    daily("b.example", "f2"),
    daily("b.example", "f1"),
    daily("a.example", "f1"),
  ]);
  const conversation = { thread, body: [], comments: [], isWhole: true };
  await db.conversations.put({
    key: thread.key,
    brandId: "b.example",
    conversation,
    at: 1,
    usedAt: 1,
    size: 1,
  });
});
afterAll(() => db.delete());

it("gives the answers about one brand, by the names of the places", async () => {
  expect((await answersOf(db, "b.example")).map(({ name }) => name)).toEqual(["Eins", "Zwei"]);
  expect(await answersOf(db, "b")).toEqual([]);
});

it("gives what each feed's daily file says of one brand", async () => {
  expect((await dailyBrandsOf(db, "b.example")).map(({ feed }) => feed)).toEqual(["f1", "f2"]);
});

it("gives a conversation by the key of its thread, and nothing for one that was not read", async () => {
  expect((await conversationOf(db, thread.key))?.conversation.thread).toEqual(thread);
  expect(await conversationOf(db, "a:b:2")).toBeUndefined();
});
