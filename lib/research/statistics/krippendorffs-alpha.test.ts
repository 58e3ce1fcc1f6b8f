import { array, assert, integer, property, shuffledSubarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { interval, masi, nominal, ordinal, setValue } from "./distances.ts";
import { krippendorffsAlpha } from "./krippendorffs-alpha.ts";

/** A reliability table as the papers print it, one line a coder; `.` is nothing said. */
function unitsOf(...coders: string[]): string[][] {
  const rows = coders.map((line) => line.trim().split(/\s+/u));
  return (rows[0] ?? []).map((_, at) => rows.flatMap((row) => (row[at] === "." ? [] : [row[at] ?? ""])));
}

const numbers = (units: string[][]): number[][] => units.map((unit) => unit.map(Number));

describe("Krippendorff's alpha", () => {
  // Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, sections A to D.
  test("A: two observers, two values, nothing missing", () => {
    expect(krippendorffsAlpha(unitsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"))).toBeCloseTo(0.095, 3);
  });

  test("B: two observers, many nominal values", () => {
    expect(krippendorffsAlpha(unitsOf("a a b b d c c c e d d a", "b a b b b c c c e d d d"))).toBeCloseTo(
      0.692,
      3,
    );
  });

  const four = unitsOf(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
  );

  test("C: four observers who left things out, nominal", () => {
    expect(krippendorffsAlpha(four)).toBeCloseTo(0.743, 3);
  });

  test("D: the same as ordinal and as interval data", () => {
    expect(krippendorffsAlpha(numbers(four), ordinal)).toBeCloseTo(0.815, 3);
    expect(krippendorffsAlpha(numbers(four), interval)).toBeCloseTo(0.849, 3);
  });

  test("is not defined where all say one thing, or no two looked at the same", () => {
    expect(
      krippendorffsAlpha([
        ["a", "a"],
        ["a", "a"],
      ]),
    ).toBeUndefined();
    expect(krippendorffsAlpha([["a"], ["b"], []])).toBeUndefined();
    expect(krippendorffsAlpha([])).toBeUndefined();
  });

  test("is 1 where everybody agrees on more than one value", () => {
    expect(
      krippendorffsAlpha([
        ["a", "a"],
        ["b", "b", "b"],
      ]),
    ).toBe(1);
  });

  const units = array(array(integer({ min: 1, max: 4 }), { maxLength: 5 }), { maxLength: 12 });

  test("never exceeds 1, is never NaN, and depends neither on the order of units nor of coders", () => {
    assert(
      property(units, (all) => {
        for (const distance of [nominal, ordinal, interval]) {
          const alpha = krippendorffsAlpha(all, distance);
          const turned = krippendorffsAlpha(all.map((unit) => unit.toReversed()).toReversed(), distance);
          if (alpha === undefined) return turned === undefined;
          expect(turned).toBeCloseTo(alpha, 10);
          expect(alpha).toBeLessThanOrEqual(1);
        }
        return true;
      }),
    );
  });
});

const of = (...codes: string[]): string => setValue(codes);

describe("the distance of two sets of codes", () => {
  test("Passonneau's four cases: the same, one within the other, overlapping, apart", () => {
    expect(masi(of("a", "b"), of("b", "a"))).toBe(0);
    // Jaccard 2/4, one within the other 2/3: NLTK's `masi_distance({1, 2}, {1, 2, 3, 4})` is .665 with .67 for 2/3.
    expect(masi(of("1", "2"), of("1", "2", "3", "4"))).toBeCloseTo(1 - (2 / 4) * (2 / 3), 10);
    expect(masi(of("a", "b"), of("b", "c"))).toBeCloseTo(1 - (1 / 3) * (1 / 3), 10);
    expect(masi(of("a"), of("b"))).toBe(1);
    expect(masi(of(), of("a"))).toBe(1);
    expect(masi(of(), of())).toBe(0);
  });

  test("is symmetric, and lies between 0 and 1", () => {
    const set = shuffledSubarray(["a", "b", "c", "d"]).map(setValue);
    assert(
      property(set, set, (a, b) => {
        expect(masi(a, b)).toBe(masi(b, a));
        return masi(a, b) >= 0 && masi(a, b) <= 1;
      }),
    );
  });
});
