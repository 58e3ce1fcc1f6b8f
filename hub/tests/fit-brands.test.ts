import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FeedBrand, type FeedFact } from "../../lib/schema/feed-daily.ts";
import { fitBrands } from "../src/feed/fit-brands.ts";

const now = 1_772_323_200;
const recall = (at: number): FeedFact => ({ property: "recall", value: "Lid", sourceId: "cpsc", at });
const brand = (facts: number, titles: number, at = 0): FeedBrand => ({
  facts: Array.from({ length: facts }, () => recall(at)),
  newestTitles: Array.from({ length: titles }, (_, i) => ({
    title: `Title ${i}`,
    url: "https://news.example/1",
    sourceId: "hackernews",
  })),
});
const sizeOf = (value: unknown): number => JSON.stringify(value).length;

describe("what the daily file says of brands", () => {
  it("is all there is while it fits", () => {
    const all = { "a.com": brand(2, 2), "b.com": brand(0, 1) };
    const { brands, rest } = fitBrands(all, 10_000, now);
    expect(brands["a.com"]).toEqual(all["a.com"]);
    expect(rest).toEqual({});
  });

  it("is cut for all alike where it does not; what was cut goes to the buckets whole", () => {
    const all = { "long.com": brand(20, 10), "short.com": brand(1, 1) };
    const { brands, rest } = fitBrands(all, sizeOf(all) * 0.6, now);
    expect(brands["long.com"]?.facts).toHaveLength(10);
    expect(brands["long.com"]?.newestTitles).toHaveLength(5);
    expect(brands["short.com"]).toEqual(all["short.com"]);
    expect(rest).toEqual({ "long.com": all["long.com"] });
  });

  it("keeps recalls of the last twelve months where even little of each is too much", () => {
    const all = {
      "old.com": brand(2, 0, now - 3 * 365 * 86_400),
      "recent.com": brand(1, 0, now - 86_400),
      "quiet.com": brand(0, 1),
    };
    const { brands, rest } = fitBrands(all, sizeOf({ "recent.com": all["recent.com"] }) + 5, now);
    expect(Object.keys(brands)).toEqual(["recent.com"]);
    expect(Object.keys(rest).toSorted()).toEqual(["old.com", "quiet.com"]);
  });

  it("fits whatever there is, and loses nothing: what it does not say, the buckets do", () => {
    const entry = fc
      .tuple(fc.nat(25), fc.nat(12), fc.nat(now))
      .map(([facts, titles, at]) => brand(facts, titles, at));
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), entry), fc.nat(20_000), (all, room) => {
        const { brands, rest } = fitBrands(all, room, now);
        expect(sizeOf(brands)).toBeLessThanOrEqual(room + 2);
        for (const [id, known] of Object.entries(all)) {
          const told = Object.hasOwn(rest, id) ? rest[id] : brands[id];
          expect(told?.facts).toEqual(known.facts);
          expect(told?.newestTitles ?? []).toEqual(known.newestTitles ?? []);
        }
        expect(Object.values(brands).every((each) => FeedBrand.safeParse(each).success)).toBe(true);
      }),
    );
  });
});
