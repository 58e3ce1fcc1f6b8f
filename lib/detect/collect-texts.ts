import type { PageText } from "../model/page.ts";
import { cut } from "./cut.ts";
import { linesOf } from "./lines.ts";

type All = (selector: string) => Iterable<HTMLElement>;

/** How elements are called in which pages write their own name. */
export const textNames = { logo: "logo", site: "site-(?:title|name)", brand: "brand" } as const;
type Called = Readonly<Record<keyof typeof textNames, readonly Element[]>>;

/** Texts of each place at most. */
const most = { logo: 4, home: 6, card: 4, address: 2, heading: 4, mail: 3 } as const;
/** Pictures that are looked at for a logo. */
const mostPictures = 500;
const linkHome = "a[href='/'],a[rel~=home]";

/** Adds what a page says of itself in words: short texts from its marked places, and its first and last lines. */
export function collectTexts(all: All, called: Called, root: HTMLElement | null, texts: PageText[]): void {
  const add = (where: keyof typeof most, elements: Iterable<Element>, attribute?: string): void => {
    let left: number = most[where];
    for (const element of elements) {
      const text = cut(attribute ? element.getAttribute(attribute) : element.textContent, 160);
      if (text && texts.push([where, text]) && --left < 1) break;
    }
  };
  add("logo", logos(all, called), "alt");
  add("home", inOrder([...all(linkHome)], called.logo, called.site, called.brand.filter(isLink)));
  add("card", all(".vcard .org,.vcard .fn,.h-card .p-org,.h-card .p-name"));
  add("address", all("address"));
  add("heading", all("h1,h2"));
  add("mail", all("a[href^='mailto:' i]"), "href");
  if (!root) return;
  for (const text of linesOf(root, { room: 500 })) texts.push(["top", text]);
  for (const text of linesOf(root, { room: 1000 }, { backwards: true })) texts.push(["end", text]);
}

/** Pictures of the site's own name: called so, in something that is, or on the link home. */
function* logos(all: All, { logo }: Called): Generator<Element> {
  const around = new Set(logo);
  let left = mostPictures;
  for (const picture of all("img[alt]")) {
    if (/logo/i.test(picture.getAttribute("src") ?? "") || isWithin(picture, around)) yield picture;
    if (--left < 1) return;
  }
}

function isWithin(picture: Element, around: ReadonlySet<Element>): boolean {
  for (let element: Element | null = picture; element; element = element.parentElement)
    if (around.has(element)) return true;
  return picture.closest("a[href='/']") !== null;
}

function isLink({ localName }: Element): boolean {
  return localName === "a";
}

/** The first of several lists, each element once, in document order. */
function inOrder(...lists: readonly (readonly Element[])[]): readonly Element[] {
  const elements = new Set(lists.flatMap((list) => list.slice(0, 40)));
  return [...elements].toSorted((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}
