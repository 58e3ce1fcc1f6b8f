import { following } from "../lines.ts";

/** Text nodes of one part that are looked at. */
const mostNodes = 400;

/** Text of an element as one line, without what nobody reads (scripts, styles, templates), at most `length` characters. */
export function shownText(element: Element, length: number): string {
  let text = "";
  let node: Node | null = element.firstChild;
  for (let seen = 0; node && seen < mostNodes && text.length < 2 * length; seen += 1) {
    if (node.nodeType === 3) text += (node.nodeValue ?? "").slice(0, 2 * length);
    // Blocks and breaks part words; inline elements do not, but a space too many does no harm here.
    else if (node.nodeType === 1) text += " ";
    node = following(node, element);
  }
  return text.replace(/\s+/g, " ").trim().slice(0, length);
}
