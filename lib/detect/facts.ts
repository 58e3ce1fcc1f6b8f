import type { ClaimedRating, PageFacts, RawPage } from "../model/page.ts";
import type { RawProduct } from "../model/product-page.ts";
import { canonicalUrl } from "./canonical.ts";
import { claimedRating, looseRating } from "./claimed-rating.ts";
import { everyItem } from "./item.ts";
import type { Item } from "./item.ts";
import { readJsonLd } from "./json-ld.ts";
import { metaSiteName, metaText, readMeta } from "./meta.ts";
import { readMicrodata } from "./microdata.ts";
import { markupSiteName, ownOrganizations, readOrganization } from "./organization.ts";
import { readMakers } from "./maker-names.ts";
import { isProvenProduct, maySell, pageKind } from "./page-kind.ts";
import { chooseProduct, mainProducts, readProduct } from "./product.ts";
import { selfNames } from "./self-names.ts";
import { cleanText } from "./text.ts";
import { webAddress } from "./web-address.ts";

const longestTitle = 300;

/**
 * Understands what a page says of itself. Never throws, whatever the page sent; reads each string once and
 * within the bounds of `RawPageSchema`, so that no page can hold the worker up.
 *
 * @param deep - What deep extraction found on the same page, where it ran.
 */
export function readPage(raw: RawPage, deep?: RawProduct): PageFacts {
  const plain: PageFacts = {
    url: raw.url,
    kind: raw.hasPassword ? "login" : "other",
    title: cleanText(raw.title, longestTitle) ?? "",
    claimedRatings: [],
    hasPassword: raw.hasPassword,
  };
  const url = webAddress(raw.url);
  if (!url) return plain;
  try {
    return { ...plain, ...understand(raw, url, plain.title, deep) };
  } catch {
    // A page must not be able to end the worker's job by a shape that nobody thought of.
    return plain;
  }
}

// oxlint-disable-next-line complexity -- one line a fact
function understand(raw: RawPage, url: URL, title: string, deep: RawProduct | undefined): Partial<PageFacts> {
  const meta = readMeta(raw.meta);
  const items = everyItem([...readJsonLd(raw.jsonLd), ...readMicrodata(raw.microdata)]);
  const heading = cleanText(deep?.heading ?? raw.heading, longestTitle);
  const words = { url, title: metaText(meta, "og:title") ?? title, heading };
  const products = mainProducts(items);
  const chosen = chooseProduct(products, words);
  const hints = { url, raw, meta, items, products, chosen };
  const given = pageKind(hints);
  const mayBeProduct = maySell(given, hints);
  const kind = mayBeProduct && deep && isProvenProduct(deep) ? "product" : given;
  const product = kind === "product" ? readProduct(chosen, products, meta, words) : undefined;
  const makers = deep && readMakers(deep);
  const facts = {
    canonicalUrl: canonicalUrl(url, raw.links, meta),
    heading,
    lang: cleanText(raw.lang, 35)?.toLowerCase(),
    description: metaText(meta, "og:description", "description"),
    siteName: markupSiteName(items) ?? metaSiteName(meta),
    organization: readOrganization(items, url),
    product: product && makers ? { ...product, makers } : product,
    mayBeProduct: mayBeProduct || undefined,
    selfNames: selfNames(raw.texts ?? [], metaText(meta, "copyright", "dc.rights", "dcterms.rightsholder")),
  };
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { ...said, kind, claimedRatings: claimedRatings(items, product && chosen, url) };
}

function claimedRatings(
  items: readonly Item[],
  product: Item | undefined,
  page: URL,
): readonly ClaimedRating[] {
  const ofProduct = product
    ? (claimedRating(product, "product") ?? looseRating(items, "product"))
    : undefined;
  const owners = ownOrganizations(items, page).filter((item) => item.isMain);
  const ofOwner = owners
    .map((item) => claimedRating(item, "organization"))
    .find((claim) => claim !== undefined);
  return [ofProduct, ofOwner].filter((claim) => claim !== undefined);
}
