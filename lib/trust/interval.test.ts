import { assert, integer, pre, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import type { StarCounts } from "../model/summary.ts";
import { halfInterval } from "./interval.ts";

describe("the interval around a score", () => {
  it("says nothing where nobody gave stars", () => {
    expect(halfInterval([0, 0, 0, 0, 0])).toBeUndefined();
  });

  it("is about ±0.2 for a hundred mixed votes", () => {
    expect(halfInterval([16, 11, 12, 31, 58])).toBeCloseTo(0.2, 1);
  });

  it("stays wide while few have spoken, even in unison", () => {
    expect(halfInterval([0, 0, 0, 0, 5])).toBeGreaterThan(0.6);
  });

  it("narrows as the same opinion is repeated", () => {
    const count = integer({ min: 0, max: 500 });
    assert(
      property(tuple(count, count, count, count, count), (stars) => {
        pre(stars.some((n) => n > 0));
        const tenfold = stars.map((n) => n * 10) as unknown as StarCounts;
        expect(halfInterval(tenfold)).toBeLessThan(halfInterval(stars) ?? 0);
      }),
    );
  });
});
