import type { SearchedBrand } from "../../lib/model/search.ts";
import type { PageSubject } from "../../lib/model/subject.ts";

/**
 * What a brand or shop is asked about by. A product is not searched: its name would tell what page one is on.
 *
 * @param forum - Of the site that the tab shows: taken where that site is the brand's.
 */
export function searchedBrandOf(subject: PageSubject, forum?: string): SearchedBrand | undefined {
  if (subject.lens === "product") return undefined;
  const { name, domain } = subject;
  const brandId = subject.lens === "brand" ? subject.brandId : subject.domain;
  const isOwn = forum !== undefined && domain !== undefined && isOn(forum, domain);
  return { brandId, name, ...(domain !== undefined && { domain }), ...(isOwn && { forum }) };
}

function isOn(address: string, domain: string): boolean {
  const host = URL.parse(address)?.hostname;
  return host === domain || host?.endsWith(`.${domain}`) === true;
}
