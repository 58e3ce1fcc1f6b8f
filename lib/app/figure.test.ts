import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { BrandSubject, ProductSubject, ShopSubject } from "../model/subject.ts";
import type { Summary } from "../model/summary.ts";
import { figureOfPage } from "./figure.ts";

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

const summary = (subjectKey: string, count: number, rating = 50): Summary => ({
  subjectKey,
  count,
  stars: [0, 0, 0, 0, 0],
  rated: count,
  ratingSum: count * rating,
  withText: 0,
  generated: 0,
  affiliated: 0,
  samples: 0,
  newestAt: 0,
});

const stored =
  (...rows: readonly Summary[]) =>
  (keys: readonly string[]): Promise<Summary[]> =>
    Promise.resolve(rows.filter((row) => keys.includes(row.subjectKey)));

describe("the one figure of a page", () => {
  it("is the brand's, all its addresses taken together", async () => {
    const figure = await figureOfPage(
      { brand, product },
      stored(summary("b", 3), summary("b2", 2), summary("p", 50)),
    );
    expect(figure).toEqual({ figure: { kind: "score", score: 3, count: 5 }, lens: "brand" });
  });

  it("is the product's where nobody wrote about the brand, and the shop's after that", async () => {
    const about = { brand, product, shop };
    expect(await figureOfPage(about, stored(summary("p", 2), summary("s", 9)))).toMatchObject({
      lens: "product",
    });
    expect(await figureOfPage(about, stored(summary("s", 9)))).toMatchObject({ lens: "shop" });
  });

  it("never counts reviews of a product for its brand", async () => {
    const figure = await figureOfPage({ brand, product }, stored(summary("b", 1), summary("p", 50)));
    expect(figure).toEqual({ figure: { kind: "count", count: 1 }, lens: "brand" });
  });

  it("is none, without asking, where the page is about nothing", async () => {
    const asked = vi.fn<(keys: readonly string[]) => Promise<Summary[]>>();
    expect(await figureOfPage({}, asked)).toEqual({ figure: { kind: "none" } });
    expect(asked).not.toHaveBeenCalled();
  });

  it("has a score from five voices on, always between one and five stars", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 0, max: 100 }),
        async (count, rating) => {
          const { figure } = await figureOfPage({ shop }, stored(summary("s", count, rating)));
          expect(figure.kind).toBe(count === 0 ? "none" : count < 5 ? "count" : "score");
          if (figure.kind !== "score") return;
          expect(figure.score).toBeGreaterThanOrEqual(1);
          expect(figure.score).toBeLessThanOrEqual(5);
        },
      ),
    );
  });
});
