/** Whole product pages as shop systems write them, without the markup that would make it easy; all names invented. */
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { resolvePage, type BrandLookup } from "../brands/resolve.ts";
import { collectRawPage } from "../detect/collect.ts";
import { collectProduct } from "../detect/deep/collect-product.ts";
import { readPage } from "../detect/facts.ts";
import type { PageFacts } from "../model/page.ts";
import type { Resolution } from "../model/subject.ts";
import { wantsDeep } from "./wants-deep.ts";

const nobody: BrandLookup = {
  byName: () => Promise.resolve([]),
  byHandle: () => Promise.resolve(undefined),
  matchHost: () => Promise.resolve(undefined),
};

interface Read {
  readonly facts: PageFacts;
  readonly resolution: Resolution;
  readonly isDeep: boolean;
}

async function read(url: string, html: string): Promise<Read> {
  const { document } = parseHTML(`<!doctype html><html>${html}</html>`);
  const location = { href: url } as Location;
  const raw = collectRawPage(document, location);
  const facts = readPage(raw);
  const resolution = await resolvePage(facts, nobody);
  if (!wantsDeep({ facts, resolution })) return { facts, resolution, isDeep: false };
  const again = readPage(raw, collectProduct(document, location));
  return { facts: again, resolution: await resolvePage(again, nobody), isDeep: true };
}

const page = (title: string, body: string, head = ""): string =>
  `<head><title>${title}</title>${head}</head><body>${body}</body>`;
const script = (state: string): string => `<script>${state}${" ".repeat(40)}</script>`;

const shops: Readonly<Record<string, readonly [url: string, html: string]>> = {
  "WooCommerce, brand as a taxonomy": [
    "https://harbour.example/product/trail-runner-2/",
    page(
      "Trail Runner 2 – Harbour",
      '<h1 class="product_title">Trail Runner 2</h1><p class="price"><bdi>89,00 €</bdi></p><form class="cart"><button name="add-to-cart" class="single_add_to_cart_button">Add to cart</button></form>' +
        '<div class="product_meta"><span>Category: <a href="/c/shoes">Shoes</a></span><span class="posted_in">Brand: <a href="/brand/kite/">Kite</a></span></div>',
    ),
  ],
  "WooCommerce, brand as an attribute, in German": [
    "https://hafen.example/produkt/trail-runner-2/",
    page(
      "Trail Runner 2 – Hafen",
      '<h1>Trail Runner 2</h1><p class="price">89,00 €</p><button class="single_add_to_cart_button">In den Warenkorb</button>' +
        '<table class="woocommerce-product-attributes"><tr><th>Gewicht</th><td>1 kg</td></tr><tr><th>Marke</th><td><p><a href="/x">Kite</a></p></td></tr></table>',
    ),
  ],
  "Shopify, vendor in its state": [
    "https://harbour.example/products/kite-trail-runner-2",
    page(
      "Kite Trail Runner 2 – Harbour",
      '<div class="product__title"><h1>Kite Trail Runner 2</h1></div><span class="price-item">$89.00</span><form action="/cart/add"><button>Add to cart</button></form>' +
        script(
          'var meta = {"product":{"id":12,"gid":"gid://x/12","vendor":"Kite","type":"Shoes","variants":[]}};',
        ),
      '<meta property="og:type" content="product">',
    ),
  ],
  "Magento, more information": [
    "https://harbour.example/trail-runner-2-10441.html",
    page(
      "Trail Runner 2",
      '<h1 class="page-title"><span>Trail Runner 2</span></h1><span class="price">89,00 €</span><button id="product-addtocart-button">Ajouter au panier</button>' +
        '<table id="product-attribute-specs-table"><tr><th class="col label">Fabricant</th><td class="col data" data-th="Fabricant">Kite</td></tr></table>',
    ),
  ],
  "Shopware, the maker's logo": [
    "https://hafen.example/detail/0190aa2b51",
    page(
      "Kite Trail Runner 2 | Hafen",
      '<div class="product-detail-headline"><h1 class="product-detail-name">Kite Trail Runner 2</h1><a class="product-detail-manufacturer-link" href="/Kite/" title="Kite"><img class="product-detail-manufacturer-logo" alt="Kite"></a></div>' +
        '<p class="product-detail-price">89,00 €*</p><button class="btn btn-buy">In den Warenkorb</button>',
      '<meta property="og:type" content="product">',
    ),
  ],
  "PrestaShop, in Spanish": [
    "https://puerto.example/zapatillas/1204-trail-runner-2.html",
    page(
      "Trail Runner 2",
      '<h1>Trail Runner 2</h1><div class="current-price">89,00 €</div><button class="add-to-cart">Añadir al carrito</button>' +
        '<div class="product-manufacturer"><label class="label">Marca</label><span><a href="/brand/5-kite">Kite</a></span></div>',
    ),
  ],
  "OpenCart, in Slovene": [
    "https://pristan.example/cevlji/trail-runner-2",
    page(
      "Trail Runner 2 - prodaja",
      '<h1>Trail Runner 2</h1><ul><li>Proizvajalec: <a href="/index.php?route=product/manufacturer/info&manufacturer_id=8">Kite</a></li></ul><h2 class="price">89,00€</h2><button id="button-cart">V košarico</button>',
    ),
  ],
  "JTL, in German": [
    "https://hafen.example/Trail-Runner-2-90412",
    page(
      "Trail Runner 2",
      '<h1 class="product-title">Trail Runner 2</h1><ul><li class="manufacturer-row"><span>Hersteller:</span> <a href="/kite"><span>Kite</span></a></li></ul><strong class="price">89,00 €</strong><button name="inWarenkorb" class="btn">In den Warenkorb</button>',
    ),
  ],
  "BigCommerce, its own class": [
    "https://harbour.example/trail-runner-2/",
    page(
      "Kite Trail Runner 2 - Harbour",
      '<h1 class="productView-title">Kite Trail Runner 2</h1><h2 class="productView-brand"><a href="/brands/kite.html"><span>Kite</span></a></h2><span class="price">$89.00</span><input id="form-action-addToCart" type="submit" value="Add to Cart" class="add-to-cart">',
      '<meta property="og:type" content="product">',
    ),
  ],
  "Wix, a line of the description": [
    "https://harbour.example/product-page/trail-runner-2",
    page(
      "Trail Runner 2 | Harbour",
      '<h1 data-hook="product-title">Trail Runner 2</h1><span data-hook="formatted-primary-price">$89.00</span><button data-hook="add-to-cart" class="add-to-cart">Add to Cart</button><section><p>Material: mesh</p><p>Brand: Kite</p></section>',
      '<meta property="og:type" content="product">',
    ),
  ],
  "a marketplace with a by-line": [
    "https://bazaar.example/dp/B0ABCDEFG1",
    page(
      "Bazaar.example: Trail Runner 2: Shoes",
      '<h1>Trail Runner 2</h1><a id="bylineInfo" href="/stores/Kite/page/1">Visit the Kite Store</a><span class="a-price">$89.00</span><input id="add-to-cart-button" type="submit" value="Add to Cart">',
    ),
  ],
  "a marketplace with labels deep in lists": [
    "https://bazaar.example/itm/334455667788",
    page(
      "Trail Runner 2 | Bazaar",
      '<h1><span>Trail Runner 2</span></h1><div class="x-price">US $89.00</div><dl class="v"><dt><div><div><span>Condition</span></div></div></dt><dd><div><div><span>New</span></div></div></dd></dl>' +
        '<dl class="v"><dt><div><div><span class="t">Brand</span></div></div></dt><dd><div><div><span class="t">Kite</span></div></div></dd></dl>',
    ),
  ],
  "a marketplace whose state holds labels and values, in Spanish": [
    "https://mercado.example/p/MXA12345678",
    page(
      "Zapatillas Kite Trail Runner 2",
      `<h1>Zapatillas Kite Trail Runner 2</h1><span class="price">$ 89.000</span><button>Comprar ahora</button>${script('{"attributes":[{"id":"BRAND","name":"Marca","value_id":"77","value_name":"Kite"},{"id":"SIZE","name":"Talle","value_name":"38"}]}')}`,
    ),
  ],
  "a marketplace in Japanese": [
    "https://ichiba.example/item/10000871/",
    page(
      "トレイルランナー2 ランニングシューズ",
      '<h1>トレイルランナー2 ランニングシューズ</h1><span class="price">8,900円</span><button>かごに追加</button><table><tr><td>ブランド</td><td>凧工房</td></tr></table>',
    ),
  ],
  "a marketplace in Russian": [
    "https://bazar.example/product/krossovki-trail-runner-2-148211/",
    page(
      "Кроссовки Trail Runner 2 купить",
      '<h1>Кроссовки Trail Runner 2</h1><div class="price">8 900 ₽</div><button>В корзину</button><dl><dt><span>Бренд</span></dt><dd><a href="/brand/kite">Kite</a></dd></dl>',
    ),
  ],
  "a shop in Arabic": [
    "https://souk.example/p/trail-runner-2-88121.html",
    page(
      "حذاء تريل رنر",
      '<h1>حذاء تريل رنر</h1><div class="price">89 ريال</div><button>أضف إلى السلة</button><ul><li><b>العلامة التجارية:</b> كايت</li></ul>',
    ),
  ],
  "a fashion shop, the maker first in the heading": [
    "https://mode.example/kite-spirit-jacket-k1221.html",
    page(
      "Kite SPIRIT JACKET - yellow - Mode",
      `<h1><a href="/kite/"><span>Kite</span></a><span>SPIRIT JACKET</span></h1><span class="price">89,00 €</span><button>In den Warenkorb</button>${script('{"product":{"brand":{"code":"K1","name":"Kite"}}}')}`,
      '<meta property="og:type" content="product">',
    ),
  ],
  "an electronics shop with a data layer": [
    "https://strom.example/product/9249556",
    page(
      "Buy Kite Trail Camera | Cameras | Strom",
      `<h1>Kite Trail Camera</h1><span class="price">£89.00</span><button>Add to trolley</button>${script('window.digitalData = {"page":{},"product":[{"productInfo":{"brand":"Kite"}}]}')}`,
    ),
  ],
};

describe("the maker of a product, on pages as shop systems write them", () => {
  it.each(Object.entries(shops))("%s", async (_, [url, html]) => {
    const { facts, resolution, isDeep } = await read(url, html);
    expect(isDeep).toBe(true);
    expect(facts.kind).toBe("product");
    expect(["Kite", "凧工房", "كايت"]).toContain(resolution.brand?.name);
    expect(resolution.shop?.domain).toBe(new URL(url).hostname);
  });
});

describe("nobody, rather than the wrong one", () => {
  it.each([
    ["a label for none", "<dl><dt>Brand</dt><dd>Unbranded</dd></dl>"],
    ["a label for none, in German", "<dl><dt>Marke</dt><dd>Ohne Marke</dd></dl>"],
    [
      "only links to many brands",
      '<div><a href="/brand/crane">Crane</a> <a href="/brand/heron">Heron</a></div>',
    ],
    ["only names in recommendations", script('[{"brand":"Crane"},{"brand":"Heron"},{"brand":"Finch"}]')],
    ["only the shop itself", '<img alt="Harbour"><a href="/stores/harbour">Harbour</a>'],
  ])("%s", async (_, body) => {
    const html = page(
      "Trail Runner 2 | Harbour",
      `<h1>Trail Runner 2</h1><span class="price">89,00 €</span><button class="add-to-cart">Add to cart</button>${body}`,
      '<meta property="og:type" content="product"><meta property="og:site_name" content="Harbour">',
    );
    const { facts, resolution } = await read("https://harbour.example/p/trail-runner-2", html);
    expect(facts.kind).toBe("product");
    expect(resolution.brand).toBeUndefined();
    expect(resolution.shop?.name).toBe("Harbour");
  });

  it("a shop's own name in its markup yields to what the details say", async () => {
    const markup = { "@type": "Product", name: "Trail Runner 2", brand: "Harbour", offers: { price: 89 } };
    const html = page(
      "Trail Runner 2 | Harbour",
      "<h1>Trail Runner 2</h1><table><tr><th>Brand</th><td>Kite</td></tr></table>",
      `<meta property="og:site_name" content="Harbour"><script type="application/ld+json">${JSON.stringify(markup)}</script>`,
    );
    const { resolution } = await read("https://harbour.example/p/trail-runner-2", html);
    expect(resolution.brand?.name).toBe("Kite");
    expect(resolution.shop?.name).toBe("Harbour");
  });
});

describe("pages that sell nothing", () => {
  it.each([
    [
      "an article with a shop's button beside it",
      "https://news.example/2024/05/kite-test",
      page(
        "We tried the Kite",
        '<h1>We tried the Kite</h1><p>Brand: Kite</p><p class="price">$89</p><button class="add-to-cart">Add to cart</button>',
      ),
    ],
    [
      "a list of products",
      "https://harbour.example/shop/shoes",
      page(
        "Shoes",
        `<h1>Shoes</h1>${'<li data-brand="Kite"><a href="/p/1">Kite 1</a><b class="price">$8</b><button class="add-to-cart">Add to cart</button></li>'.repeat(20)}`,
      ),
    ],
    [
      "a page about delivery with the cart in its header",
      "https://harbour.example/shop/delivery",
      page("Delivery", '<form action="/cart"></form><h1>Delivery</h1><p>We deliver for 4,90 €.</p>'),
    ],
    [
      "an account with a password in view",
      "https://harbour.example/account/login",
      page(
        "Sign in",
        '<h1>Sign in</h1><input type="password"><p>Brand: Kite</p><b class="price">$8</b><button class="add-to-cart">Add to cart</button>',
      ),
    ],
  ])("%s", async (_, url, html) => {
    const { facts, resolution } = await read(url, html);
    expect(facts.kind).not.toBe("product");
    expect(resolution.product).toBeUndefined();
  });
});
