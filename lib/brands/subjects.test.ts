import { existsSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brandSubject, productSubject, shopSubject, siteKeyOf, subjectKeyOf } from "./subjects.ts";

describe("subjectKeyOf: one key for every spelling", () => {
  test.each([
    ["https://nike.com", "https://nike.com"],
    ["https://www.nike.com/", "https://nike.com"],
    ["HTTPS://WWW.Nike.COM:443/?utm_source=x#top", "https://nike.com"],
    ["http://nike.com", "https://nike.com"],
    ["https://nike.com.", "https://nike.com"],
    ["https://nike.com?q=Nike", "https://nike.com"],
    ["https://www.nike.com/index.html", "https://nike.com"],
    [" https://user:pw@nike.com/de/ ", "https://nike.com/de"],
    ["https://nike.com//de///shoes/", "https://nike.com/de/shoes"],
    ["https://coronavirus.jhu.edu", "https://coronavirus.jhu.edu"],
    ["https://münchen.example/Straße", "https://xn--mnchen-3ya.example/Stra%C3%9Fe"],
    ["https://shop.example/%7Ebob/caf%c3%a9", "https://shop.example/~bob/caf%C3%A9"],
    ["https://www.co.uk", "https://www.co.uk"],
  ])("%s → %s", (uri, key) => expect(subjectKeyOf(uri)).toBe(key));

  test.each([
    ["https://www.amazon.com/Some-Thing/dp/b00n150ys4/ref=sr_1_1?th=1", "https://amazon.com/dp/B00N150YS4"],
    ["https://www.amazon.co.uk/gp/product/1849757097/", "https://amazon.co.uk/dp/1849757097"],
    ["https://www.ebay.de/itm/nice-thing/302474151804?hash=x", "https://ebay.de/itm/302474151804"],
    ["https://www.etsy.com/uk/listing/123456789/a-mug?ref=x", "https://etsy.com/listing/123456789"],
    [
      "https://de.aliexpress.com/item/1005001234567.html?spm=a",
      "https://de.aliexpress.com/item/1005001234567.html",
    ],
    ["https://www.walmart.com/ip/Nice-Thing/12345678", "https://walmart.com/ip/12345678"],
    ["https://www.target.com/p/a-thing/-/A-12345678", "https://target.com/p/-/A-12345678"],
    ["https://www.bestbuy.com/site/a-tv/6418599.p?skuId=6418599", "https://bestbuy.com/site/6418599.p"],
    ["https://bakery.example/en/collections/all/products/rye", "https://bakery.example/en/products/rye"],
  ])("an item has one address: %s", (uri, key) => expect(subjectKeyOf(uri)).toBe(key));

  test.each([
    ["https://twitter.com/Nike", "https://x.com/nike"],
    ["https://mobile.twitter.com/nike/", "https://x.com/nike"],
    ["https://de-de.facebook.com/Nike/", "https://facebook.com/nike"],
    ["https://www.instagram.com/nike/?hl=de", "https://instagram.com/nike"],
    ["https://www.etsy.com/de/shop/NiceMugs", "https://etsy.com/shop/nicemugs"],
    [
      "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
      "https://youtube.com/channel/UCabcdefghijklmnopqrstuv",
    ],
    ["https://x.com/nike/status/20", "https://x.com/nike/status/20"],
    ["https://Pond.example/@Nike/", "https://pond.example/@nike"],
    ["https://pond.example/@nike@Lake.example?x=1", "https://pond.example/@nike@lake.example"],
    ["https://pond.example/@nike/11022", "https://pond.example/@nike/11022"],
    ["https://pond.example/maps/@5,1", "https://pond.example/maps/@5,1"],
  ])("an account has one address: %s", (uri, key) => expect(subjectKeyOf(uri)).toBe(key));

  test.each([
    ["https://shop.example/product.php?id=5&utm_source=x&lang=de", "https://shop.example/product.php?id=5"],
    ["https://shop.example/view?b=2&a=1", "https://shop.example/view?a=1&b=2"],
    ["https://blog.example/?p=12&ref=x", "https://blog.example?p=12"],
    [
      "https://play.google.com/store/apps/details?id=a.b&hl=de",
      "https://play.google.com/store/apps/details?id=a.b",
    ],
    ["https://shop.example/red-shoe-123.html?size=42", "https://shop.example/red-shoe-123.html"],
  ])("only an identifying query stays: %s", (uri, key) => expect(subjectKeyOf(uri)).toBe(key));

  test.each([
    ["urn:LEI:549300woifusnyh0fl22", "urn:lei:549300WOIFUSNYH0FL22"],
    ["urn:isbn:978-1-78125-685-5", "urn:isbn:9781781256855"],
    ["urn:isbn:1-78125-685-6", "urn:isbn:9781781256855"],
    ["urn:maresi:ab_-cdefghijklmnop==", "urn:maresi:ab_-cdefghijklmnop"],
    ["geo:47.1234567,8.70?q=Caf%C3%A9%20Nord&u=30", "geo:47.12346,8.7?q=caf%C3%A9%20nord"],
    ["geo:-0.000001,180;u=10", "geo:0,180"],
  ])("%s → %s", (uri, key) => expect(subjectKeyOf(uri)).toBe(key));

  test.each([
    "",
    "nike.com",
    "mailto:a@b.example",
    "javascript:alert(1)",
    "https://",
    "https://[",
    "urn:lei:1",
    "urn:x:1",
    "geo:91,0",
    "geo:a,b",
    `https://a.example/${"x".repeat(5000)}`,
  ])("no subject: %s", (uri) => expect(subjectKeyOf(uri)).toBeUndefined());
});

describe("siteKeyOf: whose site", () => {
  test.each([
    ["https://support.nike.com/x", "nike.com"],
    ["https://www.nike.co.uk", "nike.co.uk"],
    ["https://alice.github.io/x", "alice.github.io"],
    ["https://github.io", "github.io"],
    ["https://bakery.wordpress.com/2020/", "bakery.wordpress.com"],
    ["https://www.wordpress.com", "wordpress.com"],
    ["https://blog.wordpress.com", "wordpress.com"],
    ["https://shop1.myshopify.com/products/x", "shop1.myshopify.com"],
    ["https://brand.en.alibaba.com/", "brand.en.alibaba.com"],
    ["https://x.com/nike/status/20", "x.com/nike"],
    ["https://x.com/explore", "x.com"],
    ["https://www.facebook.com/groups/123", "facebook.com"],
    ["https://www.etsy.com/shop/NiceMugs/reviews", "etsy.com/shop/nicemugs"],
    ["https://www.linkedin.com/company/nike/about", "linkedin.com/company/nike"],
    [
      "https://www.amazon.de/stores/Foo/page/0A1B2C3D-0000-1111-2222-333344445555",
      "amazon.de/stores/page/0a1b2c3d-0000-1111-2222-333344445555",
    ],
    ["https://sunny.example/a", "sunny.example"],
    ["https://127.0.0.1/x", undefined],
    ["https://[::1]/x", undefined],
    ["https://localhost:3000", undefined],
    ["https://co.uk", undefined],
    ["urn:lei:549300WOIFUSNYH0FL22", undefined],
    ["geo:1,2?q=a", undefined],
  ])("%s → %s", (uri, site) => expect(siteKeyOf(uri)).toBe(site));
});

describe("writing forms", () => {
  test("brand and shop are written by their site", () => {
    expect(brandSubject("nike.com")).toBe("https://nike.com");
    expect(shopSubject("etsy.com/shop/nicemugs")).toBe("https://etsy.com/shop/nicemugs");
  });

  test.each([
    ["https://www.shop.example/red-shoe/?utm_source=x#d", "https://www.shop.example/red-shoe"],
    ["http://shop.example:80/red-shoe", "https://shop.example/red-shoe"],
    ["https://www.amazon.com/X/dp/B00N150YS4?th=1", "https://www.amazon.com/dp/B00N150YS4"],
  ])("product %s → %s", (url, value) => expect(productSubject(url)).toEqual({ ok: true, value }));

  test.each([
    [`https://shop.example/${"long-".repeat(20)}`, "too-long"],
    [`https://shop.example/${"é".repeat(16)}`, "too-long"], // counted as it travels
    ["https://shop.example/product.php?id=5", "query-only"],
    ["https://shop.example/?p=5", "query-only"],
    ["https://shop.example/", "no-address"],
    ["http://192.168.0.1/thing", "no-address"],
    ["not an address", "no-address"],
  ])("product %s → %s", (url, error) => expect(productSubject(url)).toEqual({ ok: false, error }));
});

const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const webUrl = fc
  .tuple(
    fc.constantFrom("http", "https"),
    fc.oneof(
      fc.constantFrom(
        "www.amazon.de",
        "m.facebook.com",
        "x.com",
        "www.github.io",
        "a.tumblr.com",
        "ebay.com",
        "WWW.www.shop.co.uk",
        "youtube.com",
      ),
      fc.tuple(label, label).map((l) => `${l.join(".")}.com`),
    ),
    fc.array(
      fc.oneof(
        label,
        fc.constantFrom(
          "dp",
          "itm",
          "index.html",
          "stores",
          "shop",
          "",
          "%2e",
          "%7e",
          "B00N150YS4",
          "collections",
          "products",
          "@a.b",
          "channel",
          "é",
        ),
      ),
      { maxLength: 6 },
    ),
    fc.dictionary(fc.oneof(label, fc.constantFrom("id", "p", "q", "utm_source")), fc.string(), {
      maxKeys: 4,
    }),
  )
  .map(
    ([scheme, host, path, query]) =>
      `${scheme}://${host}/${path.join("/")}?${new URLSearchParams(query).toString()}`,
  );

describe("for any input", () => {
  test("keys are total and idempotent", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      webUrl,
      fc.string().map((s) => `urn:${s}`),
      fc
        .tuple(fc.double(), fc.double(), fc.string({ unit: "binary" }))
        .map(([a, b, q]) => `geo:${a},${b}?q=${q}`),
    );
    fc.assert(
      fc.property(anything, (uri) => {
        const key = subjectKeyOf(uri);
        siteKeyOf(uri);
        productSubject(uri);
        if (key !== undefined && key.length <= 4096) expect(subjectKeyOf(key)).toBe(key);
      }),
      { numRuns: 3000 },
    );
  });

  test("what we write is read under the key of what it was made from", () => {
    fc.assert(
      fc.property(webUrl, (url) => {
        const written = productSubject(url);
        if (written.ok) {
          expect(written.value.length).toBeLessThanOrEqual(100);
          expect(subjectKeyOf(written.value)).toBe(subjectKeyOf(url));
          expect(productSubject(written.value)).toEqual(written);
        }
        const site = siteKeyOf(url);
        if (site !== undefined) {
          expect(siteKeyOf(brandSubject(site))).toBe(site);
          expect(subjectKeyOf(brandSubject(site))).toBe(`https://${site}`);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

const recorded = new URL("../../../shared/recordings/mangrove/reviews_200.json", import.meta.url);
test.skipIf(!existsSync(recorded))("every recorded real subject has a key, every web one a site", () => {
  const { reviews } = JSON.parse(readFileSync(recorded, "utf8")) as {
    reviews: { payload: { sub: string } }[];
  };
  for (const { payload } of reviews) {
    expect(subjectKeyOf(payload.sub), payload.sub).toBeDefined();
    if (payload.sub.startsWith("https:")) expect(siteKeyOf(payload.sub), payload.sub).toBeDefined();
  }
});
