import type { Box } from "../../lib/model/free-space.ts";
import { chipTag } from "./chip.ts";

/** More parts than that of one post are not looked at; then it gets no chip. */
const mostParts = 400;
/** What is drawn though it holds no text. */
const drawn = "img,svg,video,canvas,button,input,select,textarea,iframe,progress,[role=img],[role=button]";

/**
 * What is drawn at the height of a line in a post: what the line itself says, and everything else.
 *
 * @returns `undefined` where there is too much to look at.
 */
export function lineBoxes(
  post: HTMLElement,
  line: HTMLElement,
  row: Box,
): { readonly own: readonly Box[]; readonly others: readonly Box[] } | undefined {
  const own: Box[] = [];
  const others: Box[] = [];
  const walker = document.createTreeWalker(post, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && isElsewhere(node, row) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const range = document.createRange();
  for (let parts = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
    if (++parts > mostParts) return undefined;
    const boxes = line.contains(node) ? own : others;
    for (const box of boxesOf(node, range)) if (box.right - box.left > 1) boxes.push(box);
  }
  return { own, others };
}

/** Whether nothing of an element is drawn in a row; what has no box of its own may have children that have. */
function isElsewhere(element: Element, row: Box): boolean {
  if (element.localName === chipTag) return true;
  const { bottom, height, top, width } = element.getBoundingClientRect();
  return width > 0 && height > 0 && (bottom <= row.top || top >= row.bottom);
}

function boxesOf(node: Node, range: Range): Iterable<DOMRect> {
  if (node instanceof Element) return node.matches(drawn) ? [node.getBoundingClientRect()] : [];
  if (!node.nodeValue?.trim()) return [];
  range.selectNodeContents(node);
  return range.getClientRects();
}
