/**
 * One address per item in shops that show it under many: which part of the path is the item's number, and the
 * shortest path under which the shop still shows it. A shop that is not here needs nothing: its path is taken
 * as it stands. Only forms that the shop itself is known to answer belong here.
 */
interface ShopRule {
  /** The registrable domain, or its label where a company has one site per country (`amazon.*`). */
  readonly site: string;
  readonly path: RegExp;
  /** Path to write, with `$1` … from `path`. */
  readonly short: string;
}

const rules: readonly ShopRule[] = [
  { site: "aliexpress", path: /^\/(?:item|i)\/(?:[^/]+\/)?(\d{6,20})[.]html$/, short: "/item/$1.html" },
  { site: "allegro.pl", path: /^\/oferta\/(?:[^/]*-)?(\d{8,14})$/, short: "/oferta/$1" },
  {
    site: "amazon",
    path: /^(?:\/[^/]+)*?\/(?:dp|gp\/product(?:\/glance)?|gp\/aw\/d|exec\/obidos\/(?:ASIN|tg\/detail\/-)|o\/ASIN|product-reviews)\/([A-Z\d]{10})(?:\/.*)?$/i,
    short: "/dp/$1",
  },
  { site: "apps.apple.com", path: /^(?:\/[a-z]{2})?\/app\/(?:[^/]+\/)?(id\d{6,12})$/, short: "/app/$1" },
  {
    site: "bestbuy.ca",
    path: /^\/(en-ca|fr-ca)\/(product|produit)\/(?:[^/]+\/)?(\d{6,10})$/,
    short: "/$1/$2/$3",
  },
  { site: "bestbuy.com", path: /^\/site\/(?:[^/]+\/)?(\d{5,9})[.]p$/, short: "/site/$1.p" },
  { site: "bol.com", path: /^\/([a-z]{2}\/[a-z]{2})\/p\/[^/]*\/(\d{10,18})$/, short: "/$1/p/-/$2" },
  { site: "costco.com", path: /^\/(?:[^/]+)?[.]product[.](\d{5,14})[.]html$/, short: "/.product.$1.html" },
  { site: "ebay", path: /^\/(?:itm|i)\/(?:[^/]+\/)?(\d{9,14})$/, short: "/itm/$1" },
  {
    site: "etsy.com",
    path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/listing\/(\d{6,12})(?:\/.*)?$/,
    short: "/listing/$1",
  },
  { site: "goodreads.com", path: /^(?:\/[a-z]{2})?\/book\/show\/(\d+)(?:[-.].*)?$/, short: "/book/show/$1" },
  { site: "homedepot.com", path: /^\/p\/(?:[^/]+\/)?(\d{9})$/, short: "/p/$1" },
  { site: "ikea.com", path: /^\/([a-z]{2}\/[a-z]{2})\/p\/(?:[^/]*-)?(s?\d{8})$/, short: "/$1/p/-$2" },
  {
    site: "lazada",
    path: /^\/products\/(?:[^/]*-)?(i\d{6,14})(?:-s\d+)?[.]html$/,
    short: "/products/-$1.html",
  },
  { site: "newegg.com", path: /^(?:\/[^/]+)?\/p\/([A-Z\d-]{8,20})$/i, short: "/p/$1" },
  { site: "shopee", path: /^\/(?:[^/]*-i[.](\d+)[.](\d+))$/, short: "/product/$1/$2" },
  { site: "steampowered.com", path: /^\/app\/(\d+)(?:\/.*)?$/, short: "/app/$1" },
  { site: "target.com", path: /^\/p\/(?:[^/]+\/)?-\/A-(\d{6,10})$/, short: "/p/-/A-$1" },
  { site: "walmart", path: /^(?:\/(?:en|fr))?\/ip\/(?:[^/]+\/)?([\dA-Z]{6,14})$/, short: "/ip/$1" },
];

/** Any Shopify shop shows `/products/x` also under each of its collections, and names the former canonical. */
const shopifyCollection = /^((?:\/[a-z]{2}(?:-[a-z]{2})?)?)\/collections\/[^/]+(\/products\/[^/]+)$/;

/** Items whose number is upper-case by nature and written in both cases. */
const upperCaseIds: ReadonlySet<string> = new Set(["amazon", "newegg.com"]);

/** A host as the rules name it: whole, its registrable domain, and the label before the public suffix. */
export interface HostNames {
  readonly host: string;
  readonly domain?: string;
  readonly label?: string;
}

/**
 * The short path of an item, or `undefined` where no rule is sure.
 *
 * @param path - Path without trailing slash.
 */
export function itemPath({ host, domain, label }: HostNames, path: string): string | undefined {
  for (const rule of rules) {
    if (rule.site !== host && rule.site !== domain && rule.site !== label) continue;
    const match = rule.path.exec(path);
    if (!match) continue;
    const part = (index: string): string => match[Number(index)] ?? "";
    const short = rule.short.replace(/\$(\d)/g, (_, index: string) => part(index));
    return upperCaseIds.has(rule.site) ? short.replace(part("1"), part("1").toUpperCase()) : short;
  }
  const shopify = shopifyCollection.exec(path);
  return shopify ? `${shopify[1] ?? ""}${shopify[2] ?? ""}` : undefined;
}
