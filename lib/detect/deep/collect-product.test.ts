import * as fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { RawMaker, RawProduct } from "../../model/product-page.ts";
import { RawProductSchema } from "../../schema/raw-product.ts";
import { collectProduct } from "./collect-product.ts";

const location = { href: "https://shop.example/item/1" };

function collect(body: string, head = "<title>Kite Trail 2 | Harbour</title>"): RawProduct {
  const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  return collectProduct(document, location);
}

const at = ({ makers }: RawProduct, place: RawMaker["place"]): readonly string[] =>
  makers.filter((maker) => maker.place === place).map(({ text }) => text);

describe("a label and its value", () => {
  it.each([
    ["cells of a row", "<table><tr><th>Brand</th><td>Kite</td></tr></table>"],
    ["a definition list", "<dl><dt><div><span><b>Brand:</b></span></div></dt><dd><p>Kite</p></dd></dl>"],
    [
      "elements side by side",
      '<div><span class="a"> Brand </span><span>:</span><span><a href="/x">Kite</a></span></div>',
    ],
    ["a line", "<p>Size: M<br>Brand: Kite<br>Colour: red</p>"],
    ["a label before a link", '<li>Brand: <a href="/x">Kite</a></li>'],
    ["a picture", '<div><label>Brand</label><a href="/x"><img alt="Kite"></a></div>'],
    ["a line with more facts", "<p>Brand: Kite | Size: M</p>"],
  ])("in %s", (_, body) => {
    expect(at(collect(body), "row")).toEqual(["Kite"]);
  });

  it.each(
    (
      "Brand Marke Marque Marca Merk Märke Varumärke Mærke Merke Merkki Kaubamärk Zīmols Marka Značka Znamka Márka Marcă " +
      "Μάρκα Бренд Марка Brend Ürün-Markası ブランド 品牌 브랜드 แบรนด์ Thương-hiệu Merek Jenama ब्रांड برند מותג العلامة-التجارية"
    )
      .split(" ")
      .map((label) => label.replace("-", " ")),
  )("labelled %s", (label) => {
    expect(at(collect(`<table><tr><td>${label}</td><td>Kite</td></tr></table>`), "row")).toEqual(["Kite"]);
  });

  it("says apart whether it asks for the brand or the company", () => {
    const found = collect(
      "<ul><li>Hersteller: Kite GmbH</li><li>メーカー：凧株式会社</li><li>Výrobce: Drak s.r.o.</li></ul>",
    );
    expect(at(found, "company-row")).toEqual(["Kite GmbH", "凧株式会社", "Drak s.r.o."]);
    expect(at(found, "row")).toEqual([]);
  });

  it("is no heading above a list, no option, no button, no script", () => {
    const found = collect(
      `<h3>Brand</h3><ul>${"<li>Some other name here</li>".repeat(40)}</ul>` +
        "<select><option>Brand</option><option>Kite</option></select><button>Brand</button><span>All</span>" +
        "<ul><li><a>Brand</a></li><li><a>Fabric</a></li></ul><script>Brand: Kite</script>",
    );
    expect(found.makers).toEqual([]);
  });
});

describe("names in markup, attributes and elements", () => {
  it.each([
    ["microdata outside any item", '<span itemprop="brand">Kite</span>', "property"],
    [
      "microdata with an item inside",
      '<div itemprop="brand" itemscope><meta itemprop="name" content="Kite"></div>',
      "property",
    ],
    ["RDFa", '<div property="schema:brand" content="Kite"></div>', "property"],
    ["h-product", '<div class="h-product"><a class="p-brand">Kite</a></div>', "property"],
    ["an attribute for scripts", '<div data-brand="Kite"></div>', "data"],
    ["an element called so", '<a class="product-detail-manufacturer-link"><img alt="Kite"></a>', "marked"],
    ["an element with a test id", '<a data-testid="pdp-Brand-link">Kite</a>', "marked"],
    ["a by-line", '<a id="bylineInfo">Visit the Kite Store</a>', "byline"],
    ["a link to its page", '<main><a href="/brands/kite-12">Kite</a></main>', "link"],
    ["a link with a parameter", '<main><a href="/search?manufacturer_id=12">Kite</a></main>', "link"],
    ["the words for a picture", '<h1>Kite Trail 2</h1><img src="/l.png" alt="Kite logo">', "logo"],
    ["the breadcrumbs", '<ol class="breadcrumbs"><li><a href="/k">Kite</a></li></ol>', "crumb"],
    ["a line above the heading", "<div><p>Kite</p><h1>Trail 2</h1></div>", "beside"],
  ] as const)("%s", (_, body, place) => {
    const [first = ""] = at(collect(body), place);
    expect(first).toContain("Kite");
  });

  it("leave out the site's own brand, its menus and filters", () => {
    const found = collect(
      '<header><a class="brand">Harbour</a></header><a class="navbar-brand">Harbour</a>' +
        '<nav><a href="/brands/crane">Crane</a></nav><div class="brand-list">Crane</div>' +
        '<footer><a href="/brand/heron">Heron</a></footer>',
    );
    expect(found.makers).toEqual([]);
  });
});

describe("state that scripts carry", () => {
  it.each([
    ["an object", '{"product":{"sku":"1","brand":"Kite"}}'],
    ["a brand with a name", '{"brand":{"@type":"Brand","name":"Kite"}}'],
    ["a brand with an id first", '{"brand": {"id":12,"slug":"kite","name":"Kite"}}'],
    ["JSON in a string", '"{\\"brand\\":\\"Kite\\"}"'],
    ["an assignment", "product.brand = 'Kite';"],
    ["a list", 'utag_data = { product_brand : ["Kite"] }'],
    ["a name of two words", "window.dataLayer.push({'productBrand': 'Kite'})"],
    ["a vendor", 'var meta = {"product":{"id":7,"vendor":"Kite","type":"Shoes"}};'],
    ["a manufacturer", '{"manufacturerName":"Kite"}'],
    ["a list of labels and values", '[{"name":"Brand","value":"Kite"},{"name":"Size","value":"M"}]'],
    ["labels with fields between", '{"attrName":"Brand Name","attrNameId":2,"attrValue":"Kite"}'],
    ["labels in other languages", '{"id":"BRAND","name":"Marca","value_id":"9","value_name":"Kite"}'],
    ["escapes", '{"brand":"K\\u0069te"}'],
  ])("%s", (_, state) => {
    expect(
      at(collect(`<script>window.__STATE__ = 1; var page = ${state}; ${" ".repeat(40)}</script>`), "state"),
    ).toEqual(["Kite"]);
  });

  it("is not every word with these letters in it", () => {
    const found = collect(
      `<script>var a = {"grand":"Total","strand":"x1","branding":"none","isBrand":true,"brandId":"77"};${" ".repeat(40)}</script>`,
    );
    expect(found.makers).toEqual([]);
  });
});

describe("signs that one thing is sold", () => {
  it.each([
    "Add to cart",
    "In den Warenkorb",
    "Ajouter au panier",
    "В корзину",
    "カートに入れる",
    "加入購物車",
    "Do košíku",
  ])("a control that says %s, and a price", (words) => {
    const found = collect(`<h1>Kite Trail 2</h1><span class="price">89,00 €</span><button>${words}</button>`);
    expect(found).toMatchObject({ buys: 1, hasPrice: true, heading: "Kite Trail 2" });
  });

  it("are missing on an article", () => {
    const found = collect(
      "<h1>What a kite taught me</h1><p>It cost me nothing.</p><button>Subscribe</button>",
    );
    expect(found).toMatchObject({ buys: 0, hasPrice: false });
  });

  it("take the heading that the title speaks of", () => {
    const found = collect("<h1>Delivery notice</h1><h1> Kite   Trail 2 </h1>");
    expect(found.heading).toBe("Kite Trail 2");
  });
});

describe("hostile pages", () => {
  it("cannot make it throw by shadowing the DOM's own methods", () => {
    const { document } = parseHTML("<!doctype html><html><body><p>Brand: Kite</p></body></html>");
    Object.defineProperty(document, "querySelectorAll", { value: document.body });
    Object.defineProperty(document, "title", { value: document.body });
    expect(at(collectProduct(document, location), "row")).toEqual(["Kite"]);
    const nothing = {} as Document;
    expect(collectProduct(nothing, location)).toMatchObject({ makers: [], buys: 0 });
  });

  it("get no more into a message than its schema allows", () => {
    const many = Array.from({ length: 500 }, (_, index) => `<p>Brand: Name ${index}</p>`).join("");
    const marks = Array.from(
      { length: 500 },
      (_, index) => `<b data-brand="N${index}" class="brand">x${index}</b>`,
    ).join("");
    const long = `<p>Brand: ${"x".repeat(100_000)}</p><span itemprop="brand">${"y".repeat(100_000)}</span>`;
    const found = collect(
      `<h1>${"Kite ".repeat(1000)}</h1>${many}${marks}${long}${"<button>Add to cart</button>".repeat(300)}`,
    );
    expect(RawProductSchema.safeParse(found).success).toBe(true);
  });

  it("are read in bounded time, whatever their scripts say", () => {
    const script = `${'"brand":{'.repeat(20_000)}${'"brand":"'.repeat(20_000)}`;
    expect(at(collect(`<script>${script}</script>`), "state")).toEqual([]);
  });

  it("any markup at all gives a message that the schema takes", () => {
    const piece = fc.constantFrom(
      "<p>Brand:",
      "</p>",
      "Kite",
      "<h1>",
      "</h1>",
      '<a href="/brand/x">',
      "</a>",
      "<script>",
      '"brand":"x"',
      "</script>",
      '<i itemprop="brand" content="">',
      "<table><tr><th>Marke</th>",
      "<td>",
      "\u202e",
      "<img alt='Kite'>",
      "<!--",
      "-->",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(RawProductSchema.safeParse(collect(pieces.join(""))).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
