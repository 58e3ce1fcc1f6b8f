import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { BrandSubject, ProductSubject, ShopSubject } from "../model/subject.ts";
import { figureOf, joinSummaries, type Summary } from "../model/summary.ts";
import { figureOfPage, type FiguresOf } from "./figure.ts";

const base = { evidence: [], name: "Kite" } as const;
const brand: BrandSubject = {
  ...base,
  lens: "brand",
  brandId: "kite.example",
  known: true,
  keys: ["b", "b2"],
};
const product: ProductSubject = { ...base, lens: "product", gtins: [], keys: ["p"] };
const shop: ShopSubject = { ...base, lens: "shop", domain: "shop.example", known: false, keys: ["s"] };

const summary = (subjectKey: string, count: number, star = 3): Summary => ({
  subjectKey,
  count,
  stars: [1, 2, 3, 4, 5].map((each) => (each === star ? count : 0)) as unknown as Summary["stars"],
  rated: count,
  ratingSum: count * 25 * (star - 1),
  withText: 0,
  generated: 0,
  affiliated: 0,
  samples: 0,
  newestAt: 0,
});

const stored =
  (...rows: readonly Summary[]): FiguresOf =>
  async (groups) =>
    groups.map(({ keys }) =>
      figureOf(
        joinSummaries(
          "",
          rows.filter((row) => keys.includes(row.subjectKey)),
        ),
      ),
    );

describe("the one figure of a page", () => {
  it("is the brand's, all its addresses taken together", async () => {
    const figure = await figureOfPage(
      { brand, product },
      false,
      stored(summary("b", 3), summary("b2", 2), summary("p", 50)),
    );
    // Five voices of 3, and as many of what is expected before anyone spoke.
    expect(figure).toEqual({
      figure: { kind: "score", score: expect.closeTo((3 + 4.19) / 2), count: 5 },
      lens: "brand",
    });
  });

  it("is the product's where nobody wrote about the brand, and the shop's after that", async () => {
    const about = { brand, product, shop };
    expect(await figureOfPage(about, false, stored(summary("p", 2), summary("s", 9)))).toMatchObject({
      lens: "product",
    });
    expect(await figureOfPage(about, false, stored(summary("s", 9)))).toMatchObject({ lens: "shop" });
  });

  it("never counts reviews of a product for its brand", async () => {
    const figure = await figureOfPage({ brand, product }, false, stored(summary("b", 1), summary("p", 50)));
    expect(figure).toEqual({ figure: { kind: "count", count: 1 }, lens: "brand" });
  });

  it("is none, without asking, where the page is about nothing", async () => {
    const asked = vi.fn<FiguresOf>();
    expect(await figureOfPage({}, false, asked)).toEqual({ figure: { kind: "none" } });
    expect(asked).not.toHaveBeenCalled();
  });

  it("has a score from five voices on, always between one and five stars", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 5 }),
        async (count, star) => {
          const { figure } = await figureOfPage({ shop }, false, stored(summary("s", count, star)));
          expect(figure.kind).toBe(count === 0 ? "none" : count < 5 ? "count" : "score");
          if (figure.kind !== "score") return;
          expect(figure.score).toBeGreaterThanOrEqual(1);
          expect(figure.score).toBeLessThanOrEqual(5);
        },
      ),
    );
  });
});
