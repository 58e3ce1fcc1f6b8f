import { elementText, pictureText } from "./element-text.ts";
import type { FoundMakers } from "./found-makers.ts";

/** Words for brands and makers in addresses, in the languages in which shops write theirs. */
const words = [
  "brand",
  "manufacturer",
  "marke",
  "marque",
  "marca",
  "merk",
  "maerke",
  "marka",
  "znack",
  "znamk",
  "hersteller",
  "fabricant",
  "producent",
  "producer",
  "vyrobc",
  "proizvo",
  "producator",
  "vendor",
  "brend",
  "designer",
  "/stores/",
  "/label/",
  "/by/",
  "/b/",
];
const selector = words.map((word) => `a[href*="${word}" i]`).join();
/** A part of the path or a parameter that is called so, with something behind it. */
const leadsToOne =
  /[/?&_;.=-](?:brands?(?:hop|store|[-_]?page)?|lbr_brands_browse-bin|manufacturers?|marken?(?:shop|welt)?|marques?|marcas?|merk(?:en)?|maerker?|marka|zna(?:ck|mk)[ay]|hersteller|fabricants?|producents?|producers?|vyrobc[ei]|proizvo[dj]\w+|producator\w*|vendors?|brend[iy]?|designers?|stores|label|by|b)(?:[-_]?(?:id|name|code))?(?:\[\])?(?:[/=:-]|%3D)[^/&=]/iu;
const elsewhere = "nav,footer,[role=navigation],[role=contentinfo]";
const mostLinks = 150;

/** Names on links to a brand's page in the shop. */
export function collectLinks(document: Document, found: FoundMakers): void {
  const links = Array.prototype.slice.call(document.querySelectorAll(selector), 0, mostLinks) as Element[];
  for (const link of links) {
    if (!leadsToOne.test(link.getAttribute("href") ?? "") || link.closest(elsewhere)) continue;
    found.add("link", elementText(link) || pictureText(link) || link.getAttribute("title"));
  }
}
