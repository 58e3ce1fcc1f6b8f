import type { PageSubject, Resolution } from "../../lib/model/subject.ts";

/** Under which id, and of whom, public records tell something in a lens. */
export interface RecordsAbout {
  readonly brandId: string;
  readonly name: string;
}

/** A product's records are its brand's; a shop's are its own as a company. */
export function recordsAbout(subject: PageSubject, { brand }: Resolution): RecordsAbout | undefined {
  if (subject.lens === "shop") return { brandId: subject.domain, name: subject.name };
  const maker = subject.lens === "brand" ? subject : brand;
  return maker && { brandId: maker.brandId, name: maker.name };
}
