import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { shareOf } from "./wilson.ts";

describe("a share with its interval", () => {
  // Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("Newcombe's %i of %i: %f to %f", (part, whole, low, high) => {
    const share = shareOf(part, whole);
    expect(share?.low).toBeCloseTo(low, 4);
    expect(share?.high).toBeCloseTo(high, 4);
  });

  test("of nothing there is no share", () => {
    expect(shareOf(0, 0)).toBeUndefined();
  });

  test("all of something reaches 1, and the interval holds the share and stays within 0 and 1", () => {
    expect(shareOf(7, 7)?.high).toBe(1);
    assert(
      property(integer({ min: 1, max: 10_000 }), integer({ min: 0, max: 10_000 }), (whole, some) => {
        const { value, low = -1, high = 2 } = shareOf(Math.min(some, whole), whole) ?? { value: -1 };
        return low >= 0 && low <= value && value <= high && high <= 1;
      }),
    );
  });
});
