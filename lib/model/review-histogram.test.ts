import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histogramOf } from "./review-histogram.ts";

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe("reviews over time", () => {
  it("have no bars where nobody spoke", () => {
    expect(histogramOf(new Map(), [])).toEqual({ unit: "day", bars: [] });
  });

  it("are told by day within a few weeks, days without any among them", () => {
    const { unit, bars } = histogramOf(
      new Map([
        [day("2026-05-01"), 2],
        [day("2026-05-03"), 31],
      ]),
      [{ from: day("2026-05-03"), to: day("2026-05-03") }],
    );
    expect(unit).toBe("day");
    expect(bars.map(({ count, inBurst }) => [count, inBurst])).toEqual([
      [2, 0],
      [0, 0],
      [31, 31],
    ]);
  });

  it("are told by month over years, whole months, with what of them came in a burst", () => {
    const { unit, bars } = histogramOf(
      new Map([
        [day("2025-11-20"), 1],
        [day("2026-02-28"), 4],
        [day("2026-03-01"), 6],
      ]),
      [{ from: day("2026-02-27"), to: day("2026-03-01") }],
    );
    expect(unit).toBe("month");
    expect(bars.map(({ from, count, inBurst }) => [from, count, inBurst])).toEqual([
      [day("2025-11-01"), 1, 0],
      [day("2025-12-01"), 0, 0],
      [day("2026-01-01"), 0, 0],
      [day("2026-02-01"), 4, 4],
      [day("2026-03-01"), 6, 6],
    ]);
    expect(bars.at(-1)?.to).toBe(day("2026-03-31"));
  });

  it("look closer at some days when asked, and leave the others out", () => {
    const { unit, bars } = histogramOf(
      new Map([
        [day("2020-01-01"), 5],
        [day("2026-05-03"), 3],
      ]),
      [],
      { from: day("2026-05-01"), to: day("2026-05-05") },
    );
    expect(unit).toBe("day");
    expect(bars.map(({ count }) => count)).toEqual([0, 0, 3, 0, 0]);
  });

  it("lose nobody, leave no gap and stay few, whatever the time", () => {
    const counts = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 9 })),
      {
        selector: ([at]) => at,
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(counts, fc.nat(30_000), (list, burst) => {
        const { bars } = histogramOf(new Map(list), [{ from: burst, to: burst + 30 }]);
        const sum = (pick: (one: (typeof bars)[number]) => number): number =>
          bars.reduce((total, bar) => total + pick(bar), 0);
        expect(sum(({ count }) => count)).toBe(list.reduce((total, [, count]) => total + count, 0));
        expect(sum(({ inBurst }) => inBurst)).toBe(
          list.reduce((total, [at, count]) => total + (at >= burst && at <= burst + 30 ? count : 0), 0),
        );
        expect(bars.slice(1).every((bar, index) => bar.from === (bars[index]?.to ?? 0) + 1)).toBe(true);
        expect(bars.length).toBeLessThanOrEqual(84);
      }),
    );
  });
});
