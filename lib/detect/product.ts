import type { ProductFacts } from "../model/page.ts";
import { readGtin } from "./gtin.ts";
import { everyItem, isA, itemsOf, textOf, textsOf } from "./item.ts";
import type { Item } from "./item.ts";
import { metaText } from "./meta.ts";
import type { Meta } from "./meta.ts";
import { cleanText, foldText } from "./text.ts";
import { isSameSite, webAddress } from "./web-address.ts";

const productTypes: ReadonlySet<string> = new Set(
  (
    "Product ProductGroup ProductModel IndividualProduct SomeProducts Vehicle Car Motorcycle " +
    "SoftwareApplication MobileApplication WebApplication VideoGame"
  ).split(" "),
);
/** Products only where somebody offers them. */
const offeredTypes: ReadonlySet<string> = new Set(["Book", "Movie", "MusicAlbum", "Course"]);
const mostGtins = 8;

/** What shops write where there is no brand. */
const noBrand =
  /^(?:un-?branded|no[ -]?brand|no[ -]?name|generic|does not apply|not applicable|n\/?a|none|null|undefined|false|true|unknown|others?|various|brand|marke|marque|sin marca|sans marque|ohne marke|senza marca|markenlos|nicht zutreffend|non applicabile|без бренда|нет бренда|-+|\?+|[.\d\s]*)$/i;

/** Items that the page itself describes as products, offers of a product included. */
export function mainProducts(items: readonly Item[]): readonly Item[] {
  return items.filter(
    (item) =>
      item.isMain &&
      (isA(item, productTypes) || (isA(item, offeredTypes) && itemsOf(item, "offers").length > 0)) &&
      textsOf(item, "name").length > 0,
  );
}

/** What a page says about itself in words, to tell its product from those it recommends. */
export interface PageWords {
  readonly url: URL;
  readonly title: string;
  readonly heading: string | undefined;
}

/**
 * The one product among `products` that the page is about: the only one, the one at the page's own address, or
 * the one whose name is the page's heading or begins its title. None of several is a list.
 */
export function chooseProduct(products: readonly Item[], page: PageWords): Item | undefined {
  const names = new Set(products.map((item) => foldText(nameOf(item) ?? "")));
  if (names.size === 1) return products[0];
  const heading = foldText(page.heading ?? "");
  const title = foldText(page.title);
  const here = (item: Item): boolean =>
    webAddress(textOf(item, "url"), page.url.href)?.pathname === page.url.pathname;
  const byAddress = page.url.pathname === "/" ? [] : products.filter(here);
  if (byAddress.length === 1) return byAddress[0];
  return products.find((item) => {
    const name = foldText(nameOf(item) ?? "");
    return name.length > 3 && (name === heading || title.startsWith(name));
  });
}

/** Facts of the chosen product, completed from other markup of the same name and from meta. */
export function readProduct(
  chosen: Item | undefined,
  products: readonly Item[],
  meta: Meta,
  page: PageWords,
): ProductFacts | undefined {
  const name = chosen
    ? nameOf(chosen)
    : (metaText(meta, "og:title", "twitter:title") ?? cleanText(page.heading) ?? cleanText(page.title));
  if (name === undefined) return undefined;
  const folded = foldText(name);
  const same = chosen ? [chosen, ...products.filter((item) => foldText(nameOf(item) ?? "") === folded)] : [];
  const first = <T>(read: (item: Item) => T | undefined): T | undefined => {
    for (const item of same) {
      const value = read(item);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const brandUrl = first((item) => brandAddress(item, page.url));
  const seller = first((item) => cleanText(offersOf(item).flatMap((offer) => textsOf(offer, "seller"))[0]));
  const sku =
    first((item) => cleanText(textsOf(item, "sku")[0], 80)) ?? metaText(meta, "product:retailer_item_id");
  const url = first((item) => ownAddress(item, page.url));
  const brand =
    first(brandOf) ??
    [metaText(meta, "product:brand", "og:brand", "product:manufacturer_name", "brand")].find(isBrand);
  return {
    name,
    gtins: gtinsOf(same, meta),
    ...(brand !== undefined && { brand }),
    ...(brandUrl !== undefined && { brandUrl }),
    ...(seller !== undefined && { seller }),
    ...(sku !== undefined && { sku }),
    ...(url !== undefined && { url }),
  };
}

function nameOf(item: Item): string | undefined {
  return cleanText(textsOf(item, "name")[0]);
}

/** `Brand: Philips` → `Philips`: the label of a table's row, taken into the markup. */
const brandLabel = /^.{0,40}\b(?:brand|marca|marke|marque|merk|marka|märke|značka|бренд|марка)\s*:\s*/iu;

/** Whether what stands in a brand's place can be one's name, rather than a word for none. */
export function isBrand(name: string | undefined): name is string {
  return name !== undefined && name.length <= 80 && !noBrand.test(name) && !/^https?:|^\/|^#/i.test(name);
}

function brandOf(item: Item): string | undefined {
  for (const property of ["brand", "manufacturer", "publisher"]) {
    // A book's publisher is no more its brand than a shop is; an app's is.
    if (property === "publisher" && !isA(item, publisherIsBrand)) continue;
    for (const text of textsOf(item, property)) {
      const name = cleanText(cleanText(text)?.replace(brandLabel, ""));
      if (isBrand(name)) return name;
    }
  }
  return undefined;
}

const publisherIsBrand: ReadonlySet<string> = new Set(
  "SoftwareApplication MobileApplication WebApplication VideoGame".split(" "),
);

/** The brand's own address, where the markup gives one outside this site. */
function brandAddress(item: Item, page: URL): string | undefined {
  const brands = [...itemsOf(item, "brand"), ...itemsOf(item, "manufacturer")];
  const hrefs = brands.flatMap((brand) => [
    textOf(brand, "url"),
    textOf(brand, "@id"),
    textOf(brand, "sameAs"),
  ]);
  const urls = hrefs.map((href) => webAddress(href)).filter((url) => url !== undefined);
  return urls.find((url) => !isSameSite(url, page))?.href;
}

function offersOf(item: Item): readonly Item[] {
  return everyItem(itemsOf(item, "offers"), 50);
}

function ownAddress(item: Item, page: URL): string | undefined {
  const hrefs = [textOf(item, "url"), ...itemsOf(item, "offers").map((offer) => textOf(offer, "url"))];
  const urls = hrefs.map((href) => webAddress(href, page.href)).filter((url) => url !== undefined);
  return urls.find((url) => isSameSite(url, page) && url.pathname !== "/")?.href;
}

const gtinProperties = "gtin gtin8 gtin12 gtin13 gtin14 ean ean13 upc isbn productID mpn identifier".split(
  " ",
);
const gtinMeta = "product:ean product:gtin product:upc product:isbn og:upc og:ean gtin13 gtin".split(" ");

function gtinsOf(items: readonly Item[], meta: Meta): readonly string[] {
  const own = items.flatMap((item) => [
    item,
    ...offersOf(item),
    ...itemsOf(item, "hasVariant").slice(0, mostGtins),
  ]);
  const texts = [
    ...own.flatMap((item) => gtinProperties.flatMap((property) => textsOf(item, property))),
    ...gtinMeta.flatMap((name) => meta.get(name) ?? []),
  ];
  const gtins = texts.slice(0, 100).map((text) => (text.length > 40 ? undefined : readGtin(text)));
  return [...new Set(gtins.filter((gtin) => gtin !== undefined))].slice(0, mostGtins);
}
