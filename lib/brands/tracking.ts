import { isTracking } from "../model/tracking.ts";

/**
 * Query parameters: which ones follow people around, which ones name a thing. A subject must not carry the
 * first and cannot do without the second.
 */

/** Parameters of a page's looks and of where in a shop one came from; never which page it is. */
const looks: ReadonlySet<string> = new Set(
  (
    "ref source src cid campaign ad aff tag partner th psc share shared feature from sid kw keyword keywords qid sr " +
    "crid sprefix lang language locale hl gl country currency sort order orderby dir view display page per_page " +
    "limit start offset filter filters color colour size variant variation variantid q query search s k st query_text"
  ).split(" "),
);

/** Parameters that name a thing even on a site's front page (`/?p=123`). */
const naming: ReadonlySet<string> = new Set(
  (
    "id p pid product productid product_id products_id prod prodid prod_id item itemid item_id itm artikel " +
    "artikelnr artnr article article_id articleid sku ean gtin isbn asin goods_id goodsid goodsno gid v"
  ).split(" "),
);

/** Path ends that show one thing per query. */
const showing: ReadonlySet<string> = new Set(
  (
    "index product products prod produkt produkte producto prodotto produit item items itm detail details " +
    "article artikel view show showproduct watch goods p dp viewitem product_info product_detail productdetail"
  ).split(" "),
);

const scriptEnd = /[.](?:php\d?|aspx?|jspx?|jsf|do|cgi|cfm|pl|dll|exe|action)$/i;
const mostParameters = 6;

function isNoise(name: string): boolean {
  return isTracking(name) || looks.has(name.toLowerCase());
}

/** Whether a path's end is the same for every thing the site shows, so that only the query can tell them apart. */
function isGenericPath(path: string): boolean {
  const last = path.slice(path.lastIndexOf("/") + 1);
  const isScript = scriptEnd.test(last);
  const stem = last.replace(scriptEnd, "").replace(/[.]html?$/i, "");
  return showing.has(stem.toLowerCase()) || (isScript && !/\d{3}/.test(stem));
}

/**
 * The part of a query without which the address means something else, sorted, as `?a=1&b=2`; `""` where the
 * path says it all.
 *
 * @param path - Path without trailing slash; `""` for the front page.
 */
export function identifyingQuery(path: string, query: URLSearchParams): string {
  const isFront = path === "";
  if (!isFront && !isGenericPath(path)) return "";
  const kept: [string, string][] = [];
  for (const [name, value] of query) {
    if (kept.length === mostParameters) break;
    if (value === "") continue;
    if (isFront ? naming.has(name.toLowerCase()) : !isNoise(name)) kept.push([name, value]);
  }
  if (kept.length === 0) return "";
  const sorted = kept.toSorted(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  return `?${new URLSearchParams(sorted).toString()}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
