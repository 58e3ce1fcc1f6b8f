import { describe, expect, test } from "vitest";
import { isBrandKind, isPublicBody, isPublicDomain } from "./exclude.ts";
import { readNameSuggestionIndex } from "./read-name-suggestion-index.ts";
import type { IndexItem } from "./read-name-suggestion-index.ts";
import { readSimpleIcons } from "./read-simple-icons.ts";
import { readSupplement } from "./read-supplement.ts";
import { readWebsite } from "./websites.ts";

function item(tags: Record<string, string>, include: readonly string[] = ["de"]): IndexItem {
  return { displayName: tags["brand"] ?? "?", locationSet: { include }, tags };
}

describe("supplement", () => {
  test("reads a full row", () => {
    const [row] = readSupplement(
      "x.tsv",
      "# note\n\nOreo\tOreos|OREO\toreo.com|oreo.eu\tx:Oreo\tMondelēz\tfood\tQ1\n",
    );
    expect(row).toMatchObject({
      name: "Oreo",
      aliases: ["Oreos", "OREO"],
      sites: [{ registrable: "oreo.com" }, { registrable: "oreo.eu" }],
      handles: [["x", "Oreo"]],
      owner: "Mondelēz",
      category: "food",
      wikidata: "Q1",
    });
  });

  test.each([
    ["\t\toreo.com", "x.tsv:1: no name"],
    ["ok\nOreo\t\tno domain", 'x.tsv:2: "no domain" is no domain'],
    ["Oreo\t\twww.oreo.com", '"www.oreo.com" is no domain'],
    ["Oreo\t\t\t@oreo", '"@oreo" is no handle'],
    ["Oreo\t\t\t\t\t\t42", '"42" is no Wikidata id'],
    ["Oreo\t\t\t\t\t\t\tmore", "8 columns"],
  ])("refuses %j and says where", (text, message) => {
    expect(() => readSupplement("x.tsv", text)).toThrow(message);
  });
});

describe("name-suggestion-index", () => {
  test("joins the rows of one Wikidata id under its English or Latin name", () => {
    const [brand] = readNameSuggestionIndex(
      {
        nsi: {
          "brands/shop/convenience": {
            items: [
              item({ brand: "セブン-イレブン", "brand:en": "7-Eleven", "brand:wikidata": "Q259340" }, ["jp"]),
              item({ brand: "7-Eleven", "brand:wikidata": "Q259340" }, ["us"]),
            ],
          },
        },
      },
      {
        wikidata: {
          Q259340: {
            label: "7-Eleven",
            officialWebsites: ["https://www.7-eleven.com/", "https://www.facebook.com/7ElevenDE"],
            identities: { twitter: "7eleven", website: "https://7-eleven.com" },
          },
        },
      },
    );
    expect(brand).toMatchObject({ name: "7-Eleven", aliases: ["セブン-イレブン"], category: "convenience" });
    expect(brand?.handles).toEqual([
      ["twitter", "7eleven"],
      ["facebook", "7ElevenDE"],
    ]);
  });

  test.each([
    ["brands/amenity/school", "", undefined],
    ["brands/office/political_party", "", undefined],
    ["operators/amenity/police", "", undefined],
    ["flags/man_made/flagpole", "", undefined],
    ["brands/shop/charity", "charity of the Church of England", undefined],
    ["brands/amenity/bank", "government-owned bank", "Some"],
    ["brands/shop/clothes", "clothing brand", "Some"],
  ])("%s (%s) gives %s", (path, description, name) => {
    const brands = readNameSuggestionIndex(
      { nsi: { [path]: { items: [item({ brand: "Some", operator: "Some", "brand:wikidata": "Q5" })] } } },
      { wikidata: { Q5: { label: "Some", description } } },
    );
    expect(brands[0]?.name).toBe(name);
  });

  test("a brand on a government's domain is none", () => {
    const brands = readNameSuggestionIndex(
      { nsi: { "brands/shop/gift": { items: [item({ brand: "Mint", "brand:wikidata": "Q5" })] } } },
      { wikidata: { Q5: { officialWebsites: ["https://www.usmint.gov"] } } },
    );
    expect(brands).toEqual([]);
  });
});

describe("simple-icons", () => {
  test.each([
    ["Bootstrap", "https://getbootstrap.com/about", ["getbootstrap.com"]],
    ["1Password", "https://press.1password.com", ["1password.com"]],
    ["Dotenv", "https://github.com/motdotla/dotenv", []],
    ["1&1", "https://www.united-internet.de", []],
    ["R", "https://www.r-project.org", []],
  ])("%s from %s has %j", (title, source, domains) => {
    const brands = readSimpleIcons([{ title, source }]);
    expect(brands.flatMap(({ sites }) => sites.map(({ registrable }) => registrable))).toEqual(domains);
  });
});

test.each([
  ["https://www.foo.de/", { kind: "site", site: { host: "foo.de", isRoot: true } }],
  [
    "http://shop.foo.de/de/",
    { kind: "site", site: { host: "shop.foo.de", registrable: "foo.de", isRoot: true } },
  ],
  ["https://foo.de/stores/1", { kind: "site", site: { isRoot: false } }],
  ["https://www.instagram.com/foo/", { kind: "profile", platform: "instagram", handle: "foo" }],
  ["https://linkedin.com/company/foo", { kind: "profile", platform: "linkedin", handle: "foo" }],
  ["https://facebook.com/pages/Foo/123", undefined],
  ["https://github.com/foo", undefined],
  ["https://10.0.0.1/", undefined],
  ["not a url", undefined],
  ["javascript:alert(1)", undefined],
])("website %s", (address, expected) => {
  if (expected) expect(readWebsite(address)).toMatchObject(expected);
  else expect(readWebsite(address)).toBeUndefined();
});

test("public bodies are told from trades that mention one", () => {
  expect(isBrandKind("brands/amenity/kindergarten")).toBe(false);
  expect(isPublicBody("municipality in Denmark")).toBe(true);
  expect(isPublicBody("private university in Ohio")).toBe(true);
  expect(isPublicBody("Japanese chain of restaurants in Temple City")).toBe(false);
  expect(isPublicDomain("service.gov.uk")).toBe(true);
  expect(isPublicDomain("govee.com")).toBe(false);
});
