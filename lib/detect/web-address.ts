import { getDomain } from "tldts";

/** An `http(s)` address, relative ones resolved; `undefined` for all else. */
export function webAddress(href: string | undefined, base?: string): URL | undefined {
  if (!href || href.length > 4096) return undefined;
  const url = URL.parse(href.trim(), base);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** Whether two addresses belong to one registrable domain. Hosts without one (tests, intranets) are compared whole. */
export function isSameSite(a: URL, b: URL): boolean {
  return siteOf(a) === siteOf(b);
}

function siteOf(url: URL): string {
  return getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.hostname;
}

/** The front page, country and language front pages included: `/`, `/de/`, `/us/en`, `/index.html`. */
export function isFrontPage({ pathname, search }: URL): boolean {
  const front =
    /^\/(?:[a-z]{2}(?:[-_][a-z]{2,4})?(?:\/|$)){0,2}(?:(?:index|home|default)(?:[.](?:html?|php|aspx?))?\/?)?$/i;
  return front.test(pathname) && !/[?&](?:p|id|q|s|k|page|search|query|product_id|route)=/i.test(search);
}
