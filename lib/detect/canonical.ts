import type { RawPage } from "../model/page.ts";
import type { Meta } from "./meta.ts";
import { isFrontPage, isSameSite, webAddress } from "./web-address.ts";

/**
 * The address a page gives as its own. Only within its site: a page must not speak for another. One that names
 * the front page from anywhere else is a template's mistake.
 */
export function canonicalUrl(page: URL, links: RawPage["links"], meta: Meta): string | undefined {
  const named = links.filter(([rel]) => /\bcanonical\b/.test(rel)).map(([, href]) => href);
  for (const href of [...named, ...(meta.get("og:url") ?? [])]) {
    const url = webAddress(href, page.href);
    if (!url || !isSameSite(url, page) || (isFrontPage(url) && !isFrontPage(page))) continue;
    url.hash = "";
    return url.href;
  }
  return undefined;
}
