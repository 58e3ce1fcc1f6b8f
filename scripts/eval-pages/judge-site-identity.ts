import type { Resolution } from "../../lib/model/subject.ts";
import { verdictOf, type Verdict } from "./spelling.ts";

/**
 * Whose site it is, as we show it: the shop, else the brand. A name that is only the address spelled out says
 * nothing.
 */
export function judgeSiteIdentity(
  { brand, shop }: Resolution,
  label: Readonly<Record<string, string>>,
): Verdict {
  const owner = shop ?? brand;
  const isSpelledOut = owner?.evidence.some(({ code }) => code === "domain-only") === true;
  return verdictOf(isSpelledOut ? undefined : owner?.name, truthOfSite(label));
}

/** Spellings of either column. */
export function truthOfSite(label: Readonly<Record<string, string>>): string {
  return [label["org"], label["site_name"]].filter(Boolean).join("|");
}
