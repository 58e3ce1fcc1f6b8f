import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { DailyWord } from "../model/follow.ts";
import { compareFollow, follow, listFollows, markSeen, unfollow } from "./follows.ts";
import { openPersonal, type PersonalDatabase } from "./personal.ts";

const now = Date.UTC(2026, 4, 20);
let db: PersonalDatabase;
let databases = 0;
beforeEach(() => (db = openPersonal(`follows-${databases++}`)));
afterEach(() => db.delete());

const kite = { brandId: "kite.example", name: "Kite", followedAt: now } as const;
const acme = { brandId: "name:acme", name: "Acme", followedAt: now + 1 } as const;

function told(...keys: readonly string[]): readonly DailyWord[] {
  const url = "https://recalls.example/";
  const facts = keys.map(
    (key) => ({ key, source: "cpsc", kind: "recall", title: key, url, at: now }) as const,
  );
  return [{ day: "2026-05-20", facts, threads: {} }];
}

it("brands are followed and let go, the newest follow first", async () => {
  await follow(db, kite, []);
  await follow(db, acme, []);
  expect((await listFollows(db)).map(({ name }) => name)).toEqual(["Acme", "Kite"]);
  await unfollow(db, "kite.example");
  expect((await listFollows(db)).map(({ name }) => name)).toEqual(["Acme"]);
});

it("following twice keeps the news", async () => {
  await follow(db, kite, told("a"));
  await compareFollow(db, "kite.example", { words: told("a", "b") }, now);
  await follow(db, { ...kite, followedAt: now + 9 }, told("a", "b"));
  expect(await listFollows(db)).toMatchObject([{ followedAt: now, news: [{ key: "b" }] }]);
});

it("news are found once, and seen brand by brand", async () => {
  await follow(db, kite, told("a"));
  await follow(db, acme, told("a"));
  expect(await compareFollow(db, "kite.example", { words: told("a") }, now)).toBeUndefined();
  for (const { brandId } of [kite, acme])
    expect(await compareFollow(db, brandId, { words: told("a", "b") }, now)).toMatchObject({
      news: [{ key: "b" }],
    });
  expect(await compareFollow(db, "kite.example", { words: told("a", "b") }, now)).toBeUndefined();
  const seen = async (): Promise<readonly unknown[]> =>
    (await listFollows(db)).map(({ news }) => news[0]?.isSeen);
  await markSeen(db, "kite.example");
  expect(await seen()).toEqual([undefined, true]);
});

it("a brand that was let go meanwhile stays let go", async () => {
  expect(await compareFollow(db, "kite.example", { words: told("a") }, now)).toBeUndefined();
  expect(await listFollows(db)).toEqual([]);
});

it("official answers are told once, and not those from before the brand was followed", async () => {
  const hour = 3_600_000;
  await follow(db, kite, told("a"));
  const answers = [
    { id: "old", at: kite.followedAt - 2 * hour },
    { id: "new", at: kite.followedAt + hour },
  ];
  const next = await compareFollow(db, "kite.example", { words: told("a"), answers }, now);
  expect(next?.news).toEqual([
    { key: "answer:new", kind: "answer", foundAt: now, at: kite.followedAt + hour, count: 1 },
  ]);
  expect(await compareFollow(db, "kite.example", { words: told("a"), answers }, now)).toBeUndefined();
  await markSeen(db, "kite.example");
  const second = { id: "second", at: kite.followedAt + hour } as const;
  const sample = { id: "third", at: kite.followedAt + 2 * hour, isSample: true } as const;
  const later = await compareFollow(
    db,
    "kite.example",
    { words: [], answers: [...answers, second, sample] },
    now,
  );
  expect(later?.news.map(({ count, isSample, isSeen, key }) => [key, count, isSample, isSeen])).toEqual([
    ["answer:third", 2, true, undefined],
    ["answer:new", 1, undefined, true],
  ]);
});
