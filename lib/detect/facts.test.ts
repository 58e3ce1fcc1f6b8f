import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PageFacts, RawPage } from "../model/page.ts";
import { RawPageSchema } from "../schema/raw-page.ts";
import { readPage } from "./facts.ts";

const page = (url: string, parts: Partial<RawPage> & { ld?: unknown } = {}): RawPage => {
  const { ld, ...rest } = parts;
  const jsonLd = ld === undefined ? [] : [JSON.stringify(ld)];
  return {
    url,
    title: "",
    jsonLd,
    meta: [],
    links: [],
    microdata: [],
    hasPassword: false,
    articleCount: 0,
    ...rest,
  };
};
const product = { "@type": "Product", name: "Rye loaf", offers: { "@type": "Offer", price: 4 } };
const kindOf = (...parameters: Parameters<typeof page>): PageFacts["kind"] =>
  readPage(page(...parameters)).kind;

const productOf = (ld: unknown, parts: Partial<RawPage> = {}) =>
  readPage(page("https://shop.example/rye", { ld, ...parts })).product;
const organizationOf = (ld: unknown) =>
  readPage(page("https://www.bakery.example/contact", { ld })).organization;
const claim = (rating: object) =>
  readPage(
    page("https://shop.example/rye", {
      ld: { ...product, aggregateRating: { "@type": "AggregateRating", ...rating } },
    }),
  ).claimedRatings;
const canonical = (href: string, url = "https://shop.example/a/rye?x=1") =>
  readPage(page(url, { links: [["canonical", href]] })).canonicalUrl;
const script = (text: string) => text.repeat(Math.ceil(256_000 / text.length)).slice(0, 256_000);

describe("kind of page", () => {
  test.each<[PageFacts["kind"], string, Parameters<typeof page>[1]]>([
    ["home", "https://bakery.example/", {}],
    ["home", "https://bakery.example/en-gb/index.html", {}],
    ["home", "https://bakery.example/", { ld: [product, { ...product, name: "Spelt loaf" }] }],
    ["home", "https://bakery.example/?utm_source=x", { hasPassword: true }],
    ["product", "https://bakery.example/rye", { ld: product }],
    ["product", "https://bakery.example/rye", { meta: [["og:type", "product.item"]] }],
    ["product", "https://bakery.example/rye", { meta: [["product:price:amount", "4"]] }],
    ["product", "https://bakery.example/rye", { ld: product, hasPassword: true }],
    ["product", "https://www.amazon.de/dp/B00N150YS4", {}],
    [
      "product",
      "https://bakery.example/rye",
      { title: "Rye loaf", ld: [{ ...product, name: "Spelt" }, product] },
    ],
    ["listing", "https://bakery.example/loaves", { ld: [product, { ...product, name: "Spelt loaf" }] }],
    ["listing", "https://bakery.example/search?q=rye", {}],
    ["listing", "https://bakery.example/collections/bread", {}],
    ["listing", "https://bakery.example/x", { ld: { "@type": "ItemList" } }],
    ["article", "https://news.example/x", { ld: { "@type": "NewsArticle", headline: "Bread" } }],
    [
      "article",
      "https://news.example/x",
      { ld: [{ "@type": "NewsArticle" }, { "@type": "Product", name: "The best loaf" }] },
    ],
    ["article", "https://news.example/2024/05/loaf", {}],
    ["article", "https://bakery.example/blog/how-we-bake", {}],
    ["article", "https://news.example/x", { meta: [["article:published_time", "2024"]] }],
    ["article", "https://news.example/five-loaves-that-changed-the-world", { articleCount: 1 }],
    ["login", "https://bakery.example/login", { hasPassword: true }],
    ["login", "https://bakery.example/account/signin", {}],
    ["login", "https://bakery.example/welcome-back", { hasPassword: true }],
    ["other", "https://bakery.example/imprint", {}],
    // A brand's profile is no article, whatever its network says.
    ["other", "https://x.com/bakery", { meta: [["og:type", "profile"]] }],
  ])("%s: %s %j", (kind, url, parts) => expect(kindOf(url, parts)).toBe(kind));
});

describe("product", () => {
  test("name, brand, seller, numbers and address", () => {
    const ld = {
      ...product,
      brand: { "@type": "Brand", name: "Sunny &amp; Sons", url: "https://sunny.example" },
      gtin13: "4006381333931",
      sku: 12,
      url: "/rye?x=1",
      offers: { "@type": "Offer", seller: { name: "Old Mill" } },
    };
    expect(productOf(ld)).toEqual({
      name: "Rye loaf",
      brand: "Sunny & Sons",
      brandUrl: "https://sunny.example/",
      seller: "Old Mill",
      gtins: ["4006381333931"],
      sku: "12",
      url: "https://shop.example/rye?x=1",
    });
  });

  test.each(["Unbranded", "n/a", "No Brand", "Does not apply", "-", "", "https://shop.example/brand/7", " "])(
    "%j is no brand",
    (brand) => {
      expect(productOf({ ...product, brand })).not.toHaveProperty("brand");
    },
  );

  test("a table's label does not belong to the brand", () => {
    expect(productOf({ ...product, brand: "See more of the Brand: Sunny" })?.brand).toBe("Sunny");
  });

  test("meta completes markup, and the same product in microdata too", () => {
    expect(productOf(product, { meta: [["product:brand", "Sunny"]] })?.brand).toBe("Sunny");
    const microdata = [
      {
        type: "https://schema.org/Product",
        props: { name: ["RYE LOAF"], brand: ["Sunny"], gtin: ["96385074"] },
      },
    ];
    expect(productOf(product, { microdata })).toMatchObject({ brand: "Sunny", gtins: ["96385074"] });
    const other = [{ type: "https://schema.org/Product", props: { name: ["Spelt"], brand: ["Moony"] } }];
    expect(productOf(product, { microdata: other, title: "Rye loaf" })).not.toHaveProperty("brand");
  });

  test("a wrong check digit or a shop's own number is no GTIN", () => {
    expect(
      productOf({ ...product, gtin13: "4006381333932", gtin: ["2001234567893", "abc", "00000000"] })?.gtins,
    ).toEqual([]);
  });

  test("an item of another site's address is not believed", () => {
    expect(productOf({ ...product, url: "https://other.example/rye" })).not.toHaveProperty("url");
  });
});

describe("who stands behind it", () => {
  test("name, legal name, address, numbers", () => {
    const ld = {
      "@type": "Bakery",
      name: "Sunny",
      legalName: "Sunny Ltd",
      url: "https://bakery.example",
      vatID: "GB1",
      leiCode: "549300woifusnyh0fl22",
      logo: { "@type": "ImageObject", url: "/logo.png" },
      address: { streetAddress: "Mill Lane 1", addressLocality: "Ham" },
      sameAs: ["https://x.com/sunny", "javascript:1"],
    };
    expect(organizationOf(ld)).toEqual({
      name: "Sunny",
      legalName: "Sunny Ltd",
      url: "https://bakery.example/",
      vatId: "GB1",
      lei: "549300WOIFUSNYH0FL22",
      logo: "https://www.bakery.example/logo.png",
      address: "Mill Lane 1, Ham",
      sameAs: ["https://x.com/sunny"],
    });
  });

  test("a business that lives elsewhere does not stand behind this page", () => {
    expect(
      organizationOf({ "@type": "Restaurant", name: "Moon", url: "https://moon.example" }),
    ).toBeUndefined();
  });

  test("the publisher of the site is preferred to a branch without an address", () => {
    const ld = [
      { "@type": "Store", name: "Branch 7" },
      {
        "@type": "WebSite",
        publisher: { "@type": "Organization", name: "Sunny", url: "https://bakery.example/" },
      },
    ];
    expect(organizationOf(ld)?.name).toBe("Sunny");
  });
});

describe("claimed rating", () => {
  test.each([
    [
      { ratingValue: "4,6", reviewCount: "2 314" },
      { value: 4.6, best: 5, count: 2314 },
    ],
    [
      { ratingValue: 8.5, ratingCount: 10 },
      { value: 8.5, best: 10, count: 10 },
    ],
    [
      { ratingValue: 92, bestRating: 100, ratingCount: "1.234" },
      { value: 92, best: 100, count: 1234 },
    ],
    [{ ratingValue: "4.5/5" }, { value: 4.5, best: 5 }],
  ])("%j", (rating, expected) => expect(claim(rating)).toEqual([{ ...expected, about: "product" }]));

  test.each([
    { ratingValue: 6, bestRating: 5 },
    { ratingValue: -1 },
    { ratingValue: 0, reviewCount: 0 },
    { ratingValue: 5, reviewCount: 0 },
    { ratingValue: "∞" },
    { ratingValue: 900 },
    {},
  ])("%j is dropped", (rating) => expect(claim(rating)).toEqual([]));

  test("an organisation's own is told apart", () => {
    const ld = {
      "@type": "LocalBusiness",
      name: "Sunny",
      aggregateRating: { ratingValue: 4.8, reviewCount: 20 },
    };
    expect(readPage(page("https://bakery.example/", { ld })).claimedRatings).toEqual([
      { value: 4.8, best: 5, count: 20, about: "organization" },
    ]);
  });
});

describe("addresses and names", () => {
  test("a canonical address counts within the site only", () => {
    expect(canonical("https://www.shop.example/rye#top")).toBe("https://www.shop.example/rye");
    expect(canonical("https://evil.example/rye")).toBeUndefined();
    expect(canonical("https://shop.example/")).toBeUndefined();
    expect(canonical("javascript:alert(1)")).toBeUndefined();
    expect(canonical("https://bob.github.io/x", "https://alice.github.io/x")).toBeUndefined();
  });

  test("names lose tags, entities, controls and bidirectional overrides", () => {
    const facts = readPage(
      page("https://shop.example/", {
        title: "A\u202Eevil\u0000 \u200Bb",
        meta: [["og:site_name", "Sun &amp;amp; <b>Moon</b>\u2066"]],
      }),
    );
    expect([facts.title, facts.siteName]).toEqual(["Aevil b", "Sun & Moon"]);
  });

  test("a placeholder is no site name", () => {
    expect(
      readPage(
        page("https://shop.example/", {
          meta: [
            ["og:site_name", "Home"],
            ["application-name", "Sunny"],
          ],
        }),
      ).siteName,
    ).toBe("Sunny");
  });
});

describe("for any input", () => {
  test("never throws, and what it gives is bounded", () => {
    const word = fc.constantFrom(
      "Product",
      "Article",
      "@type",
      "@id",
      "@graph",
      "name",
      "brand",
      "__proto__",
      "offers",
      "url",
      "aggregateRating",
      "ratingValue",
      "https://shop.example/x",
      "#a",
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        word,
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.double(),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(word, tie("tree"), { maxKeys: 5 }),
      ),
    }));
    const text = fc.oneof(fc.string({ unit: "binary" }), word);
    const raw = fc.record({
      url: fc.oneof(fc.webUrl(), fc.string()),
      title: fc.string({ unit: "binary" }),
      jsonLd: fc.array(
        fc.oneof(
          tree.map((value) => JSON.stringify(value) ?? ""),
          fc.string(),
        ),
        { maxLength: 4 },
      ),
      meta: fc.array(fc.tuple(text, text), { maxLength: 5 }),
      links: fc.array(fc.tuple(fc.constantFrom("canonical", "me"), fc.oneof(fc.webUrl(), fc.string())), {
        maxLength: 3,
      }),
      microdata: fc.array(
        fc.record({
          type: text,
          props: fc.dictionary(word, fc.array(text, { maxLength: 3 }), { maxKeys: 4 }),
        }),
        { maxLength: 3 },
      ),
      hasPassword: fc.boolean(),
      articleCount: fc.nat(1000),
    });
    fc.assert(
      fc.property(raw, (input) => {
        const facts = readPage(input);
        expect(facts.title.length).toBeLessThanOrEqual(300);
        expect(facts.product?.name.length ?? 0).toBeLessThanOrEqual(200);
        for (const { value, best } of facts.claimedRatings) expect(value > 0 && value <= best).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("the largest page that may be sent is read for what it is", { timeout: 30_000 }, () => {
    const large = page("https://shop.example/x", {
      title: "&".repeat(500),
      jsonLd: [script('{"@type":"Product","name":"x","offers":[{'), script('"\\"<b')],
      meta: Array.from({ length: 200 }, (_, index): [string, string] => [`og:x${index}`, "<".repeat(2000)]),
    });
    expect(RawPageSchema.safeParse(large).success).toBe(true);
    expect(readPage(large).title.length).toBeLessThanOrEqual(300);
  });
});
