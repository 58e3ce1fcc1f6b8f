import type { Resolution } from "../../lib/model/subject.ts";
import { verdictOf, type Verdict } from "./spelling.ts";

/** The maker of what a page sells. A page that is not seen as a product's says nothing of it, whatever else it shows. */
export function judgeProductBrand(
  { brand, product }: Resolution,
  label: Readonly<Record<string, string>>,
): Verdict {
  return verdictOf(product && brand?.name, label["brand"]);
}
