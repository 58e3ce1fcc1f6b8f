import { maxTextDepth, maxTextLength, maxTextNodes } from "./text-bounds.ts";

export interface TextOptions {
  /** Elements that are not part of this text: nested posts, names, buttons that look like text. */
  readonly skip?: (element: Element) => boolean;
  /** The page sets `white-space: pre-wrap` here, so that line feeds in its source are shown. */
  readonly keepNewlines?: boolean;
  /** The page lays boxes out within the line here, as X does with names: they do not break it. */
  readonly inlineBlocks?: boolean;
  /** In characters. */
  readonly limit?: number;
}

interface Walk {
  text: string;
  visited: number;
  readonly options: TextOptions;
  readonly limit: number;
}

const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);
/** Never part of what somebody wrote. Buttons among them: "see more", "translate", counters. */
const unread = new Set(
  "AUDIO BUTTON CANVAS IFRAME INPUT MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO".split(
    " ",
  ),
);
/** How the platforms call what only screen readers get, as whole words of `class`. */
const hiddenClass =
  /(?:^|\s)(?:visually-?hidden|sr-only|screen-?reader(?:-only|-text)?|u-hiddenVisually|invisible|a11y-text|hidden_elem|text_exposed_hide)(?:\s|$)/iu;
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** Marks of direction and of nothing. The joiners stay: emoji and some scripts need them. */
const invisible = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/gu;
const pictograph = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** What a reader of the page sees of a piece of it as plain text: line breaks kept, emoji pictures as emoji. */
export function visibleText(root: Node, options: TextOptions = {}): string {
  const walk: Walk = { text: "", visited: 0, options, limit: options.limit ?? maxTextLength + 1 };
  walkChildren(walk, root, 0);
  const tidy = walk.text
    .replaceAll(/ *\n */gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
  return wellFormed(tidy.slice(0, walk.limit));
}

/** The same on one line: names, labels, counts. */
export function visibleLine(root: Node | null | undefined, limit = 200): string {
  if (!root) return "";
  return visibleText(root, { limit }).replaceAll(/\s+/gu, " ");
}

function walkChildren(walk: Walk, parent: Node, depth: number): void {
  let child = parent.firstChild;
  while (child && walk.visited < maxTextNodes && walk.text.length < walk.limit) {
    walk.visited += 1;
    if (child.nodeType === 3) addText(walk, child.nodeValue ?? "");
    else if (child.nodeType === 1) walkElement(walk, child as Element, depth);
    child = child.nextSibling;
  }
}

function walkElement(walk: Walk, element: Element, depth: number): void {
  const tag = element.tagName.toUpperCase();
  if (tag === "BR") addBreak(walk, true);
  else if (tag === "IMG") addEmoji(walk, element);
  else if (depth < maxTextDepth && !unread.has(tag) && !isHidden(element) && !walk.options.skip?.(element)) {
    const isBlock = blocks.has(tag) && !walk.options.inlineBlocks;
    if (isBlock) addBreak(walk, false);
    walkChildren(walk, element, depth + 1);
    if (isBlock) addBreak(walk, false);
  }
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden") || element.getAttribute("role") === "button") return true;
  const classes = element.getAttribute("class");
  if (classes && classes.length < 2_000 && hiddenClass.test(classes)) return true;
  const style = element.getAttribute("style");
  return style !== null && style.length < 2_000 && hiddenStyle.test(style);
}

function addText(walk: Walk, value: string): void {
  const room = walk.limit - walk.text.length;
  // Four times the room: white space folds away, and a text node may be megabytes.
  const piece = value
    .slice(0, room * 4)
    .replaceAll(invisible, "")
    .replaceAll(walk.options.keepNewlines ? /[^\S\n]+/gu : /\s+/gu, " ");
  const startsLine = walk.text === "" || walk.text.endsWith("\n") || walk.text.endsWith(" ");
  walk.text += (startsLine && piece.startsWith(" ") ? piece.slice(1) : piece).slice(0, room);
}

/** Emoji and custom emoji are pictures whose `alt` is the emoji. Other pictures are media, not text. */
function addEmoji(walk: Walk, image: Element): void {
  const alt = image.getAttribute("alt") ?? "";
  if (alt.length === 0 || alt.length > 32) return;
  const looks = `${image.getAttribute("class") ?? ""} ${image.getAttribute("src") ?? ""}`.slice(0, 500);
  if (pictograph.test(alt) || /emoji|emote/iu.test(looks)) addText(walk, alt);
}

function addBreak(walk: Walk, always: boolean): void {
  if (walk.text === "" && !always) return;
  if (always || !walk.text.trimEnd().endsWith("\n"))
    walk.text += walk.text.endsWith("\n") && !always ? "" : "\n";
}

/** A cut in the middle of an emoji leaves half of it. */
function wellFormed(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
