import { elementText, pictureText } from "./element-text.ts";
import type { FoundMakers } from "./found-makers.ts";

/** A part of the path or a parameter that is called so, with something behind it. */
const leadsToOne =
  /[/?&_;.=-](?:brands?(?:hop|store|[-_]?page)?|lbr_brands_browse-bin|manufacturers?|marken?(?:shop|welt)?|marques?|marcas?|merk(?:en)?|maerker?|marka|zna(?:ck|mk)[ay]|hersteller|fabricants?|producents?|producers?|vyrobc[ei]|proizvo[dj]\w+|producator\w*|vendors?|brend[iy]?|designers?|stores|label|by|b)(?:[-_]?(?:id|name|code))?(?:\[\])?(?:[/=:-]|%3D)[^/&=]/iu;
const elsewhere = "nav,footer,[role=navigation],[role=contentinfo]";
const mostLinks = 150;
/** Links that are looked at. */
const mostLooked = 10_000;

/** Names on links to a brand's page in the shop. */
export function collectLinks(document: Document, found: FoundMakers): void {
  let left = mostLinks;
  for (const link of Array.prototype.slice.call(
    document.querySelectorAll("a[href]"),
    0,
    mostLooked,
  ) as Element[]) {
    if (!leadsToOne.test(link.getAttribute("href") ?? "")) continue;
    if (--left < 0) return;
    if (!link.closest(elsewhere))
      found.add("link", elementText(link) || pictureText(link) || link.getAttribute("title"));
  }
}
