import { describe, expect, it } from "vitest";
import type { Correction, CorrectedTo, CorrectionScope } from "../model/correction.ts";
import { correctionScope } from "../model/correction.ts";
import type { BrandSubject, Resolution, ShopSubject } from "../model/subject.ts";
import { applyCorrections, brandOfText, correctionId, correctionIdsFor, placeScope } from "./corrections.ts";
import type { BrandEntry, HostMatch } from "./directory.ts";
import { foldName } from "./fold-name.ts";
import { searchBrands } from "./search-brands.ts";

const entry = (id: string, name: string, domains: readonly string[] = [id]): BrandEntry =>
  ({ id, name, aliases: [], domains, handles: {} }) as unknown as BrandEntry;

const tessera = entry("tessera.example", "Tessera", ["tessera.example", "tessera.test"]);
const kite = entry("name:kite", "Kite", []);
const entries = [tessera, kite, entry("kite-air.example", "Kite")];
const directory = {
  byBeginning: async (text: string) => entries.filter((one) => foldName(one.name).startsWith(foldName(text))),
  byName: async (name: string) => entries.filter((one) => foldName(one.name) === foldName(name)),
  matchHost: async (host: string): Promise<HostMatch | undefined> => {
    const found = entries.find(({ domains }) => domains.includes(host));
    if (found) return { entry: found, how: found.domains[0] === host ? "primary" : "domain", domain: host };
    return host.startsWith("tessera.") ? { entry: tessera, how: "country-site", domain: host } : undefined;
  },
};

const brand = (name: string, changes: Partial<BrandSubject> = {}): BrandSubject => ({
  lens: "brand",
  brandId: `name:${foldName(name)}`,
  name,
  known: false,
  keys: [],
  evidence: [{ code: "markup-brand", detail: name }],
  ...changes,
});
const shop: ShopSubject = {
  lens: "shop",
  name: "Bazaar",
  domain: "bazaar.example",
  known: false,
  subject: "https://bazaar.example",
  keys: ["https://bazaar.example"],
  evidence: [{ code: "domain-only", detail: "bazaar.example" }],
};
const product = {
  lens: "product" as const,
  name: "Thing",
  gtins: [],
  keys: ["https://bazaar.example/p/1"],
  evidence: [],
};
const inShop: Resolution = { brand: brand("Acme"), product, shop };
const ownSite: Resolution = { brand: brand("Acme", { domain: "acme.example", brandId: "acme.example" }) };

const said = (scope: CorrectionScope, to: CorrectedTo): Correction => ({
  id: correctionId(scope),
  scope,
  to,
  at: 1,
});
const site = { kind: "site", siteKey: "bazaar.example" } as const;
const name = { kind: "name", name: "Acme" } as const;
const toTessera = {
  kind: "brand",
  brandId: "tessera.example",
  name: "Tessera",
  domain: "tessera.example",
} as const;
const none = { kind: "none" } as const;
const front = { kind: "place", at: "kvist.example" } as const;
const branch = { kind: "place", at: "https://kvist.example/branches/2" } as const;
const toPlace = (placeName: string): CorrectedTo => ({
  kind: "place",
  name: placeName,
  point: { latitude: 1, longitude: 2 },
});
const apply = (recognised: Resolution, ...corrections: Correction[]): Promise<Resolution> =>
  applyCorrections(recognised, corrections, directory, async ({ name }) => [`geo:1,2?q=${name ?? ""}`]);

describe("what a correction holds for", () => {
  it("is the name in a shop, and the site elsewhere or for the shop itself", () => {
    const state = { resolution: inShop, siteKey: "bazaar.example" };
    expect(correctionScope(state, "brand")).toEqual(name);
    expect(correctionScope(state, "product")).toEqual(name);
    expect(correctionScope(state, "shop")).toEqual(site);
    expect(correctionScope({ ...state, resolution: ownSite }, "brand")).toEqual(site);
    expect(correctionScope({ resolution: ownSite }, "brand")).toBeUndefined();
  });

  it("stays the same once it was corrected", () => {
    const state = { resolution: { shop }, recognised: inShop, siteKey: "bazaar.example" };
    expect(correctionScope(state, "brand")).toEqual(name);
  });

  it("is one for all spellings of a name, and the word that the page used", () => {
    expect(correctionId({ kind: "name", name: "ACME Inc." })).toBe(correctionId(name));
    const known = brand("Acme Worldwide", { evidence: [{ code: "markup-brand", detail: "acme" }] });
    expect(
      correctionIdsFor({ ...inShop, brand: known }, "https://www.bazaar.example/p/1?utm_source=x"),
    ).toEqual([
      "site:bazaar.example",
      "name:acme",
      "place:https://bazaar.example/p/1",
      "place:bazaar.example",
    ]);
    expect(correctionIdsFor(ownSite, "about:blank")).toEqual([]);
  });

  it("is the whole site for a place that is named on its front page, and else one page", () => {
    expect(placeScope("https://www.kvist.example/?ref=1", "kvist.example")).toEqual(front);
    expect(placeScope("https://kvist.example/branches/2/", "kvist.example")).toEqual(branch);
    const endless = `https://kvist.example/${"a".repeat(600)}`;
    expect(placeScope(endless, "kvist.example")).toEqual(front);
  });
});

describe("a page whose place is known", () => {
  it("has the reviews of the place beside its own, for the shop where there is one", async () => {
    const own = await apply(ownSite, said(front, toPlace("kvist")));
    expect(own.brand?.keys).toEqual([...ownSite.brand!.keys, "geo:1,2?q=kvist"]);
    expect(own.brand?.evidence.at(-1)).toEqual({ code: "place-said", detail: "kvist" });
    const sold = await apply(inShop, said(front, toPlace("kvist")));
    expect(sold.brand).toEqual(inShop.brand);
    expect(sold.shop?.keys).toEqual([...shop.keys, "geo:1,2?q=kvist"]);
  });

  it("is the one that was said of the page, not of its site; a no adds nothing", async () => {
    const site = said(front, toPlace("first"));
    const both = await apply(ownSite, said(branch, toPlace("second")), site);
    expect(both.brand?.keys).toContain("geo:1,2?q=second");
    expect(both.brand?.keys).not.toContain("geo:1,2?q=first");
    expect(await apply(ownSite, said(branch, none), site)).toEqual(ownSite);
    expect(await apply({}, site)).toEqual({});
  });
});

describe("a corrected page", () => {
  it("is about the brand of the directory that the person chose, and says why", async () => {
    const { brand: chosen } = await apply(ownSite, said(site, toTessera));
    expect(chosen).toMatchObject({
      brandId: "tessera.example",
      known: true,
      name: "Tessera",
      evidence: [{ code: "corrected" }],
    });
    // What people wrote about the site itself now counts for the brand.
    expect(chosen?.keys).toContain("https://bazaar.example");
  });

  it("keeps product and shop where only the maker was wrong", async () => {
    const result = await apply(inShop, said(name, toTessera));
    expect(result).toMatchObject({ brand: { name: "Tessera" }, product, shop });
    expect(result.brand?.keys).not.toContain("https://bazaar.example");
    expect(await apply(inShop, said(name, none))).toEqual({ product, shop });
  });

  it("has another shop, or none, by the site's correction", async () => {
    const result = await apply(inShop, said(site, toTessera));
    expect(result).toMatchObject({
      brand: { name: "Acme" },
      shop: { name: "Tessera", domain: "tessera.example" },
    });
    expect(result.shop?.keys).toContain("https://bazaar.example");
    expect(await apply(inShop, said(site, none))).toEqual({ brand: inShop.brand, product });
  });

  it("takes both corrections at once; maker and shop that are one are one subject", async () => {
    const result = await apply(inShop, said(site, toTessera), said(name, toTessera));
    expect(result).toMatchObject({ brand: { name: "Tessera" }, product });
    expect(result.shop).toBeUndefined();
  });

  it("is about nothing where the site is no brand's", async () => {
    expect(await apply({ ...ownSite, product }, said(site, none))).toEqual({});
  });

  it("can be about a brand that no directory has: by its site, or by its name alone", async () => {
    const byName = { kind: "brand", brandId: "name:quillon", name: "Quillon" } as const;
    expect((await apply(inShop, said(name, byName))).brand).toMatchObject({
      brandId: "name:quillon",
      known: false,
      keys: [],
    });
    const bySite = { ...byName, brandId: "quillon.example", domain: "quillon.example" };
    expect((await apply(inShop, said(name, bySite))).brand?.subject).toBe("https://quillon.example");
    expect((await apply(inShop, said(site, byName))).shop).toMatchObject({
      name: "Quillon",
      domain: "bazaar.example",
    });
  });

  it("finds a brand without a site by its name, among others of that name", async () => {
    const to = { kind: "brand", brandId: "name:kite", name: "Kite" } as const;
    expect((await apply(inShop, said(name, to))).brand).toMatchObject({ brandId: "name:kite", known: true });
  });

  it("is as it was recognised where nobody said anything", async () => {
    expect(await apply(inShop)).toEqual(inShop);
  });
});

describe("what a person types", () => {
  it.each([
    ["tessera.test", { brandId: "tessera.example", name: "Tessera", domain: "tessera.test" }],
    ["https://www.quillon.example/shop?x=1", { brandId: "quillon.example", domain: "quillon.example" }],
    ["Quillon & Sons Ltd.", { brandId: "name:quillonandsons", name: "Quillon & Sons Ltd." }],
    ["Dr. Oetker", { name: "Dr. Oetker" }],
  ])("is a site or a name: %s", async (text, expected) => {
    expect(await brandOfText(text, directory)).toMatchObject({ kind: "brand", ...expected });
  });

  it.each(["", "  ", "!!!", "\u202e"])("is nothing: %j", async (text) => {
    expect(await brandOfText(text, directory)).toBeUndefined();
    if (text.trim() === "") expect(await searchBrands(text, directory)).toEqual([]);
  });

  it("finds brands by site and by the longest beginning that is a name, each once, eight at most", async () => {
    const ids = async (text: string): Promise<string[]> =>
      (await searchBrands(text, directory)).map(({ brandId }) => brandId);
    expect(await ids("tessera.example")).toEqual(["tessera.example"]);
    expect(await ids("Tessera running shoes")).toEqual(["tessera.example"]);
    expect(await ids("tess")).toEqual(["tessera.example"]);
    expect(await ids("kite")).toEqual(["name:kite", "kite-air.example"]);
    const many = Array.from({ length: 30 }, (_, index) => entry(`kite${index}.example`, "Kite"));
    const crowded = { ...directory, byName: async () => many };
    expect(await searchBrands("kite", crowded)).toHaveLength(8);
    expect(await ids("x ".repeat(10_000))).toEqual([]);
  });
});
