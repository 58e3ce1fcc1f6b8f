import { describe, expect, it, vi } from "vitest";
import type { Directory } from "../brands/directory.ts";
import type { RawPage } from "../model/page.ts";
import type { RawProduct } from "../model/product-page.ts";
import type { TabState } from "../model/tab-state.ts";
import { RawProductSchema } from "../schema/raw-product.ts";
import { createPageReports } from "./page-reports.ts";
import { tabStates } from "./tab-states.ts";

const url = "https://harbour.example/product/kite-trail-2-12345";
const sender = { tabId: 7, url, isPrivate: false };

/** A shop's page without markup that says whose product it is. */
const page: RawPage = {
  url,
  title: "Kite Trail 2 | Harbour",
  jsonLd: [],
  meta: [["og:type", "product"]],
  links: [],
  microdata: [],
  heading: "Kite Trail 2",
  hasPassword: false,
  articleCount: 0,
};
const deep: RawProduct = {
  url,
  heading: "Kite Trail 2",
  makers: [{ place: "row", text: "Kite", count: 1 }],
  buys: 1,
  hasPrice: true,
};

const nothing = (): Promise<undefined> => Promise.resolve(undefined);
const directory = {
  matchHost: nothing,
  byHost: nothing,
  byHandle: nothing,
  byWikidata: nothing,
  byName: () => Promise.resolve([]),
} as unknown as Directory;

function world() {
  const items = new Map<string, unknown>();
  const states = tabStates({
    get: (keys) =>
      Promise.resolve(
        Object.fromEntries([...items].filter(([key]) => keys === null || [keys].flat().includes(key))),
      ),
    set: (changes) => {
      for (const [key, value] of Object.entries(changes)) items.set(key, value);
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of [keys].flat()) items.delete(key);
      return Promise.resolve();
    },
  });
  const shown: TabState[] = [];
  const deepen = vi.fn<(tabId: number) => Promise<void>>(() => Promise.resolve());
  const count = vi.fn<(page: { brandId?: string; isSeen?: boolean }) => Promise<void>>(() =>
    Promise.resolve(),
  );
  let now = 0;
  const reports = createPageReports({
    parse: (raw) => raw as RawPage,
    parseProduct: (raw) => RawProductSchema.safeParse(raw).data,
    deepen,
    directory: () => Promise.resolve(directory),
    figuresOf: () => Promise.resolve([]),
    dailyOf: () => Promise.resolve([]),
    isSiteOff: () => Promise.resolve(false),
    recogniseProfile: (_page, _facts, resolution) => Promise.resolve({ resolution }),
    correct: (resolution) => Promise.resolve({ resolution }),
    sitesOf: () => [],
    states,
    switches: () => Promise.resolve({ badgeEverywhere: true, badgeInPrivate: false }),
    count,
    noteProofs: () => Promise.resolve(),
    mode: () => Promise.resolve("all-sites"),
    isReaderIn: () => Promise.resolve(false),
    clear: () => Promise.resolve(),
    show: (state) => {
      shown.push(state);
      return Promise.resolve();
    },
    now: () => ++now,
  });
  return { count, deepen, reports, shown, states };
}

describe("deep extraction", () => {
  it("is let into a page that sells one thing and does not say whose, and names the maker", async () => {
    const { count, deepen, reports, shown, states } = world();
    await reports.report(page, sender);
    expect(deepen).toHaveBeenCalledWith(7);
    expect((await states.get(7))?.resolution.brand).toBeUndefined();

    await reports.reportProduct(deep, sender);
    const state = await states.get(7);
    expect(state?.resolution.brand).toMatchObject({ name: "Kite", evidence: [{ code: "brand-row" }] });
    expect(state?.resolution.shop?.domain).toBe("harbour.example");
    expect(shown.at(-1)).toEqual(state);
    expect(count).toHaveBeenLastCalledWith({ brandId: "name:kite", isSeen: true });
  });

  it("stays out where the markup names the maker, and out of articles, log-ins and searches", async () => {
    const { deepen, reports } = world();
    const marked = JSON.stringify({ "@type": "Product", name: "Trail 2", brand: "Kite" });
    await reports.report({ ...page, jsonLd: [marked] }, sender);
    for (const [path, changes] of [
      ["/blog/what-a-kite-taught-me", { meta: [["og:type", "article"]] }],
      ["/login", { hasPassword: true, meta: [] }],
      ["/search?q=kite", { meta: [] }],
      ["/", { meta: [] }],
    ] as const) {
      const other = new URL(path, url).href;
      await reports.report({ ...page, ...changes, url: other }, { ...sender, url: other });
    }
    expect(deepen).not.toHaveBeenCalled();
  });

  it("makes a page without any markup a product's, where it is sold at a price and its maker stated", async () => {
    const { deepen, reports, states } = world();
    const bare = { ...page, meta: [], url: "https://harbour.example/trail-2-77712" };
    const from = { ...sender, url: bare.url };
    await reports.report(bare, from);
    expect(deepen).toHaveBeenCalledTimes(1);
    await reports.reportProduct({ ...deep, url: bare.url }, from);
    expect(await states.get(7)).toMatchObject({
      kind: "product",
      resolution: { brand: { name: "Kite" }, product: { name: "Kite Trail 2" } },
    });
  });

  it("leaves a page alone that has no price, no button or many of them", async () => {
    for (const found of [{ hasPrice: false }, { buys: 0 }, { buys: 40 }, { makers: [] }]) {
      const { reports, states } = world();
      const bare = { ...page, meta: [], url: "https://harbour.example/trail-2-77712" };
      const from = { ...sender, url: bare.url };
      await reports.report(bare, from);
      await reports.reportProduct({ ...deep, ...found, url: bare.url }, from);
      expect((await states.get(7))?.kind).toBe("other");
    }
  });

  it("is not listened to unasked, twice, for another page or in rubbish", async () => {
    const { reports, states } = world();
    expect(await reports.reportProduct(deep, sender)).toMatchObject({ ok: false });
    await reports.report(page, sender);
    for (const raw of [
      "rubbish",
      { ...deep, url: `${url}9` },
      { ...deep, makers: [{ place: "x", text: "", count: 0 }] },
    ])
      expect(await reports.reportProduct(raw, sender)).toMatchObject({ ok: false });
    expect(await reports.reportProduct(deep, sender)).toMatchObject({ ok: true });
    expect(await reports.reportProduct({ ...deep, makers: [] }, sender)).toMatchObject({ ok: false });
    expect((await states.get(7))?.resolution.brand?.name).toBe("Kite");
  });

  it("is heard though the first look is not quite over", async () => {
    const { count, deepen, reports, states } = world();
    const counted = Promise.withResolvers<void>();
    count.mockReturnValueOnce(counted.promise);
    const first = reports.report(page, sender);
    await vi.waitFor(() => expect(deepen).toHaveBeenCalled());
    await reports.reportProduct(deep, sender);
    counted.resolve();
    await first;
    expect((await states.get(7))?.resolution.brand?.name).toBe("Kite");
  });

  it("comes too late for a tab that has moved on", async () => {
    const { reports, shown, states } = world();
    await reports.report(page, sender);
    await reports.leave(7, "https://elsewhere.example/");
    expect(await reports.reportProduct(deep, sender)).toEqual({ ok: true, value: undefined });
    expect(await states.get(7)).toBeUndefined();
    expect(shown).toHaveLength(1);
  });
});
