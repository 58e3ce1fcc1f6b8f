import { elementText, pictureText } from "./element-text.ts";
import type { FoundMakers } from "./found-makers.ts";

const property = /(?:^|\s)(?:schema:)?(?:brand|manufacturer)(?:\s|$)|:brand$/i;
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
/** How elements are called that hold a brand's name. */
export const markedNames = {
  brand: "brand|manufacturer|vendor|hersteller|marque|marca",
  byline: "byline|by-line",
} as const;
const testIds = ["data-testid", "data-qa", "data-test", "data-auto"];
/** Names of elements that carry the site's own brand, or many. */
const notOne =
  /navbar|branding|brand-?bar|brand-?(?:list|menu|nav|slider|carousel|filter|grid|wall|index)|brands|rebrand|footer|header-|marcador|marcar|marquee/iu;
/** Parts of a page that speak of the site, or of other things. */
const elsewhere = "header,nav,footer,[role=navigation],[role=banner],[role=contentinfo]";
const mostLooked = 120;

/** Names in markup, attributes and elements that are called after brands. */
export function collectMarked(
  document: Document,
  called: Readonly<Record<keyof typeof markedNames, readonly Element[]>>,
  found: FoundMakers,
): void {
  for (const element of properties(document))
    found.add("property", element.getAttribute("content")?.trim() || propertyText(element));
  for (const element of some(document, dataAttributes.map((name) => `[${name}]`).join()))
    for (const name of dataAttributes) found.add("data", element.getAttribute(name));
  const byTestId = some(document, testIds.map((name) => `[${name}*="brand" i]`).join());
  for (const element of new Set([...called.brand.slice(0, mostLooked), ...byTestId])) {
    if (notOne.test(`${element.id} ${element.getAttribute("class") ?? ""}`)) continue;
    const text = elementText(element) || pictureText(element);
    if (text.length < 80 && !element.closest(elsewhere)) found.add("marked", text);
  }
  for (const element of called.byline.slice(0, mostLooked)) {
    const text = (element.textContent ?? "").trim();
    if (text.length < 100) found.add("byline", text);
  }
}

/** Elements that markup itself calls a brand: microdata, RDFa, microformats. */
function* properties(document: Document): Generator<Element> {
  let left = mostLooked;
  for (const element of document.querySelectorAll("[itemprop],[property],.p-brand,.hproduct .brand")) {
    const names = ["itemprop", "property"].map((name) => element.getAttribute(name));
    const isCalled = names.every((name) => name === null) || names.some((name) => property.test(name ?? ""));
    if (isCalled) yield element;
    if (isCalled && --left < 1) return;
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
