import { isShop } from "../brands/shops.ts";
import type { PageFacts } from "../model/page.ts";
import type { Resolution } from "../model/subject.ts";

/**
 * Whether deep extraction has something to do: the page sells one thing, or may, and its markup does not say who
 * made it. A brand's own site need not say.
 */
export function wantsDeep(read: { readonly facts: PageFacts; readonly resolution: Resolution }): boolean {
  const { kind, mayBeProduct } = read.facts;
  const { brand, shop } = read.resolution;
  if (mayBeProduct) return true;
  if (kind !== "product") return false;
  if (!brand) return true;
  if (shop) return brand.evidence[0]?.code !== "markup-brand";
  // The shop's own name in a brand's place: many systems put it there for want of another.
  return !brand.known || isShop(brand.domain?.split(".")[0], brand);
}
