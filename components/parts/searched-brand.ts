import type { SearchedBrand } from "../../lib/model/search.ts";
import type { PageSubject } from "../../lib/model/subject.ts";

/** What a brand or shop is asked about by. A product is not searched: its name would tell what page one is on. */
export function searchedBrandOf(subject: PageSubject): SearchedBrand | undefined {
  if (subject.lens === "product") return undefined;
  const { name, domain } = subject;
  const brandId = subject.lens === "brand" ? subject.brandId : subject.domain;
  return { brandId, name, ...(domain !== undefined && { domain }) };
}
