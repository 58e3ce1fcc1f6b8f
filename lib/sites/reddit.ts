import type { Post, PostAudience } from "../model/post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { readReddit2008, thing2008 } from "./earlier/reddit-2008.ts";
import { posts2018, readReddit2018 } from "./earlier/reddit-2018.ts";
import { parseIsoTime } from "./element-time.ts";
import { ownParts } from "./own-parts.ts";
import { parseScore } from "./score.ts";
import { threadPost } from "./thread-post.ts";

const posts = "shreddit-post,shreddit-comment";

/**
 * Reddit in its three generations: web components whose attributes carry everything (since 2023), old.reddit.com with
 * its `data-` attributes, and the redesign between them, which lives on in saved pages.
 */
export const reddit = defineSite({
  id: "reddit",
  name: "Reddit",
  kind: "posts",
  hosts: ["reddit.com"],
  expectsPosts: ({ pathname }) =>
    /^\/(?:$|(?:best|new|top|hot)\b|r\/[^/]+(?:\/(?:$|comments\/|best|new|top|hot|rising)|$)|u(?:ser)?\/)/u.test(
      pathname,
    ),
  postSelector: `${posts},${thing2008},${posts2018}`,
  readPost(node, page) {
    if (node.matches("shreddit-post")) return readPost(node, page);
    if (node.matches("shreddit-comment")) return readComment(node, page);
    return node.matches(thing2008) ? readReddit2008(node, page) : readReddit2018(node, page);
  },
  chipLine(node) {
    if (node.matches(posts)) return ownParts(node, posts).first('[slot="credit-bar"],[slot="commentMeta"]');
    if (node.matches(thing2008)) return ownParts(node, ".thing").first(".tagline");
    return ownParts(node, posts2018).first(
      '[data-testid="post-comment-header"],[data-adclicklocation="top_bar"]',
    );
  },
});

function readPost(node: HTMLElement, page: SitePage): Post | undefined {
  const title = node.getAttribute("post-title") ?? "";
  if (title === "" || isGone(title)) return undefined;
  const own = ownParts(node, posts);
  const body = own.first('[slot="text-body"]');
  const isPicture = /^(?:image|gallery|video|gif)$/u.test(node.getAttribute("post-type") ?? "");
  return threadPost(page, {
    url: node.getAttribute("permalink"),
    ...authorOf(node),
    time: parseIsoTime(node.getAttribute("created-timestamp"), page.now),
    title,
    bodies: [isGone(body?.textContent) ? undefined : body],
    leadsTo: [isPicture ? undefined : node.getAttribute("content-href")],
    media: own.all('[slot="post-media-container"] img[src]'),
    metrics: {
      score: parseScore(node.getAttribute("score")),
      replies: parseCount(node.getAttribute("comment-count")),
    },
    audience: audienceOf(node),
    // Lists show the beginning of a text; only its own page has all of it.
    truncated: body !== undefined && !page.url.pathname.includes("/comments/"),
  });
}

function readComment(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, posts);
  const body = own.first('[slot="comment"]');
  if (!body || isGone(body.textContent)) return undefined;
  const time = own.first('[slot="commentMeta"] time')?.getAttribute("datetime");
  return threadPost(page, {
    url: node.getAttribute("permalink"),
    ...authorOf(node),
    time: parseIsoTime(node.getAttribute("created") ?? time, page.now),
    bodies: [body],
    replyTo: parentOf(node),
    metrics: { score: parseScore(node.getAttribute("score")) },
    audience: audienceOf(node),
  });
}

/** The comment around it, else the post whose address its own begins with. */
function parentOf(node: HTMLElement): string | null | undefined {
  const parent = node.parentElement?.closest("shreddit-comment");
  if (parent) return parent.getAttribute("permalink");
  if (node.getAttribute("depth") !== "0") return undefined;
  return /^\/[^?#]{1,120}?\/comments\/[a-z0-9]{1,12}\//u.exec(node.getAttribute("permalink") ?? "")?.[0];
}

function authorOf(node: HTMLElement): { handle?: string; profile?: string } {
  const handle = node.getAttribute("author");
  return handle && /^[\w-]{1,40}$/u.test(handle) ? { handle, profile: `/user/${handle}/` } : {};
}

/** What stands in the place of a text that its author or a moderator took away. */
function isGone(text: string | null | undefined): boolean {
  const start = text?.slice(0, 300).trim() ?? "";
  return /^(?:\[ ?(?:deleted|removed)[^\]]{0,60}\]|comment (?:deleted by user|removed by moderator))$/iu.test(
    start,
  );
}

/** What a reader without an account sees, everybody does; private communities look like others to their members. */
function audienceOf(node: HTMLElement): PostAudience {
  return node.closest("shreddit-app")?.getAttribute("user-logged-in") === "false" ? "public" : "unknown";
}
