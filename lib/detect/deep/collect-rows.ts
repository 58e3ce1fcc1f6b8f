import { elementText } from "./element-text.ts";
import type { FoundMakers } from "./found-makers.ts";
import { labelKind } from "./maker-labels.ts";

/** Text nodes that are looked at: more than any product page of the corpora has before its recommendations. */
const mostNodes = 15_000;
const mostRows = 24;
/** `NodeFilter.SHOW_TEXT`: content code has the global, tests do not always. */
const showText = 4;
/** Longest text node that can be a label, or a label with its value. */
const longestLine = 140;

/**
 * Names beside a label: cells, definition lists, label and value in elements side by side, and lines such as
 * "Brand: Kite". Reads each text node's length first, so that long texts and scripts cost nothing.
 */
export function collectRows(document: Document, found: FoundMakers): void {
  const { body } = document;
  if (!body) return;
  const walker = document.createTreeWalker(body, showText);
  let rows = 0;
  for (let seen = 0; seen < mostNodes && rows < mostRows; seen += 1) {
    const node = walker.nextNode() as Text | null;
    if (!node) return;
    const { length } = node;
    if (length < 2 || length > longestLine) continue;
    if (readLine(node, found)) rows += 1;
  }
}

/** @returns Whether the text began with a label. */
function readLine(node: Text, found: FoundMakers): boolean {
  const line = node.data.trim();
  if (line.length < 2) return false;
  const colon = line.search(/[:：]/u);
  const kind = labelKind(colon > 0 && colon < 40 ? line.slice(0, colon) : line);
  if (!kind) return false;
  const element = node.parentElement;
  if (!element || /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|BUTTON)$/u.test(element.tagName)) return false;
  const after = colon > 0 ? line.slice(colon + 1).trim() : "";
  found.add(kind, after === "" ? valueBeside(node, element, line) : firstPart(after));
  return true;
}

/** `Kite, Size: M` is `Kite`: other facts may follow in the same line. */
function firstPart(text: string): string {
  return text.split(/\s[|•·]\s|[;\n]|,\s+\p{Lu}[^,:]{0,30}:/u, 1)[0] ?? "";
}

/** The text after a label: its next sibling, or that of the element which holds nothing but the label. */
function valueBeside(node: Text, parent: Element, label: string): string | undefined {
  let at: Node = node;
  let around: Element | null = parent;
  for (let level = 0; level < 6 && around; level += 1) {
    const value = textAfter(at);
    if (value !== undefined) return value;
    // A cell above a column, a heading above a list: what holds more than the label is not beside it.
    if ((around.textContent ?? "").trim().length > label.length + 3) return undefined;
    // The next entry of a list or row of a table is another fact, or another place of a menu.
    if (/^(?:LI|TR|A|BUTTON|NAV)$/u.test(around.tagName)) return undefined;
    at = around;
    around = around.parentElement;
  }
  return undefined;
}

function textAfter(node: Node): string | undefined {
  let next = node.nextSibling;
  for (let steps = 0; next && steps < 6; steps += 1, next = next.nextSibling) {
    const text = next.nodeType === 1 ? elementText(next as Element) : (next.nodeValue ?? "");
    const bare = text.replace(/^[\s:：\u200e\u200f]+/u, "").trim();
    if (next.nodeType !== 8 && bare !== "") return bare.length > 300 ? undefined : bare;
    // Something that is no name stands there: what follows it is not beside the label.
    if (text === "" && next.nodeType === 1 && (next.textContent ?? "").trim() !== "") return undefined;
  }
  return undefined;
}
