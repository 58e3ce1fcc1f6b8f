import { array, assert, constantFrom, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { cohensKappa, kappaWeights } from "./cohens-kappa.ts";
import { contingencyOf, type Contingency } from "./contingency.ts";
import { z95 } from "./estimate.ts";

const table = (counts: number[][]): Contingency => ({
  counts,
  n: counts.flat().reduce((sum, n) => sum + n, 0),
});
const errorOf = (found: ReturnType<typeof cohensKappa>): number =>
  ((found?.high ?? 0) - (found?.value ?? 0)) / z95;

describe("Cohen's kappa", () => {
  // Cohen 1968, Psychological Bulletin 70:213–220, table 1: shares of 200 psychiatric diagnoses; he reports .492 and .348.
  const cohen = table([
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]);

  test("Cohen's diagnoses of 1968, unweighted and weighted by his own weights", () => {
    const apart = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    expect(cohensKappa(cohen)?.value).toBeCloseTo(0.492, 3);
    expect(cohensKappa(cohen, (row, column) => 1 - (apart[row]?.[column] ?? 0) / 6)?.value).toBeCloseTo(
      0.348,
      3,
    );
  });

  test("Fleiss, Cohen and Everitt's example of 1969, with its standard errors", () => {
    // Psychological Bulletin 72:323–327: kappa .429, variance .002885; weighted .507, variance .003248. Worked out by hand
    // from the 200 diagnoses: weighted agreement .78667, by chance .56722, so (.78667 - .56722) / (1 - .56722) = .50706.
    // Not .557, as it is sometimes remembered: with that the variance would be .002911, which is not the printed one.
    const diagnoses = table([
      [106, 10, 4],
      [22, 28, 10],
      [2, 12, 6],
    ]);
    const alike = [
      [1, 0, 4 / 9],
      [0, 1, 6 / 9],
      [4 / 9, 6 / 9, 1],
    ];
    const plain = cohensKappa(diagnoses);
    expect(plain?.value).toBeCloseTo(0.429, 3);
    expect(errorOf(plain) ** 2).toBeCloseTo(0.002885, 5);
    const weighted = cohensKappa(diagnoses, (row, column) => alike[row]?.[column] ?? 0);
    expect(weighted?.value).toBeCloseTo(0.507, 3);
    expect(errorOf(weighted) ** 2).toBeCloseTo(0.003248, 5);
  });

  test("Fleiss's two judges of a hundred patients", () => {
    // Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, table 18.1: .68.
    const judges = table([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);
    expect(cohensKappa(judges)?.value).toBeCloseTo(0.68, 2);
  });

  test("is not defined where chance alone would agree wholly, or nothing was compared", () => {
    expect(cohensKappa(table([[12]]))).toBeUndefined();
    expect(
      cohensKappa(
        table([
          [12, 0],
          [0, 0],
        ]),
      ),
    ).toBeUndefined();
    expect(
      cohensKappa(
        table([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBeUndefined();
  });

  test("perfect agreement on two categories is 1, wholly crossed −1", () => {
    expect(
      cohensKappa(
        table([
          [5, 0],
          [0, 5],
        ]),
      ),
    ).toEqual({ value: 1, low: 1, high: 1 });
    expect(
      cohensKappa(
        table([
          [0, 5],
          [5, 0],
        ]),
      )?.value,
    ).toBe(-1);
  });

  const pairs = array(tuple(constantFrom(0, 1, 2), constantFrom(0, 1, 2)), { maxLength: 40 });

  test("lies between −1 and 1, does not depend on who is first, and holds its interval", () => {
    assert(
      property(pairs, constantFrom(...Object.values(kappaWeights)), (said, weight) => {
        const one = cohensKappa(contingencyOf(said, [0, 1, 2]), weight);
        const turned = said.map(([a, b]) => [b, a] as const);
        const other = cohensKappa(contingencyOf(turned, [0, 1, 2]), weight);
        if (one === undefined) return other === undefined;
        expect(other?.value).toBeCloseTo(one.value, 10);
        expect(one.value).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(one.value).toBeLessThanOrEqual(1 + 1e-12);
        expect(one.low).toBeLessThanOrEqual(one.value);
        expect(one.high).toBeGreaterThanOrEqual(one.value);
        return true;
      }),
    );
  });

  test("a value of no category is a mistake, not a count", () => {
    expect(() => contingencyOf([["a", "c"]], ["a", "b"])).toThrow("no category");
  });
});
