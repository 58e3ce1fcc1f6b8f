import { describe, expect, test } from "vitest";
import { bootstrapped } from "./bootstrap.ts";
import { krippendorffsAlpha } from "./krippendorffs-alpha.ts";
import { z95 } from "./estimate.ts";

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("an interval by resampling", () => {
  test("of a mean is about that of the normal distribution", () => {
    const values = Array.from({ length: 400 }, (_, at) => at % 10);
    const spread = Math.sqrt(mean(values.map((value) => (value - 4.5) ** 2)));
    const found = bootstrapped(values, mean);
    expect(found?.value).toBe(4.5);
    expect(found?.low).toBeCloseTo(4.5 - (z95 * spread) / 20, 1);
    expect(found?.high).toBeCloseTo(4.5 + (z95 * spread) / 20, 1);
  });

  test("is the same on every run", () => {
    const units = Array.from({ length: 30 }, (_, at) => [at % 3, at % 2]);
    expect(bootstrapped(units, krippendorffsAlpha)).toEqual(bootstrapped(units, krippendorffsAlpha));
  });

  test("of a figure that is not defined there is none", () => {
    expect(bootstrapped([["a", "a"]], krippendorffsAlpha)).toBeUndefined();
  });

  test("is left out where too many resamples have no figure: one rare disagreement", () => {
    const units = [...Array.from({ length: 20 }, () => ["a", "a"]), ["a", "b"]];
    const found = bootstrapped(units, krippendorffsAlpha);
    expect(found?.value).toBeLessThanOrEqual(0);
    expect(found?.low).toBeUndefined();
    expect(found?.high).toBeUndefined();
  });
});
