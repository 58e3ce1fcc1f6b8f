import type { Post } from "../model/post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { timeOfElement, parseIsoTime } from "./element-time.ts";
import type { ShownTime } from "./shown-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const types = ["SocialMediaPosting", "DiscussionForumPosting", "Comment", "Review", "UserComments"];
const posts = types.map((type) => `[itemtype$="/${type}"]`).join();

/**
 * Posts, comments and reviews of any page that marks them with schema.org's microdata. What JSON-LD says of them cannot
 * be tied to a place in the page.
 */
export const schemaOrg = defineSite({
  id: "schema-org",
  name: "schema.org",
  kind: "posts",
  hosts: [],
  marks: ["schemaPosts"],
  anySoftware: true,
  expectsPosts: () => false,
  postSelector: posts,
  readPost,
  chipLine(node) {
    const author = propertyOf(node, "author", "creator");
    const line = author?.parentElement === node ? author : author?.parentElement;
    return line && visibleLine(line, 10) !== "" ? (line as HTMLElement) : undefined;
  },
});

function readPost(node: HTMLElement, page: SitePage): Post | undefined {
  // Marked in both ways: the other site reads it.
  if (node.matches(".h-entry,.h-review,.u-comment,.p-comment")) return undefined;
  const text = propertyOf(
    node,
    "reviewBody",
    "articleBody",
    "text",
    "commentText",
    "description",
    "sharedContent",
  );
  const isMeta = text?.tagName.toUpperCase() === "META";
  const name = valueOf(propertyOf(node, "headline", "name"));
  return threadPost(page, {
    url: urlOf(node),
    ...authorOf(node),
    time: timeOf(propertyOf(node, "datePublished", "dateCreated", "commentTime"), page.now),
    title: [name, isMeta ? valueOf(text) : ""].filter((piece) => piece !== "").join("\n\n"),
    bodies: [isMeta ? undefined : text],
    skip: posts,
    media: [
      ...(propertyOf(node, "image")?.matches("img") ? node.querySelectorAll('img[itemprop~="image"]') : []),
    ].slice(0, 10),
    replyTo: parentOf(node),
    metrics: {
      score: scoreOf(node),
      replies: parseCount(valueOf(propertyOf(node, "commentCount", "answerCount"))),
    },
    audience: "unknown",
  });
}

/** A property of this item, and not of one within it; the first of several names that it has. */
function propertyOf(item: Element, ...names: readonly string[]): Element | undefined {
  for (const name of names) {
    let seen = 0;
    for (const element of item.querySelectorAll(`[itemprop~="${name}"]`)) {
      seen += 1;
      if (seen > 100) break;
      if (element.parentElement?.closest("[itemscope]") === item) return element;
    }
  }
  return undefined;
}

function valueOf(element: Element | undefined): string {
  if (!element) return "";
  const written =
    element.getAttribute("content") ?? (element.matches("data,meter") ? element.getAttribute("value") : null);
  return written?.trim().slice(0, 5_000) ?? visibleLine(element, 400);
}

function addressOf(element: Element | undefined): string | null | undefined {
  return element?.getAttribute("href") ?? element?.getAttribute("src") ?? element?.getAttribute("content");
}

function urlOf(item: Element): string | null | undefined {
  const itemId = item.getAttribute("itemid");
  return (
    addressOf(propertyOf(item, "url", "mainEntityOfPage", "discussionUrl")) ??
    (itemId && /^https?:/u.test(itemId) ? itemId : undefined)
  );
}

/** A text, or an item of its own with a name and an address. */
function authorOf(item: Element): { name?: string; profile?: string | null | undefined } {
  const author = propertyOf(item, "author", "creator");
  if (!author) return {};
  const isItem = author.hasAttribute("itemscope");
  const name = valueOf(isItem ? (propertyOf(author, "name") ?? author) : author);
  const link = isItem
    ? (propertyOf(author, "url", "sameAs") ?? author.querySelector("a[href]") ?? undefined)
    : author;
  return name === ""
    ? {}
    : { name, profile: link?.getAttribute("href") ?? (isItem ? addressOf(link) : undefined) };
}

function timeOf(element: Element | undefined, now: number): ShownTime | undefined {
  return parseIsoTime(element?.getAttribute("content"), now) ?? timeOfElement(element, now);
}

function parentOf(node: Element): string | null | undefined {
  const marked = addressOf(propertyOf(node, "parentItem"));
  const around = node.parentElement?.closest(posts);
  return marked ?? (around ? urlOf(around) : undefined);
}

function scoreOf(node: Element): number | undefined {
  const up = parseCount(valueOf(propertyOf(node, "upvoteCount")));
  return up === undefined ? undefined : up - (parseCount(valueOf(propertyOf(node, "downvoteCount"))) ?? 0);
}
