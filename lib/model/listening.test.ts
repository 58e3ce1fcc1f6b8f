import { describe, expect, it } from "vitest";
import { listeningOf } from "./listening.ts";

const after = (...hours: readonly number[]): { afterSeconds: number; isSettled: boolean }[] =>
  hours.map((hour) => ({ afterSeconds: hour * 3600, isSettled: hour > 2 }));

describe("whether a brand listens", () => {
  it("is how much it answered, half of it within which time, and how much that settled", () => {
    expect(listeningOf({ reviews: 12, answered: after(9, 1, 3) })).toEqual({
      reviews: 12,
      answered: 3,
      settled: 2,
      isTooFew: false,
      medianSeconds: 3 * 3600,
    });
  });

  it("lies between the two in the middle", () => {
    expect(listeningOf({ reviews: 9, answered: after(1, 2, 8, 99) }).medianSeconds).toBe(5 * 3600);
  });

  it("is known where nothing was answered, but not how soon", () => {
    const listening = listeningOf({ reviews: 40, answered: [] });
    expect(listening).toMatchObject({ answered: 0, settled: 0, isTooFew: false });
    expect(listening).not.toHaveProperty("medianSeconds");
  });

  it("cannot be said below five reviews", () => {
    expect(listeningOf({ reviews: 4, answered: after(1) }).isTooFew).toBe(true);
    expect(listeningOf({ reviews: 5, answered: after(1) }).isTooFew).toBe(false);
    expect(listeningOf({ reviews: 0, answered: [] })).toMatchObject({ reviews: 0, isTooFew: true });
  });

  it("takes an answer that is dated before its review for one that came at once", () => {
    expect(listeningOf({ reviews: 5, answered: after(-50) }).medianSeconds).toBe(0);
  });
});
