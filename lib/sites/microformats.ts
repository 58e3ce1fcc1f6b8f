import type { Post } from "../model/post.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import {
  dateValue,
  isRoot,
  plainValue,
  propertiesOf,
  propertyOf,
  urlValue,
} from "./microformat-properties.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine, visibleText } from "./visible-text.ts";

const roots = ".h-entry,.h-review,.h-cite,.hentry,.hreview";

/** What a property is called in version 2, then in the time before. */
const names = {
  author: ["p-author", "u-author", "p-reviewer"],
  name: ["p-name"],
  content: ["e-content", "p-content"],
  summary: ["p-summary"],
  published: ["dt-published", "dt-reviewed", "dt-updated"],
  url: ["u-url", "u-uid"],
  replyTo: ["u-in-reply-to", "p-in-reply-to"],
  media: ["u-photo", "u-video", "u-audio"],
  item: ["p-item"],
} as const;
const classicNames = {
  ...names,
  author: ["author", "reviewer"],
  name: ["entry-title", "summary"],
  content: ["entry-content", "description"],
  summary: ["entry-summary"],
  published: ["published", "dtreviewed", "updated"],
  url: ["permalink"],
  media: ["photo"],
  item: ["item"],
} as const;

/**
 * Posts and reviews of any page that marks them with microformats: notes, articles, replies and comments (`h-entry`,
 * `h-cite`), reviews (`h-review`), and both as they were called before version 2.
 */
export const microformats = defineSite({
  id: "microformats",
  name: "Microformats",
  kind: "posts",
  hosts: [],
  marks: ["hentry"],
  anySoftware: true,
  expectsPosts: () => false,
  postSelector: roots,
  readPost,
  chipLine(node) {
    const { author, published } = namesOf(node);
    const part = propertyOf(node, ...author) ?? datedBy(node, published);
    const line = part?.parentElement === node ? part : part?.parentElement;
    return line && visibleLine(line, 10) !== "" ? (line as HTMLElement) : undefined;
  },
});

function readPost(node: HTMLElement, page: SitePage): Post | undefined {
  // A citation is a post where it is a comment; elsewhere it is what a post answers or likes.
  if (isMf2(node) && node.matches(".h-cite:not(.u-comment):not(.p-comment)")) return undefined;
  if (node.matches(".h-feed,.hfeed") || node.closest("template")) return undefined;
  const known = namesOf(node);
  const content = propertiesOf(node, known.content);
  const bodies = content.length > 0 ? content.slice(0, 3) : propertiesOf(node, known.summary).slice(0, 1);
  const author = authorOf(node);
  const time = dateValue(datedBy(node, known.published), page.now);
  // Themes mark teasers and whole articles alike as `hentry`; one without name and time is no post.
  if (!isMf2(node) && !(author.name && time)) return undefined;
  return threadPost(page, {
    url: urlOf(node),
    ...author,
    time,
    title: titleOf(node, bodies),
    bodies,
    skip: `${roots},.sharedaddy,.wpcnt`,
    leadsTo: [urlValue(propertyOf(node, ...known.item)?.querySelector(".u-url,.url") ?? undefined)],
    media: propertiesOf(node, known.media).filter((one) => /^(?:img|video|audio)$/iu.test(one.tagName)),
    replyTo: urlValue(replyTarget(node, known.replyTo)),
    audience: "unknown",
  });
}

function isMf2(node: Element): boolean {
  return node.matches(".h-entry,.h-review,.h-cite");
}

function namesOf(node: Element): { readonly [Key in keyof typeof names]: readonly string[] } {
  return isMf2(node) ? names : classicNames;
}

/** The name, unless it only repeats the beginning of the text, as notes' names do; a review's else is its item's. */
function titleOf(node: Element, bodies: readonly Element[]): string {
  const known = namesOf(node);
  const item = propertyOf(node, ...known.item);
  const itemName = plainValue(item && (item.querySelector(".p-name,.fn") ?? item));
  const name =
    plainValue(propertyOf(node, ...known.name)) ||
    (bodies.length === 0 && isMf2(node) ? impliedName(node) : "");
  const start = bodies[0] ? visibleText(bodies[0], { limit: 400 }).replaceAll(/\s+/gu, " ") : "";
  const pieces = [itemName, name].filter(
    (piece) => piece !== "" && !start.startsWith(piece.replace(/…$/u, "")),
  );
  return [...new Set(pieces)].join("\n");
}

/** Without any property, an entry is its whole text. https://microformats.org/wiki/microformats2-parsing */
function impliedName(node: Element): string {
  const hasProperties = node.querySelector('[class*="p-"],[class*="e-"],[class*="h-"]');
  return hasProperties ? "" : visibleLine(node, 400);
}

function authorOf(node: Element): { name?: string; profile?: string | null | undefined } {
  const feed = node.parentElement?.closest(".h-feed");
  const author =
    propertyOf(node, ...namesOf(node).author) ?? (feed ? propertyOf(feed, ...names.author) : undefined);
  if (!author) return {};
  const card = isRoot(author) ? author : (author.querySelector(".h-card,.vcard") ?? author);
  const name = plainValue(propertyOf(card, "p-name", "fn", "n") ?? card);
  const link =
    propertyOf(card, "u-url", "url") ??
    (card.matches("a[href]") ? card : (card.querySelector("a[href]") ?? undefined));
  return name === "" || /^https?:/u.test(name) ? {} : { name, profile: link ? urlValue(link) : undefined };
}

/** Published before updated, whichever stands first. */
function datedBy(node: Element, published: readonly string[]): Element | undefined {
  for (const name of published) {
    const element = propertyOf(node, name);
    if (element) return element;
  }
  return undefined;
}

function urlOf(node: Element): string | null | undefined {
  const marked = propertyOf(node, ...namesOf(node).url);
  if (marked || isMf2(node)) return urlValue(marked);
  return node.querySelector('a[rel~="bookmark"]')?.getAttribute("href");
}

/** The link itself, or within the citation of what it answers. */
function replyTarget(node: Element, replyTo: readonly string[]): Element | undefined {
  const target = propertyOf(node, ...replyTo);
  if (target) return isRoot(target) ? (propertyOf(target, "u-url") ?? target) : target;
  return undefined;
}
