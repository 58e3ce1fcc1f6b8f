import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnFinding, OwnFindingKind } from "../../model/own-reviews-check.ts";
import type { OwnReview, OwnReviews } from "../../model/own-reviews.ts";
import { randomFrom } from "../../../scripts/eval-trust/random.ts";
import { longText } from "../../../scripts/eval-trust/texts.ts";
import { checkOwnReviews } from "./index.ts";

const may3 = 20_576;
const random = randomFrom(3);
const texts = Array.from({ length: 120 }, () => longText(random, 3));
const cycle = [5, 5, 1, 4, 5, 3, 5, 4, 2, 5];

/** Reviews by as many people, over two years, with other words each. */
function honest(count: number, change: (index: number) => Partial<OwnReview> = () => ({})): OwnReview[] {
  return Array.from({ length: count }, (_, index) => ({
    author: `person ${index}`,
    stars: cycle[index % cycle.length]!,
    day: may3 - 700 + index * 17,
    text: texts[index % texts.length]!,
    isVerified: false,
    isGift: false,
    ...change(index),
  }));
}

function found(reviews: readonly OwnReview[], more: Partial<OwnReviews> = {}): readonly OwnFinding[] {
  return checkOwnReviews({ reviews, isCut: false, ...more }).findings;
}

function kinds(reviews: readonly OwnReview[], more: Partial<OwnReviews> = {}): readonly OwnFindingKind[] {
  return found(reviews, more).map(({ kind }) => kind);
}

const numbers = (reviews: readonly OwnReview[]): object =>
  found(reviews).map(({ kind, params }) => ({ kind, params }));

describe("a page's own reviews", () => {
  it("by honest people are nothing unusual", () => {
    expect(kinds(honest(31))).toEqual([]);
    expect(kinds(honest(120))).toEqual([]);
  });

  it("are only counted where there are fewer than five", () => {
    const same = honest(4, () => ({ text: honest(1)[0]!.text!, day: may3 }));
    const check = checkOwnReviews({
      reviews: same,
      isCut: false,
      claimed: { value: 4.8, best: 5, count: 2314 },
    });
    expect(check).toEqual({
      shown: 4,
      isCut: false,
      claimed: { value: 4.8, best: 5, count: 2314 },
      findings: [],
    });
  });

  it("in the same words are told apart by group, with some to read", () => {
    const praise = "Best shoes ever, my whole family loves them and delivery was quick as well.";
    const blame = "Fell apart after two days of walking and nobody at the shop ever answered me.";
    const copies = [...honest(9, () => ({ text: praise })), ...honest(2, () => ({ text: `${blame} Sad.` }))];
    const alike = found([...honest(20), ...copies]).find(({ kind }) => kind === "alike");
    expect(alike?.params).toEqual({ count: 11, groups: 2 });
    expect(alike?.examples.map((group) => group.length)).toEqual([4, 2]);
    expect(alike?.examples[0]?.[0]).toEqual({ author: "person 0", stars: 5, day: may3 - 700, text: praise });
  });

  it("of few words are alike by nature, which says nothing", () => {
    expect(kinds(honest(20, () => ({ text: "Very good, thank you" })))).toEqual([]);
  });

  it("that came within days with other stars are a burst", () => {
    const bought = honest(9, (index) => ({ day: may3 + (index % 2), stars: 5 }));
    const burst = found([...bought, ...honest(31, (index) => ({ stars: [3, 4, 5, 2, 4][index % 5]! }))]).find(
      ({ kind }) => kind === "burst",
    );
    expect(burst?.params).toMatchObject({ count: 9, from: may3, to: may3 + 1 });
    expect(burst?.examples[0]).toHaveLength(4);
  });

  it("that came within days with the usual stars are none", () => {
    expect(kinds([...honest(10, () => ({ day: may3 })), ...honest(31)])).not.toContain("burst");
  });

  it("of which half bear one date are said to, instead of a burst", () => {
    expect(kinds(honest(12, (index) => (index < 8 ? { day: may3 } : {})))).toEqual(["one-day"]);
    expect(kinds(honest(12, (index) => (index < 4 ? { day: may3 } : {})))).toEqual([]);
  });

  it("without dates say nothing of days", () => {
    const undated = honest(30, () => ({ day: undefined! }));
    expect(checkOwnReviews({ reviews: undated, isCut: false })).toMatchObject({
      facts: { dated: 0 },
      findings: [],
    });
  });

  it("with nothing but five stars and one star are unusual when there are many", () => {
    expect(kinds(honest(40, () => ({ stars: 5 })))).toEqual(["extreme"]);
    expect(kinds(honest(40, (index) => ({ stars: index % 4 ? 5 : 1 })))).toEqual(["extreme"]);
    expect(kinds(honest(12, () => ({ stars: 5 })))).toEqual([]);
  });

  it("for which something was given are counted, by their own words or by the page's mark", () => {
    const given = honest(10, (index) =>
      index === 3
        ? { text: "I received this product for free. It is fine." }
        : index === 5
          ? { isGift: true }
          : {},
    );
    expect(found(given)).toMatchObject([{ kind: "incentive", params: { count: 2 } }]);
  });

  it("that advertise or hold what a model leaves behind are counted", () => {
    const odd = honest(10, (index) =>
      index === 2 ? { text: "As an AI language model I cannot wear shoes." } : {},
    );
    expect(found(odd)).toMatchObject([{ kind: "odd-text", params: { count: 1 } }]);
  });

  it("are set beside what the page claims", () => {
    const claimed = { value: 4.9, best: 5, count: 2314 };
    expect(found(honest(30), { claimed })).toMatchObject([
      { kind: "mean", params: { claimed: 4.9, rated: 30 } },
    ]);
    expect(kinds(honest(9), { claimed })).toEqual([]);
    expect(kinds(honest(30), { claimed: { value: 8, best: 10 } })).toEqual([]);
  });

  it("do not enter into whether the page's own bars fit its figure", () => {
    const spread = [0.3, 0.1, 0.1, 0.1, 0.4] as const;
    const claimed = { value: 4.2, best: 5 };
    expect(found(honest(10), { claimed, spread })).toMatchObject([
      { kind: "spread", params: { claimed: 4.2 } },
    ]);
    expect(kinds(honest(10), { claimed: { value: 3.2, best: 5 }, spread })).toEqual([]);
  });

  it("are counted as they are", () => {
    const mixed = honest(10, (index) => ({
      isVerified: index < 3,
      ...(index === 9 && { text: undefined! }),
    }));
    const { facts } = checkOwnReviews({ reviews: mixed, isCut: true });
    expect(facts).toEqual({
      rated: 10,
      fives: 5,
      ones: 1,
      mean: 3.9,
      withoutText: 1,
      dated: 10,
      verified: 3,
    });
  });

  it("give the same numbers in any order", () => {
    const bought = honest(9, () => ({
      day: may3,
      stars: 5,
      text: "Best shoes ever, my whole family loves them very much",
    }));
    const all = [...bought, ...honest(31)];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), (shuffled) => {
        expect(numbers(shuffled)).toEqual(numbers(all));
      }),
      { numRuns: 20 },
    );
  });
});
