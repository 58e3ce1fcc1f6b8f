import type { BrandSubject } from "../model/subject.ts";
import { knownBrand, siteBrand } from "./brand-subject.ts";
import type { HostLookup } from "./site-owner.ts";
import { hostParts } from "./host.ts";

/**
 * The site that an address stands on, as something to write about where its page is about no brand: a stranger's
 * account, a feed, a search. The whole site, never the stranger, and never under a name that the page chose.
 * `undefined` for addresses that are nobody's site.
 */
export async function siteOffer(address: string, directory: HostLookup): Promise<BrandSubject | undefined> {
  const url = URL.parse(address);
  const parts = url && /^https?:$/.test(url.protocol) ? hostParts(url.hostname) : undefined;
  if (parts?.site === undefined) return undefined;
  const { site } = parts;
  const match = await directory.matchHost(site);
  // A guess from the label would need the page's word, and here the page is somebody else's.
  if (match?.how === "primary" || match?.how === "domain")
    return knownBrand(match.entry, [
      { code: match.how === "primary" ? "own-site" : "other-domain", detail: site },
    ]);
  return siteBrand(site, site, [{ code: "domain-only", detail: site }]);
}
