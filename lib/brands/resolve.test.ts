import { describe, expect, test } from "vitest";
import type { PageFacts, ProductFacts } from "../model/page.ts";
import type { BrandEntry } from "./directory.ts";
import { foldName } from "./fold-name.ts";
import { resolvePage } from "./resolve.ts";
import type { BrandLookup } from "./resolve.ts";

const entry = (name: string, domains: readonly string[], more: Partial<BrandEntry> = {}): BrandEntry => ({
  id: domains[0] ?? `name:${foldName(name)}`,
  name,
  aliases: [],
  domains,
  sharedDomains: [],
  handles: {},
  ...more,
});
const entries = [
  entry("Sunny", ["sunny.com", "sunny-shoes.de"], {
    owner: "Sunny Group",
    wikidata: "Q1",
    handles: { twitter: ["sunnyshoes"], x: ["sunnyshoes"] },
  }),
  entry("Moonlight", ["moonlight.com"], { category: "shoes" }),
  entry("Old Mill", ["oldmill.com"], { category: "supermarket" }),
  entry("Amazon", ["amazon.com", "amazon.de"]),
  entry("Etsy", ["etsy.com"]),
  entry("X", ["x.com"]),
  entry("Twin", ["twin.com"]),
  entry("Twin", ["twin-tyres.com"]),
  entry("First Bank", ["firstbank.com"], { category: "bank" }),
  entry("Tangerine", ["tangerine.com"], { category: "telecom" }),
  entry("Papery", [], { handles: { instagram: ["papery"] } }),
];

/** A directory of the few above, with the one guess that the real one makes too. */
const directory: BrandLookup = {
  byName: (name) => Promise.resolve(entries.filter((each) => foldName(each.name) === foldName(name))),
  byHandle: (platform, handle) =>
    Promise.resolve(entries.find((each) => each.handles[platform]?.includes(handle))),
  matchHost: (host) => {
    for (const each of entries) {
      for (const [index, domain] of each.domains.entries()) {
        if (host === domain)
          return Promise.resolve({ entry: each, how: index === 0 ? "primary" : "domain", domain });
        if (host.endsWith(`.${domain}`)) return Promise.resolve({ entry: each, how: "subdomain", domain });
      }
      if (host === `${each.domains[0]?.split(".")[0]}.fr`) {
        return Promise.resolve({ entry: each, how: "country-site", domain: host });
      }
    }
    return Promise.resolve(undefined);
  },
};

const facts = (url: string, parts: Partial<PageFacts> = {}): PageFacts => ({
  url,
  kind: "other",
  title: "",
  claimedRatings: [],
  hasPassword: false,
  ...parts,
});
const resolve = (url: string, parts?: Partial<PageFacts>) => resolvePage(facts(url, parts), directory);
const sold = (product: Partial<ProductFacts> = {}, parts: Partial<PageFacts> = {}): Partial<PageFacts> => ({
  kind: "product",
  product: { name: "Red shoe", gtins: [], ...product },
  ...parts,
});
const codes = (subject: { evidence: readonly { code: string }[] } | undefined) =>
  subject?.evidence.map(({ code }) => code);

describe("a brand's own site", () => {
  test("everything known of it, and every key it is read under", async () => {
    const { brand, product, shop } = await resolve("https://www.sunny.com/about", {
      organization: { lei: "549300WOIFUSNYH0FL22", sameAs: [] },
    });
    expect(brand).toEqual({
      lens: "brand",
      brandId: "sunny.com",
      known: true,
      name: "Sunny",
      domain: "sunny.com",
      subject: "https://sunny.com",
      owner: "Sunny Group",
      wikidata: "Q1",
      keys: ["https://sunny.com", "https://sunny-shoes.de", "urn:lei:549300WOIFUSNYH0FL22"],
      evidence: [{ code: "own-site", detail: "sunny.com" }],
    });
    expect([product, shop]).toEqual([undefined, undefined]);
  });

  test.each([
    ["https://support.sunny.com/x", {}, ["own-site"]],
    ["https://www.sunny-shoes.de/", {}, ["other-domain"]],
    ["https://sunny.fr/", { title: "Chaussures | Sunny" }, ["country-site"]],
  ])("%s is the same brand", async (url, parts, evidence) => {
    const { brand } = await resolve(url, parts);
    expect([brand?.brandId, codes(brand)]).toEqual(["sunny.com", evidence]);
  });

  test("a country site is read together with the brand", async () => {
    const { brand } = await resolve("https://sunny.fr/", { siteName: "SUNNY" });
    expect(brand?.keys).toContain("https://sunny.fr");
    expect(brand?.subject).toBe("https://sunny.com");
  });

  test("the same label under another suffix is somebody else unless the page says so", async () => {
    const { brand } = await resolve("https://sunny.fr/", { title: "Holidays in the south" });
    expect(brand).toMatchObject({ brandId: "sunny.fr", known: false });
  });

  test("its products need not say whose they are; brand and shop are one", async () => {
    for (const brandName of [undefined, "Moonlight", "Moonlight Kids"]) {
      const { brand, product, shop } = await resolve(
        "https://moonlight.com/red-shoe",
        sold(brandName ? { brand: brandName } : {}),
      );
      expect([brand?.brandId, product?.subject, shop]).toEqual([
        "moonlight.com",
        "https://moonlight.com/red-shoe",
        undefined,
      ]);
    }
  });

  test.each(["article", "login", "listing"] as const)(
    "a page of kind %s has a brand and no product",
    async (kind) => {
      const resolution = await resolve("https://sunny.com/x", { ...sold(), kind });
      expect([resolution.brand?.brandId, resolution.product, resolution.shop]).toEqual([
        "sunny.com",
        undefined,
        undefined,
      ]);
    },
  );
});

describe("a product in a shop", () => {
  test("three subjects: the maker by its markup, the product, the shop", async () => {
    const { brand, product, shop } = await resolve(
      "https://www.oldmill.com/red-shoe?utm_source=x",
      sold(
        { brand: "SUNNY", seller: "Shoes R Us", gtins: ["4006381333931"] },
        { canonicalUrl: "https://www.oldmill.com/red-shoe" },
      ),
    );
    expect([brand?.brandId, codes(brand)]).toEqual(["sunny.com", ["markup-brand", "directory-name"]]);
    expect(product).toEqual({
      lens: "product",
      name: "Red shoe",
      gtins: ["4006381333931"],
      subject: "https://www.oldmill.com/red-shoe",
      keys: ["https://oldmill.com/red-shoe"],
      evidence: [
        { code: "canonical", detail: "https://www.oldmill.com/red-shoe" },
        { code: "gtin", detail: "4006381333931" },
      ],
    });
    expect(shop).toMatchObject({
      lens: "shop",
      name: "Old Mill",
      domain: "oldmill.com",
      known: true,
      subject: "https://oldmill.com",
    });
    expect(codes(shop)).toEqual(["own-site", "seller"]);
  });

  test("an unknown brand is still a name", async () => {
    const { brand } = await resolve("https://www.amazon.de/dp/B00N150YS4", sold({ brand: "Kärntner Holz" }));
    expect(brand).toEqual({
      lens: "brand",
      brandId: "name:karntnerholz",
      known: false,
      name: "Kärntner Holz",
      keys: [],
      evidence: [{ code: "markup-brand", detail: "Kärntner Holz" }],
    });
  });

  test("an unknown brand is written under its own address where the shop gives it", async () => {
    const own = await resolve(
      "https://shop.example/x",
      sold({ brand: "Holzwerk", brandUrl: "https://www.holzwerk.at/" }),
    );
    expect(own.brand).toMatchObject({ brandId: "holzwerk.at", subject: "https://holzwerk.at", known: false });
    const foreign = await resolve(
      "https://shop.example/x",
      sold({ brand: "Holzwerk", brandUrl: "https://evil.com/" }),
    );
    expect(foreign.brand?.brandId).toBe("name:holzwerk");
  });

  test("two brands of one name are told apart by domain; a bank makes no shoes", async () => {
    expect((await resolve("https://shop.example/x", sold({ brand: "Twin" }))).brand?.brandId).toBe(
      "twin.com",
    );
    for (const brand of ["First Bank", "Tangerine"])
      expect((await resolve("https://shop.example/x", sold({ brand }))).brand?.known).toBe(false);
  });

  test("without markup, a distinctive name at the title's start; else silence", async () => {
    const titled = await resolve(
      "https://www.amazon.de/dp/B00N150YS4",
      sold({ name: "Moonlight Red Shoe, size 9" }),
    );
    expect([titled.brand?.brandId, codes(titled.brand)]).toEqual([
      "moonlight.com",
      ["title", "directory-name"],
    ]);
    for (const name of ["Shoe like Moonlight", "moonlight lamp", "Twinset shoe", "Moonlight"]) {
      const { brand, shop } = await resolve("https://www.amazon.de/dp/B00N150YS4", sold({ name }));
      expect([name, brand, shop?.domain]).toEqual([name, undefined, "amazon.com"]);
    }
  });

  test("an unknown site that sells under its own name is the brand", async () => {
    const { brand, shop } = await resolve(
      "https://holzwerk.at/bank",
      sold({ brand: "Holzwerk GmbH" }, { siteName: "Holzwerk" }),
    );
    expect([brand?.brandId, brand?.name, shop]).toEqual(["holzwerk.at", "Holzwerk", undefined]);
  });

  test("an unknown site that does not say whose product it is, is a shop", async () => {
    const { brand, shop } = await resolve("https://allerlei.at/bank", sold());
    expect([brand, shop?.domain, shop?.known]).toEqual([undefined, "allerlei.at", false]);
  });

  test.each([
    [`https://shop.example/${"long-".repeat(20)}`, "too-long"],
    ["https://shop.example/product.php?id=7", "query-only"],
  ])("%s cannot be written about, and says why", async (url, reason) => {
    const { product } = await resolve(url, sold());
    expect([product?.subject, product?.unaddressable]).toEqual([undefined, reason]);
    expect(product?.keys).toHaveLength(1);
  });

  test("a book is read with its ISBN; a product never under its shop's key", async () => {
    const { product } = await resolve(
      "https://shop.example/book",
      sold({ gtins: ["9781781256855"], url: "https://shop.example/" }),
    );
    expect(product?.keys).toEqual(["https://shop.example/book", "urn:isbn:9781781256855"]);
  });
});

describe("profiles and users' own sites", () => {
  test.each(["https://twitter.com/SunnyShoes", "https://x.com/sunnyshoes/media"])(
    "%s is the brand's profile",
    async (url) => {
      const { brand } = await resolve(url);
      expect([brand?.brandId, codes(brand)]).toEqual(["sunny.com", ["profile-handle"]]);
    },
  );

  test("a brand known only by a profile is written under it", async () => {
    const { brand } = await resolve("https://www.instagram.com/papery/");
    expect(brand).toMatchObject({
      brandId: "name:papery",
      subject: "https://instagram.com/papery",
      keys: ["https://instagram.com/papery"],
    });
  });

  test.each([
    "https://x.com/alice",
    "https://x.com/sunnyshoes/status/20",
    "https://x.com/search",
    "https://www.instagram.com/p/abc/",
    "https://www.linkedin.com/in/alice",
    "https://www.reddit.com/r/shoes/comments/1/x",
    "https://mastodon.example/@alice",
    "https://mastodon.example/@alice@elsewhere.example/11022",
  ])("%s is about nobody we know", async (url) => {
    expect(await resolve(url)).toEqual({});
  });

  test("a network's own pages are about the network", async () => {
    expect((await resolve("https://x.com/", { kind: "home" })).brand?.brandId).toBe("x.com");
    expect((await resolve("https://about.x.com/", { kind: "home" })).brand?.brandId).toBe("x.com");
    expect((await resolve("https://x.com/privacy")).brand?.brandId).toBe("x.com");
  });

  test("a company's page and a shop in a marketplace are somebody of their own", async () => {
    const company = await resolve("https://www.linkedin.com/company/holzwerk/about", {
      title: "Holzwerk | LinkedIn",
    });
    expect(company.brand).toMatchObject({
      brandId: "linkedin.com/company/holzwerk",
      name: "Holzwerk",
      known: false,
    });
    const store = await resolve("https://www.etsy.com/shop/NiceMugs", { title: "NiceMugs - Etsy" });
    expect(store.brand).toMatchObject({ name: "NiceMugs", subject: "https://etsy.com/shop/nicemugs" });
    expect(store.shop).toMatchObject({ domain: "etsy.com", known: true });
  });

  test("a user's site is its own, not its host's", async () => {
    const { brand } = await resolve("https://sunnybakery.wordpress.com/", { siteName: "Sunny Bakery" });
    expect(brand).toMatchObject({ brandId: "sunnybakery.wordpress.com", name: "Sunny Bakery" });
    expect(codes(brand)).toEqual(["user-site", "site-name"]);
  });
});

describe("nothing at all", () => {
  test.each(["", "about:blank", "http://127.0.0.1/", "http://localhost/", "file:///x", "https://co.uk/"])(
    "%j",
    async (url) => {
      expect(await resolve(url, sold({ brand: "Sunny" }))).toEqual({});
    },
  );
});

test("a directory that cannot be read is an error, not silence", async () => {
  const broken: BrandLookup = { ...directory, matchHost: () => Promise.reject(new Error("missing")) };
  await expect(resolvePage(facts("https://sunny.com/"), broken)).rejects.toThrow("missing");
});
