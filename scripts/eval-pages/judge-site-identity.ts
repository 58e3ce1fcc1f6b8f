import type { Resolution } from "../../lib/model/subject.ts";
import { isSpelling, type Verdict } from "./spelling.ts";

/**
 * Whose site it is, as we show it: the shop, else the brand. A name that is only the address spelled out says
 * nothing.
 */
export function judgeSiteIdentity(
  { brand, shop }: Resolution,
  label: Readonly<Record<string, string>>,
): Verdict {
  const truth = [label["org"], label["site_name"]].filter(Boolean).join("|");
  if (truth === "") return "none";
  const owner = shop ?? brand;
  if (!owner || owner.evidence.some(({ code }) => code === "domain-only")) return "silent";
  return isSpelling(owner.name, truth) ? "right" : "wrong";
}
