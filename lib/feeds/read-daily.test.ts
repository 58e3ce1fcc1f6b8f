import * as fc from "fast-check";
import { expect, describe, it } from "vitest";
import { FakeFeed, feedId, netTo } from "../../tests/support/fake-feed.ts";
import type { Result } from "../model/result.ts";
import { FeedBrand } from "../schema/feed-daily.ts";
import { feedLimits, type FeedHead } from "../schema/feed.ts";
import { type FeedAccess, type ReadDaily, readDaily, readDailyDelta, stepsFrom } from "./index.ts";

const recall = {
  property: "recall",
  value: "Kettle recalled",
  sourceId: "cpsc",
  sourceUrl: "https://cpsc.example/1",
};

function accessTo(feed: FakeFeed): FeedAccess {
  return { net: netTo(feed), feed: feedId, cause: "schedule" };
}

async function read(daily: object): Promise<Result<ReadDaily>> {
  const feed = await new FakeFeed().publish([], daily);
  return readDaily(accessTo(feed), feed.head.daily!);
}

async function brandsOf(brands: unknown): Promise<Record<string, FeedBrand>> {
  const result = await read({ brands });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return Object.fromEntries(result.value.brands);
}

describe("a daily file", () => {
  it("says what there is about each brand", async () => {
    const brands = { "kettle.example": { facts: [recall], threads: { hackernews: 3 } } };
    expect(await brandsOf(brands)).toEqual(brands);
  });

  it.each([
    ["no object", 7],
    ["facts that are no list", { facts: "many" }],
    ["a link that runs", { newestTitles: [{ title: "x", url: "javascript:alert(1)", sourceId: "x" }] }],
    ["a count below nothing", { threads: { hackernews: -1 } }],
    ["a text as long as a book", { facts: [{ ...recall, value: "x".repeat(3000) }] }],
    ["more facts than anybody reads", { facts: Array.from({ length: 1001 }, () => recall) }],
  ])("with an entry that is %s loses that entry alone", async (_what, entry) => {
    expect(Object.keys(await brandsOf({ "bad.example": entry, "good.example": {} }))).toEqual([
      "good.example",
    ]);
  });

  it("cannot reach into objects by the names of their inner parts", async () => {
    const text = '{"format":1,"day":"2026-03-01","brands":{"__proto__":{"facts":[]},"constructor":{}}}';
    const feed = new FakeFeed();
    const file = await feed.add("daily/day", "json", text);
    const result = await readDaily(accessTo(feed), { ...file, day: "2026-03-01" });
    expect(result.ok && result.value.brands.get("__proto__")?.facts).toEqual(undefined);
    expect(({} as { facts?: unknown }).facts).toBeUndefined();
  });

  it("whose brands are no list at all still has its removals heeded", async () => {
    const removals = [{ id: "a".repeat(32), signature: "s", reason: "r", day: "2026-03-01" }];
    const result = await read({ brands: ["not", "by", "id"], removals, sitesOff: "x", officialKeys: 9 });
    expect(result).toMatchObject({ ok: true, value: { removals } });
  });

  it.each([
    ["other content than its hash says", "feed-hash", (text: string) => text.replace("2026", "2027")],
    ["more than its length says", "feed-length", (text: string) => `${text} `],
    ["another format", "feed-daily", undefined],
  ])("with %s is refused", async (_what, reason, change) => {
    const feed = await new FakeFeed().publish([], change ? {} : { format: 2 as never });
    const { path } = feed.head.daily!;
    feed.files.set(path, change?.(feed.files.get(path)!) ?? feed.files.get(path)!);
    const result = await readDaily(accessTo(feed), feed.head.daily!);
    expect(result).toMatchObject({ ok: false, error: { params: { reason } } });
  });

  it("larger than a reader takes is not even asked for", async () => {
    const feed = await new FakeFeed().publish([], {});
    const result = await readDaily(accessTo(feed), { ...feed.head.daily!, bytes: feedLimits.dailyBytes + 1 });
    expect(result).toMatchObject({ ok: false, error: { params: { reason: "feed-too-large" } } });
    expect(feed.requests).toEqual([]);
  });

  it("whatever stands in it, is read or refused, and what is read fits the schema", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), async (brands, other) => {
        const result = await read({ brands, sitesOff: other, officialKeys: other });
        expect(result.ok).toBe(true);
        for (const entry of result.ok ? result.value.brands.values() : [])
          expect(FeedBrand.safeParse(entry).success).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a step between two daily files", () => {
  it("says what has changed and what is gone", async () => {
    const feed = await new FakeFeed().publish([], {});
    await feed.addStep("b".repeat(64), { brands: { "a.example": {}, bad: 7 as never }, gone: ["c.example"] });
    const result = await readDailyDelta(accessTo(feed), feed.head.dailyDeltas![0]!);
    expect(result).toEqual({
      ok: true,
      value: { brands: new Map([["a.example", {}]]), gone: ["c.example"], removals: [], restored: [] },
    });
  });

  it("that is none is refused", async () => {
    const feed = await new FakeFeed().publish([], {});
    await feed.addStep("b".repeat(64), { gone: "everything" as never });
    const result = await readDailyDelta(accessTo(feed), feed.head.dailyDeltas![0]!);
    expect(result).toMatchObject({ ok: false, error: { params: { reason: "feed-delta" } } });
  });
});

const hash = (letter: string): string => letter.repeat(64);

const step = (from: string, to: string, bytes = 10) => {
  const entry = { path: `deltas/${from}${to}.json`, bytes, sha256: hash("0") };
  return { ...entry, from: hash(from), to: hash(to) };
};
const way = (from: string, head: FeedHead): string | undefined =>
  stepsFrom(head, hash(from))
    ?.map(({ path }) => path.slice(7, 9))
    .join(" ");

describe("the way from the file one holds to the newest", () => {
  const headOf = (...dailyDeltas: ReturnType<typeof step>[]): FeedHead => ({
    format: 1,
    through: 0,
    count: 0,
    bytes: 0,
    segments: [],
    daily: { path: "daily/d.json", day: "2026-03-01", bytes: 100, sha256: hash("d") },
    dailyDeltas,
  });
  it.each([
    ["is one step from yesterday's", "c", headOf(step("b", "c"), step("c", "d")), "cd"],
    ["is several from an older one", "b", headOf(step("b", "c"), step("c", "d")), "bc cd"],
    ["is none from the newest", "d", headOf(step("c", "d")), ""],
    ["does not exist from one that is not listed", "a", headOf(step("c", "d")), undefined],
    ["does not exist where a step is missing", "a", headOf(step("a", "b"), step("c", "d")), undefined],
    ["is not gone in circles", "a", headOf(step("a", "b"), step("b", "a")), undefined],
    [
      "is not gone where it is longer than the whole file",
      "b",
      headOf(step("b", "c", 60), step("c", "d", 60)),
      undefined,
    ],
  ])("%s", (_name, from, head, steps) => {
    expect(way(from, head)).toBe(steps);
  });

  it("takes any head without going astray", () => {
    const name = fc.constantFrom("a", "b", "c", "d");
    const anyStep = fc.tuple(name, name, fc.nat(30)).map(([from, to, bytes]) => step(from, to, bytes));
    fc.assert(
      fc.property(fc.array(anyStep), name, (steps, from) => {
        const found = stepsFrom(headOf(...steps), hash(from));
        if (!found) return;
        const ends = found.map((each) => each.to);
        expect(found.map((each) => each.from)).toEqual([hash(from), ...ends].slice(0, -1));
        expect(ends.at(-1) ?? hash(from)).toBe(hash("d"));
      }),
    );
  });
});
