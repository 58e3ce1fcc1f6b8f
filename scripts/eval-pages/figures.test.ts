import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BrandSubject, ProductSubject, ShopSubject } from "../../lib/model/subject.ts";
import { baselineOf, figuresOf, type Outcome } from "./figures.ts";
import { judgeProductBrand } from "./judge-product-brand.ts";
import { judgeSiteIdentity } from "./judge-site-identity.ts";
import { readLabelledPages } from "./labelled-pages.ts";
import { isSpelling } from "./spelling.ts";

const brand: BrandSubject = {
  lens: "brand",
  brandId: "name:kite",
  known: false,
  name: "Kite",
  keys: [],
  evidence: [{ code: "site-name" }],
};
const product: ProductSubject = { lens: "product", name: "Trail 2", gtins: [], keys: [], evidence: [] };
const shop: ShopSubject = {
  lens: "shop",
  name: "Harbour & Sons Ltd",
  domain: "harbour.example",
  known: false,
  keys: [],
  evidence: [{ code: "markup-organization" }],
};

describe("spellings", () => {
  it("are equal but for case, accents, punctuation, spaces and legal forms", () => {
    expect(isSpelling("KITE Gmbh", "Other|kite")).toBe(true);
    expect(isSpelling("Löwen-Bräu", "lowenbrau")).toBe(true);
  });

  it("are not contained in one another", () => {
    expect(isSpelling("Kite Surf", "Kite")).toBe(false);
    expect(isSpelling("", "")).toBe(false);
  });

  it("are told in a label that was cut out of a page's source", () => {
    expect(isSpelling("Katz, Marshall & Banks", "Katz|Katz, Marshall &amp; Banks")).toBe(true);
  });
});

describe("a product's brand", () => {
  it("counts only on a page that is seen as a product's", () => {
    expect(judgeProductBrand({ brand, product }, { brand: "KITE" })).toBe("right");
    expect(judgeProductBrand({ brand, product }, { brand: "Crane" })).toBe("wrong");
    expect(judgeProductBrand({ brand }, { brand: "Kite" })).toBe("silent");
    expect(judgeProductBrand({ product, shop }, { brand: "Kite" })).toBe("silent");
    expect(judgeProductBrand({ brand, product }, {})).toBe("none");
  });
});

describe("a site's identity", () => {
  it("is the shop's, else the brand's, by either column", () => {
    expect(judgeSiteIdentity({ brand, shop }, { org: "Harbour and Sons" })).toBe("right");
    expect(judgeSiteIdentity({ brand }, { site_name: "Kite" })).toBe("right");
    expect(judgeSiteIdentity({ brand }, { org: "Crane" })).toBe("wrong");
    expect(judgeSiteIdentity({}, { org: "Kite" })).toBe("silent");
    expect(judgeSiteIdentity({ brand }, { org: "" })).toBe("none");
  });

  it("is not given by an address spelled out", () => {
    const nameless = { ...brand, evidence: [{ code: "domain-only" as const }] };
    expect(judgeSiteIdentity({ brand: nameless }, { org: "Kite" })).toBe("silent");
  });
});

describe("figures", () => {
  const outcome: Outcome = {
    productBrand: "none",
    siteIdentity: "none",
    naive: { productBrand: "none", siteIdentity: "none" },
    isFalseProduct: undefined,
    readMs: 1,
    deepMs: undefined,
  };

  it("count what was asked, and time deep extraction where it ran", () => {
    const figures = figuresOf([
      { ...outcome, productBrand: "right", deepMs: 4 },
      { ...outcome, productBrand: "silent", deepMs: 6 },
      { ...outcome, siteIdentity: "wrong", isFalseProduct: true },
      { ...outcome, isFalseProduct: false },
    ]);
    expect(figures).toEqual({
      pages: 4,
      productBrand: { truth: 2, right: 1, wrong: 0, silent: 1 },
      siteIdentity: { truth: 1, right: 0, wrong: 1, silent: 0 },
      falseProducts: { pages: 2, wrong: 1 },
      medianMs: 6,
      p99Ms: 6,
    });
  });

  it("stand beside those of markup alone", () => {
    const naive = { productBrand: "silent", siteIdentity: "right" } as const;
    expect(baselineOf([{ ...outcome, naive }, outcome])).toEqual({
      "maker right": 0,
      "maker wrong": 0,
      "site right": 1,
      "site wrong": 0,
    });
  });

  it("are noughts for no pages at all", () => {
    expect(figuresOf([])).toMatchObject({ pages: 0, medianMs: 0, p99Ms: 0 });
  });
});

describe("labelled pages", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "corpora-"));
    for (const [name, labels] of [
      ["things", "file\turl\tbrand\nhtml/a.html\thttps://a.example/x\tKite\nhtml/missing.html\t\t\n\n"],
      ["stories", "\uFEFFfile\turl\r\nhtml/a.html\t\r\na.html\ta.example\r\n"],
      ["unlabelled", ""],
    ] as const) {
      mkdirSync(join(folder, name, "html"), { recursive: true });
      writeFileSync(join(folder, name, "html/a.html"), "<p>");
      if (labels) writeFileSync(join(folder, name, "labels.tsv"), labels);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are read from a corpus or from a folder of corpora", () => {
    expect(readLabelledPages([join(folder, "things")])).toEqual([
      expect.objectContaining({ url: "https://a.example/x", isFromShop: true, folder: "things" }),
    ]);
    expect(readLabelledPages([folder, join(folder, "nowhere")])).toHaveLength(3);
  });

  it("have an address even where the label has none", () => {
    expect(readLabelledPages([join(folder, "stories")])).toEqual([
      expect.objectContaining({ url: "https://unknown-0.example/page", isFromShop: false }),
      expect.objectContaining({ url: "https://a.example/" }),
    ]);
  });
});
