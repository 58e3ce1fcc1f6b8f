import { array, assert, double, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { helpfulness } from "./helpfulness.ts";
import { posteriorMean, prior, sortKeyOf, trustScore } from "./trust-score.ts";

const weight = double({ min: 0, max: 1000, noNaN: true });
const perStar = tuple(weight, weight, weight, weight, weight);

describe("the score", () => {
  it("is too little to say below five voices, however they weigh", () => {
    expect(trustScore({ stars: [0, 0, 0, 0, 0], squares: 0 })).toEqual({ kind: "few", voices: 0 });
    expect(trustScore({ stars: [0, 0, 0, 0, 4], squares: 4 })).toMatchObject({ kind: "few", voices: 4 });
    // Five reviews of which one weighs nearly everything.
    expect(trustScore({ stars: [0, 0, 0, 0, 1.2], squares: 1.01 }).kind).toBe("few");
  });

  it("says something from five equal voices on, with little certainty", () => {
    const score = trustScore({ stars: [0, 0, 0, 0, 0.5], squares: 0.05 });
    if (score.kind !== "score") throw new Error("too few");
    expect(score.voices).toBeCloseTo(5);
    expect(score.high - score.low).toBeGreaterThan(1);
  });

  it("is the prior's mean before anyone spoke", () => {
    const expected = prior.shares.reduce((sum, share, index) => sum + share * (index + 1), 0);
    expect(posteriorMean([0, 0, 0, 0, 0])).toBeCloseTo(expected);
    expect(prior.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it("comes close to the plain mean where many have spoken, inside its interval", () => {
    const score = trustScore({ stars: [1000, 0, 0, 0, 1000], squares: 2000 });
    expect(score).toMatchObject({ kind: "score", voices: 2000 });
    if (score.kind === "score") {
      expect(score.score).toBeCloseTo(3, 1);
      expect(score.low).toBeLessThan(score.score);
      expect(score.high).toBeGreaterThan(score.score);
    }
  });

  it("is never lowered by a further five-star voice, nor raised by a further one-star voice", () => {
    assert(
      property(perStar, double({ min: 0.001, max: 1, noNaN: true }), ([a, b, c, d, e], more) => {
        const before = posteriorMean([a, b, c, d, e]);
        expect(posteriorMean([a, b, c, d, e + more])).toBeGreaterThanOrEqual(before - 1e-12);
        expect(posteriorMean([a + more, b, c, d, e])).toBeLessThanOrEqual(before + 1e-12);
      }),
    );
  });

  it("stays between one and five, as does its interval", () => {
    assert(
      property(perStar, (stars) => {
        const total = stars.reduce((sum, one) => sum + one, 0);
        const score = trustScore({ stars, squares: total });
        if (score.kind === "few") return;
        expect(score.low).toBeGreaterThanOrEqual(1);
        expect(score.low).toBeLessThanOrEqual(score.score);
        expect(score.score).toBeLessThanOrEqual(score.high);
        expect(score.high).toBeLessThanOrEqual(5);
      }),
    );
  });

  it("sorts many good voices before a few perfect ones, and too few last", () => {
    const many = sortKeyOf(trustScore({ stars: [5, 5, 10, 80, 400], squares: 500 }));
    const few = sortKeyOf(trustScore({ stars: [0, 0, 0, 0, 6], squares: 6 }));
    const tooFew = sortKeyOf(trustScore({ stars: [0, 0, 0, 0, 2], squares: 2 }));
    expect([tooFew, many, few].toSorted((a, b) => b - a)).toEqual([many, few, tooFew]);
  });
});

describe("helpfulness", () => {
  it("is nothing without votes, and less sure with few", () => {
    expect(helpfulness(0, 0)).toBe(0);
    expect(helpfulness(40, 50)).toBeGreaterThan(helpfulness(1, 1));
    expect(helpfulness(40, 50)).toBeCloseTo(0.67, 2);
  });

  it("grows with the share and stays within 0 and 1, whatever it is given", () => {
    assert(
      property(
        array(integer({ min: -10, max: 1_000_000 }), { minLength: 2, maxLength: 2 }),
        ([up = 0, all = 0]) => {
          const value = helpfulness(up, all);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(helpfulness(up + 1, all)).toBeGreaterThanOrEqual(value);
        },
      ),
    );
  });
});
