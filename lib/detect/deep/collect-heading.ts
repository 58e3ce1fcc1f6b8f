import { elementText, pictureText } from "./element-text.ts";
import type { FoundMakers } from "./found-makers.ts";

/** How elements are called that hold breadcrumbs. */
export const crumbNames = { crumbs: "breadcrumb|crumbs" } as const;
const markedCrumbs = '[itemtype$="BreadcrumbList"],nav[aria-label*="bread" i]';
const mostCrumbs = 16;
const mostPictures = 250;
const longestName = 50;

/** The heading that names the product: the first that the page's title shares words with, else the first that says anything. */
export function productHeading(document: Document): Element | undefined {
  const headings = (Array.prototype.slice.call(document.querySelectorAll("h1"), 0, 8) as Element[]).filter(
    (heading) => (heading.textContent ?? "").trim() !== "",
  );
  // oxlint-disable-next-line unicorn/prefer-set-has -- part of a text, not an element of a list
  const title = plain(document.title).slice(0, 400);
  const shared = headings.find((heading) => {
    const start = plain(heading.textContent ?? "").slice(0, 14);
    return start.length > 2 && title.includes(start);
  });
  return shared ?? headings[0];
}

/** Names around the heading: beside it, as the words for a picture, in the breadcrumbs. */
export function collectAroundHeading(
  document: Document,
  heading: Element | undefined,
  called: Readonly<Record<keyof typeof crumbNames, readonly Element[]>>,
  found: FoundMakers,
): void {
  if (heading) {
    for (const part of heading.querySelectorAll("a,span,small,strong,b")) addBeside(part, found);
    let around: Element | null = heading;
    for (let level = 0; level < 4 && around; level += 1, around = around.parentElement) {
      addBeside(around.previousElementSibling, found);
      addBeside(around.nextElementSibling, found);
    }
  }
  // oxlint-disable-next-line unicorn/prefer-set-has -- part of a text, not an element of a list
  const title = plain(`${heading?.textContent ?? ""} ${document.title}`).slice(0, 400);
  for (const picture of Array.prototype.slice.call(
    document.querySelectorAll("img[alt],img[title]"),
    0,
    mostPictures,
  ) as Element[]) {
    const words = pictureText(picture);
    if (words.length < 2 || words.length > longestName) continue;
    const name = plain(words.replace(/\b(?:logo|brand|marke|marque|marca)\b/giu, ""));
    if (name.length > 1 && title.includes(name)) found.add("logo", words);
  }
  for (const crumb of crumbsIn([...called.crumbs, ...document.querySelectorAll(markedCrumbs)]))
    found.add("crumb", crumb.textContent);
}

/** Steps of the first of these, each once: they often stand within each other. */
function crumbsIn(holders: readonly Element[]): ReadonlySet<Element> {
  const crumbs = new Set<Element>();
  for (const holder of holders.slice(0, mostCrumbs * 2))
    for (const crumb of holder.querySelectorAll('a,[itemprop~="name"]')) {
      if (crumbs.size >= mostCrumbs) return crumbs;
      crumbs.add(crumb);
    }
  return crumbs;
}

/** A short text beside the heading; one that reads "by …" is a by-line, which the background can tell. */
function addBeside(element: Element | null, found: FoundMakers): void {
  if (!element) return;
  const text = elementText(element) || pictureText(element);
  if (text.length > 1 && text.length <= longestName + 20) found.add("beside", text);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
