import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FeedBrand, FeedDaily, FeedDailyDelta, FeedRemoval } from "../../lib/schema/feed-daily.ts";
import type { MadeDaily } from "../src/feed/daily.ts";
import { deltaBetween, follow, type PublishedDaily } from "../src/feed/delta.ts";
import { sha256 } from "../src/feed/segment.ts";

const daily = (parts: Partial<FeedDaily>, day = "2026-03-02"): FeedDaily => ({ format: 1, day, ...parts });
const threads = (count: number): FeedBrand => ({ threads: { hackernews: count } });

const removal = (id: string): FeedRemoval => ({
  id: id.repeat(32),
  signature: "s",
  reason: "r",
  day: "2026-03-01",
});

/** As readers do it. */
function applied(before: FeedDaily, delta: FeedDailyDelta): FeedDaily["brands"] {
  const brands = new Map(Object.entries(before.brands ?? {}));
  for (const [id, entry] of Object.entries(delta.brands ?? {})) brands.set(id, entry);
  for (const id of delta.gone ?? []) brands.delete(id);
  return Object.fromEntries(brands);
}

describe("the difference between two daily files", () => {
  it("is a few bytes where nothing has changed but the day", () => {
    const parts = { brands: { "a.com": threads(1) }, removals: [], sitesOff: ["x"] };
    expect(deltaBetween(daily(parts, "2026-03-01"), daily(parts))).toEqual({ format: 1, day: "2026-03-02" });
  });

  it("has brands that changed, came or went, and new removals alone", () => {
    const before = daily({
      brands: { a: threads(1), b: threads(1), c: threads(1) },
      removals: [removal("a")],
    });
    const after = daily({
      brands: { a: threads(2), c: threads(1), d: threads(1) },
      removals: [removal("a"), removal("b")],
    });
    expect(deltaBetween(before, after)).toEqual({
      format: 1,
      day: "2026-03-02",
      brands: { a: threads(2), d: threads(1) },
      gone: ["b"],
      removals: [removal("b")],
    });
  });

  it("says so when a list became empty", () => {
    const before = daily({ sitesOff: ["x"], officialKeys: [{ brand: "a.com", author: "a".repeat(32) }] });
    expect(deltaBetween(before, daily({}))).toMatchObject({ sitesOff: [], officialKeys: [] });
  });

  it("leads from any file to any other", () => {
    const brands = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.nat(2).map(threads));
    fc.assert(
      fc.property(brands, brands, (before, after) => {
        const from = daily({ brands: before });
        expect(applied(from, deltaBetween(from, daily({ brands: after })))).toEqual(after);
      }),
    );
  });
});

const made = (brands: Record<string, FeedBrand>, day: string): MadeDaily => {
  const content = daily({ brands }, day);
  const body = new TextEncoder().encode(JSON.stringify(content));
  return { file: { path: `daily/${day}.json`, body }, sha256: sha256(body), content, rest: {} };
};
const many = (changed: number): Record<string, FeedBrand> =>
  Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`b${i}.com`, threads(i === 0 ? changed : 1)]));
const dayOf = (i: number): string => `2026-03-${String(i).padStart(2, "0")}`;

describe("the steps that a head lists", () => {
  it("lead from each of the last two weeks to today, and no further back", () => {
    let published: PublishedDaily | undefined;
    for (let i = 1; i <= 20; i++) published = follow(published, made(many(i), dayOf(i)));
    const steps = published?.steps ?? [];
    expect(steps).toHaveLength(14);
    expect(steps.at(-1)?.to).toBe(published?.sha256);
    expect(steps.slice(1).every(({ from }, i) => from === steps[i]?.to)).toBe(true);
    expect(published?.files.map(({ path }) => path)).toEqual(steps.map(({ path }) => path));
  });

  it("lose the words of what was put back and taken out again", () => {
    const restored = [{ id: "a".repeat(32), day: "2026-03-02", jwt: "its words" }];
    const withMore = (more: Partial<FeedDaily>, i: number): MadeDaily => {
      const { content: plain, ...rest } = made(many(i), dayOf(i));
      const content = { ...plain, ...more };
      return { ...rest, sha256: sha256(new TextEncoder().encode(JSON.stringify(content))), content };
    };
    let published = follow(undefined, made(many(1), dayOf(1)));
    published = follow(published, withMore({ restored }, 2));
    const words = (): boolean[] =>
      published.files.map(({ body }) => new TextDecoder().decode(body).includes("its words"));
    expect(words()).toEqual([true]);
    published = follow(published, withMore({ removals: [removal("a")] }, 3));
    expect(published.steps).toHaveLength(1);
    expect(words()).toEqual([false]);
  });

  it("are left out where the whole file is smaller", () => {
    const before = follow(undefined, made(many(1), dayOf(1)));
    expect(follow(before, made({}, dayOf(2))).steps).toEqual([]);
  });

  it("stay as they are while the file does", () => {
    const first = follow(undefined, made(many(1), dayOf(1)));
    const second = follow(first, made(many(2), dayOf(2)));
    expect(follow(second, made(many(2), dayOf(2))).steps).toEqual(second.steps);
  });
});
