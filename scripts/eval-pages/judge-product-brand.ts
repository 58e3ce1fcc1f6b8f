import type { Resolution } from "../../lib/model/subject.ts";
import { isSpelling, type Verdict } from "./spelling.ts";

/** The maker of what a page sells. A page that is not seen as a product's says nothing of it, whatever else it shows. */
export function judgeProductBrand(
  { brand, product }: Resolution,
  label: Readonly<Record<string, string>>,
): Verdict {
  const truth = label["brand"] ?? "";
  if (truth === "") return "none";
  if (!brand || !product) return "silent";
  return isSpelling(brand.name, truth) ? "right" : "wrong";
}
