import { describe, expect, it, vi } from "vitest";
import type { DailyBrandRow } from "../db/talk-rows.ts";
import type { Fact } from "../model/fact.ts";
import type { BrandSubject, ProductSubject, ShopSubject } from "../model/subject.ts";
import { pageSays } from "./page-says.ts";
import { recallOfPage } from "./recall.ts";

const now = Date.UTC(2026, 4, 20);
const day = 86_400_000;
const base = { evidence: [], name: "Kite" } as const;
const brand: BrandSubject = { ...base, lens: "brand", brandId: "kite.example", known: true, keys: ["b"] };
const product: ProductSubject = { ...base, lens: "product", name: "Trail Stove", gtins: [], keys: ["p"] };
const shop: ShopSubject = { ...base, lens: "shop", domain: "megashop.example", known: false, keys: ["s"] };

function recall(changes: Partial<Fact>): Fact {
  const url = "https://recalls.example/1";
  return { key: "cpsc:1", source: "cpsc", kind: "recall", title: "Recall", url, ...changes };
}

function daily(brandId: string, ...facts: readonly Fact[]): DailyBrandRow {
  return { feed: "https://feed.example", brandId, day: "2026-05-20", facts, threads: {}, titles: [] };
}

const stored =
  (...rows: readonly DailyBrandRow[]) =>
  (brandId: string): Promise<readonly DailyBrandRow[]> =>
    Promise.resolve(rows.filter((row) => row.brandId === brandId));

describe("the recall of a page", () => {
  it("is of this product, whenever that was", async () => {
    const dailyOf = stored(
      daily("kite.example", recall({ at: now - 900 * day, severity: "serious", products: ["Trail Stove"] })),
    );
    expect(await recallOfPage({ brand, product }, { dailyOf, now: () => now })).toEqual({
      concerns: "product",
      severity: "serious",
    });
  });

  it("is else of its brand within twelve months", async () => {
    const recent = stored(daily("kite.example", recall({ at: now - 20 * day, products: ["Tent"] })));
    expect(await recallOfPage({ brand, product }, { dailyOf: recent, now: () => now })).toEqual({
      concerns: "brand",
    });
    const old = stored(daily("kite.example", recall({ at: now - 400 * day, products: ["Tent"] })));
    expect(await recallOfPage({ brand, product }, { dailyOf: old, now: () => now })).toBeUndefined();
  });

  it("is never the shop's that sells it", async () => {
    const dailyOf = stored(daily("megashop.example", recall({ at: now, products: ["Trail Stove"] })));
    expect(await recallOfPage({ brand, product, shop }, { dailyOf, now: () => now })).toBeUndefined();
  });

  it("costs one read, and none where the page is about no brand", async () => {
    const dailyOf = vi.fn(stored());
    await recallOfPage({ brand, product, shop }, { dailyOf, now: () => now });
    expect(dailyOf).toHaveBeenCalledTimes(1);
    await recallOfPage({ shop }, { dailyOf, now: () => now });
    expect(dailyOf).toHaveBeenCalledTimes(1);
  });

  it("is said beside the figure", async () => {
    const says = await pageSays({ brand }, false, {
      dailyOf: stored(daily("kite.example", recall({ at: now }))),
      figuresOf: () => Promise.resolve([]),
      now: () => now,
    });
    expect(says).toEqual({ figure: { kind: "none" }, recall: { concerns: "brand" } });
  });
});
