import type { RawBehind, RawBehindLink, RawBlock } from "../../model/behind.ts";
import { collectRawPage } from "../collect.ts";
import { cut } from "../cut.ts";
import { following, linesOf } from "../lines.ts";
import { forumLinks } from "./own-forum.ts";
import { imprintPath, imprintTitle, linkKinds, makerWords, responsibleWords, sellerWords } from "./words.ts";

/** The bounds that `lib/schema/raw-behind.ts` checks again. */
const most = { blocks: 24, block: 6000, links: 8, maps: 8, forums: 4, href: 1000 };
const footers =
  "footer,[role=contentinfo],[id*=footer i],[class*=footer i],[id*=impressum i],[class*=impressum i],[id*=imprint i],[class*=imprint i],[class*=copyright i]";
const addresses =
  "address,[itemtype*=PostalAddress i],.vcard,.h-card,.adr,.h-adr,[class*=address i]:not(input)";
const mapLinks =
  "a[href^='geo:' i],a[href*='maps' i],a[href*='openstreetmap' i],iframe[src*='maps' i],iframe[src*='openstreetmap' i],iframe[data-src*='maps' i]";
/** Text nodes that are looked at for a word that introduces somebody. */
const mostTexts = 12_000;

/**
 * Reads the texts of a page that may say who stands behind it. Runs only where a person looks at a tab in the
 * sidebar: plain DOM, bounded, nothing that forces a layout. Never throws.
 */
export function collectBehind(document: Document, location: Location): RawBehind {
  const raw = {
    page: collectRawPage(document, location),
    blocks: [] as RawBlock[],
    links: [] as RawBehindLink[],
    maps: [] as string[],
    forums: [] as string[],
  };
  try {
    collectBlocks(document, location, raw.blocks);
    collectLinks(document, raw.links);
    for (const element of document.querySelectorAll(mapLinks)) {
      const href = cut(
        element.getAttribute("href") || element.getAttribute("src") || element.getAttribute("data-src"),
        most.href,
      );
      if (href && raw.maps.push(href) >= most.maps) break;
    }
    for (const element of document.querySelectorAll(forumLinks)) {
      const href = cut(element.getAttribute("href"), most.href);
      if (href && raw.forums.push(href) >= most.forums) break;
    }
  } catch {
    // What was read so far is what there is.
  }
  return raw;
}

function collectBlocks(document: Document, location: Location, blocks: RawBlock[]): void {
  const root = document.documentElement;
  const add = (where: RawBlock[0], lines: readonly string[]): void => {
    const text = lines.join("\n").slice(0, most.block);
    if (text && blocks.length < most.blocks) blocks.push([where, text]);
  };
  const heading = cut(document.querySelector("h1")?.textContent, 200);
  if (
    imprintPath.test(location.pathname) ||
    imprintTitle.test(cut(document.title, 300)) ||
    imprintTitle.test(heading)
  ) {
    const main = document.querySelector("main,[role=main],article,#content,#main") ?? root;
    add("imprint", linesOf(main, { room: 6000, lines: 160, nodes: 6000 }));
  }
  introductions(root, add);
  for (const element of first(document, addresses, 6))
    add("address", linesOf(element, { room: 600, lines: 12 }));
  for (const element of first(document, footers, 60).slice(-4)) {
    // A footer's end says more than its beginning.
    const bounds = { room: 2500, lines: 80, nodes: 3000 };
    add("footer", linesOf(element, bounds, { backwards: true }).toReversed());
  }
  // Pages that call nothing a footer have one all the same: what follows their content.
  const last = { room: 1500, lines: 40, nodes: 3000, stop: isContent };
  add("footer", linesOf(root, last, { backwards: true }).toReversed());
}

function isHeading({ nodeName }: Node): boolean {
  return /^h[1-6]$/i.test(nodeName);
}

function isContent({ nodeName }: Node): boolean {
  return /^(?:main|article|h1)$/i.test(nodeName);
}

/** Elements in document order, none within another. */
function first(document: Document, selector: string, count: number): readonly Element[] {
  const found: Element[] = [];
  for (const element of document.querySelectorAll(selector)) {
    if (found.length >= count) break;
    if (!found.some((outer) => outer.contains(element))) found.push(element);
  }
  return found;
}

/** Texts that introduce somebody (`Responsible person`, `Manufacturer`, `Sold by`, `Impressum`), with what follows. */
function introductions(root: Element, add: (where: RawBlock[0], lines: readonly string[]) => void): void {
  const counts = new Map<RawBlock[0], number>();
  let node: Node | null = root;
  for (let seen = 0; node && seen < mostTexts; seen += 1) {
    if (node.nodeType === 3) {
      const text = cut((node.nodeValue ?? "").slice(0, 300), 200);
      const where = text.length > 2 ? kindOf(text) : undefined;
      const count = where ? (counts.get(where) ?? 0) : 3;
      if (where && count < 3) {
        counts.set(where, count + 1);
        add(where, linesFrom(root, node, where === "imprint" ? 1500 : where === "seller" ? 200 : 500));
      }
    }
    node = following(node, root);
  }
}

function kindOf(text: string): RawBlock[0] | undefined {
  if (responsibleWords.test(text)) return "responsible";
  if (makerWords.test(text)) return "maker";
  if (sellerWords.test(`${text} `) && text.length < 120) return "seller";
  return linkKinds.imprint.test(text) ? "imprint" : undefined;
}

function linesFrom(root: Element, start: Node, room: number): readonly string[] {
  return linesOf(root, { room, lines: room > 1000 ? 40 : 12, nodes: 200, stop: isHeading }, { start });
}

function collectLinks(document: Document, links: RawBehindLink[]): void {
  const seen = new Set<string>();
  let left = 4000;
  for (const element of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    if (--left < 0 || links.length >= most.links) return;
    const text = cut(element.textContent, 80);
    const { href } = element;
    if (typeof href !== "string" || href.length > most.href || seen.has(href.split("#", 1)[0] ?? ""))
      continue;
    if (!Object.values(linkKinds).some((kind) => kind.test(text)) && !imprintPath.test(href)) continue;
    seen.add(href.split("#", 1)[0] ?? "");
    links.push([text, href]);
  }
}
