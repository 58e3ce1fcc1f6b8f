import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Conversation, Thread } from "../model/conversation.ts";
import type { PlaceAnswer } from "../model/search.ts";
import { openCommunity, type CommunityDatabase } from "./community.ts";
import {
  answersUnderWay,
  changeAnswer,
  expireTalk,
  forgetTalkOf,
  forgetTalkSince,
  putAnswer,
  putConversation,
  touchAnswers,
} from "./talk-cache.ts";

let db: CommunityDatabase;

beforeEach(() => {
  db = openCommunity(`talk-${crypto.randomUUID()}`);
});

afterEach(async () => {
  await db.delete();
});

function answer(brandId: string, place: string, more: Partial<PlaceAnswer> = {}): PlaceAnswer {
  const [source = ""] = place.split(" ");
  const rest = { name: source, words: brandId, state: "answered", at: 0, threads: [], facts: [] } as const;
  return { brandId, place, source, ...rest, ...more };
}

function conversation(key: string, words = ""): Conversation {
  const thread: Thread = {
    key,
    source: "x",
    origin: "https://x.example",
    id: key,
    title: "T",
    url: "https://x.example",
  };
  return { thread, body: [{ kind: "paragraph", runs: [{ text: words }] }], comments: [], isWhole: true };
}

const places = async (): Promise<string[]> => (await db.answers.toArray()).map(({ place }) => place);
const keys = async (): Promise<string[]> => (await db.conversations.toArray()).map(({ key }) => key);

describe("room", () => {
  it("is made by what nobody has looked at for longest, answers and conversations alike", async () => {
    const options = { budget: 1_150 };
    await putAnswer(db, answer("a.example", "one"), { ...options, nowMs: 1 });
    await putConversation(db, "a.example", conversation("old", "x".repeat(300)), { ...options, nowMs: 2 });
    await putConversation(db, "b.example", conversation("new", "x".repeat(300)), { ...options, nowMs: 3 });
    await touchAnswers(db, "a.example", 4);
    await putAnswer(db, answer("b.example", "two"), { ...options, nowMs: 5 });
    expect(await places()).toEqual(["one", "two"]);
    expect(await keys()).toEqual(["new"]);
  });

  it("what has just come stays, though it alone is larger than all the room", async () => {
    await putConversation(db, "a", conversation("first", "x".repeat(50)), { nowMs: 1, budget: 100 });
    await putConversation(db, "a", conversation("huge", "x".repeat(500)), { nowMs: 2, budget: 100 });
    expect(await keys()).toEqual(["huge"]);
  });

  it("a row that is written again counts once", async () => {
    for (let nowMs = 0; nowMs < 50; nowMs += 1)
      await putAnswer(db, answer("a.example", "one"), { nowMs, budget: 1_000 });
    expect(await places()).toEqual(["one"]);
  });
});

describe("a row that changes", () => {
  it("is seen as it is, and keeps its size in step", async () => {
    await putAnswer(db, answer("a", "one", { state: "asked" }), { nowMs: 1 });
    const before = (await db.answers.get(["a", "one"]))!.size;
    await changeAnswer(db, ["a", "one"], (row) => ({ ...row, state: "answered", next: "p2" }), { nowMs: 2 });
    const row = (await db.answers.get(["a", "one"]))!;
    expect(row).toMatchObject({ state: "answered", next: "p2", usedAt: 2 });
    expect(row.size).toBeGreaterThan(before);
  });

  it("is left alone where nothing is to be changed, or nothing is there", async () => {
    await putAnswer(db, answer("a", "one"), { nowMs: 1 });
    await changeAnswer(db, ["a", "one"], () => undefined, { nowMs: 2 });
    await changeAnswer(db, ["a", "two"], (row) => row, { nowMs: 2 });
    expect(await places()).toEqual(["one"]);
    expect((await db.answers.get(["a", "one"]))!.usedAt).toBe(1);
  });
});

it("tells what is under way, for one brand and for all", async () => {
  await putAnswer(db, answer("a", "one", { state: "asked" }), { nowMs: 1 });
  await putAnswer(db, answer("a", "two"), { nowMs: 1 });
  await putAnswer(db, answer("b", "one", { state: "asked" }), { nowMs: 1 });
  expect((await answersUnderWay(db)).map(({ brandId }) => brandId)).toEqual(["a", "b"]);
  expect((await answersUnderWay(db, "b")).map(({ place }) => place)).toEqual(["one"]);
});

describe("forgetting", () => {
  beforeEach(async () => {
    for (const nowMs of [100, 200]) {
      await putAnswer(db, answer(`brand${nowMs}`, "one"), { nowMs });
      await putConversation(db, `brand${nowMs}`, conversation(`thread${nowMs}`), { nowMs });
    }
  });

  it("what is old", async () => {
    await expireTalk(db, 200);
    expect(await keys()).toEqual(["thread200"]);
    expect(await db.answers.count()).toBe(1);
  });

  it("what is new", async () => {
    await forgetTalkSince(db, 200);
    expect(await keys()).toEqual(["thread100"]);
    expect(await db.answers.count()).toBe(1);
  });

  it("what is about one brand", async () => {
    await forgetTalkOf(db, "brand100");
    expect(await keys()).toEqual(["thread200"]);
    expect((await db.answers.toArray()).map(({ brandId }) => brandId)).toEqual(["brand200"]);
  });
});
