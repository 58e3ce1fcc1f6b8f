import type { PageSubject } from "../../lib/model/subject.ts";

/** Whose proven keys speak for the brand or shop itself; a product has none of its own. */
export function voiceBrandOf(subject: PageSubject): string | undefined {
  if (subject.lens === "product") return undefined;
  return subject.lens === "brand" ? subject.brandId : subject.domain;
}
