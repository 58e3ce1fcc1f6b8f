import type { PageText } from "../model/page.ts";
import { cut } from "./cut.ts";
import { linesOf } from "./lines.ts";

type All = (selector: string) => Iterable<HTMLElement>;

/** Where pages write their own name, and how many of each place are read. */
const places: readonly (readonly [PageText[0], string, number])[] = [
  [
    "logo",
    "img[alt][class*=logo i],img[alt][id*=logo i],img[alt][src*=logo i],[class*=logo i] img[alt],[id*=logo i] img[alt],a[href='/'] img[alt]",
    4,
  ],
  [
    "home",
    "a[href='/'],a[rel~=home],[class*=logo i],[id*=logo i],[class*=site-title i],[id*=site-title i],[class*=site-name i],[id*=site-name i],a[class*=brand i]",
    6,
  ],
  ["card", ".vcard .org,.vcard .fn,.h-card .p-org,.h-card .p-name", 4],
  ["address", "address", 2],
  ["heading", "h1,h2", 4],
  ["mail", "a[href^='mailto:' i]", 3],
];

/** Where the text stands in an attribute. */
const attributes: Partial<Record<PageText[0], string>> = { logo: "alt", mail: "href" };

/** Adds what a page says of itself in words: short texts from its marked places, and its first and last lines. */
export function collectTexts(all: All, root: HTMLElement | null, texts: PageText[]): void {
  for (const [where, selector, most] of places) {
    let left = most;
    for (const element of all(selector)) {
      const attribute = attributes[where];
      const text = cut(attribute ? element.getAttribute(attribute) : element.textContent, 160);
      if (text && texts.push([where, text]) && --left < 1) break;
    }
  }
  if (!root) return;
  for (const text of linesOf(root, { room: 500 })) texts.push(["top", text]);
  for (const text of linesOf(root, { room: 1000 }, { backwards: true })) texts.push(["end", text]);
}
