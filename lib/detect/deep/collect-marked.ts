import { elementText, pictureText } from "./element-text.ts";
import type { FoundMakers } from "./found-makers.ts";

const properties =
  '[itemprop~="brand" i],[itemprop~="manufacturer" i],[property~="brand" i],[property~="schema:brand" i],[property~="manufacturer" i],[property$=":brand" i],.p-brand,.hproduct .brand';
const dataAttributes = [
  "data-brand",
  "data-brand-name",
  "data-brandname",
  "data-product-brand",
  "data-item-brand",
  "data-manufacturer",
  "data-product-vendor",
  "data-vendor",
];
const named =
  '[class*="brand" i],[id*="brand" i],[class*="manufacturer" i],[id*="manufacturer" i],[data-testid*="brand" i],[data-qa*="brand" i],[data-test*="brand" i],[data-auto*="brand" i],[class*="vendor" i],[class*="hersteller" i],[class*="marque" i],[class*="marca" i]';
const bylines = '[id*="byline" i],[class*="byline" i],[class*="by-line" i]';
/** Names of elements that carry the site's own brand, or many. */
const notOne =
  /navbar|branding|brand-?bar|brand-?(?:list|menu|nav|slider|carousel|filter|grid|wall|index)|brands|rebrand|footer|header-|marcador|marcar|marquee/iu;
/** Parts of a page that speak of the site, or of other things. */
const elsewhere = "header,nav,footer,[role=navigation],[role=banner],[role=contentinfo]";
const mostLooked = 120;

/** Names in markup, attributes and elements that are called after brands. */
export function collectMarked(document: Document, found: FoundMakers): void {
  for (const element of some(document, properties))
    found.add("property", element.getAttribute("content")?.trim() || propertyText(element));
  for (const element of some(document, dataAttributes.map((name) => `[${name}]`).join()))
    for (const name of dataAttributes) found.add("data", element.getAttribute(name));
  for (const element of some(document, named)) {
    if (notOne.test(`${element.id} ${element.getAttribute("class") ?? ""}`)) continue;
    const text = elementText(element) || pictureText(element);
    if (text.length < 80 && !element.closest(elsewhere)) found.add("marked", text);
  }
  for (const element of some(document, bylines)) {
    const text = (element.textContent ?? "").trim();
    if (text.length < 100) found.add("byline", text);
  }
}

/** An item's value is its name; of a plain element, its text. */
function propertyText(element: Element): string {
  const name = element.querySelector('[itemprop~="name"],[property~="name"]');
  if (name) return name.getAttribute("content")?.trim() || elementText(name);
  return elementText(element) || pictureText(element);
}

function some(document: Document, selector: string): readonly Element[] {
  return Array.prototype.slice.call(document.querySelectorAll(selector), 0, mostLooked) as Element[];
}
