import type { Post } from "../../model/post.ts";
import { parseCount } from "../counts.ts";
import type { SitePage } from "../define-site.ts";
import { parseShownTime } from "../relative-time.ts";
import { threadPost } from "../thread-post.ts";
import { visibleLine } from "../visible-text.ts";

/** Reddit's redesign of 2018 to 2024: generated class names, but test ids on every part. Comments stand side by side. */
export const posts2018 = '[data-testid="post-container"],.Comment[class*="t1_"]';

export function readReddit2018(node: HTMLElement, page: SitePage): Post | undefined {
  return node.dataset["testid"] === "post-container" ? readPost(node, page) : readComment(node, page);
}

function readPost(node: HTMLElement, page: SitePage): Post | undefined {
  const title = node.querySelector("h1,h3");
  // Advertisements have no time.
  if (!title || !node.querySelector('[data-testid="post_timestamp"]')) return undefined;
  const own = node.querySelector('a[data-click-id="body"],a[data-click-id="comments"]')?.getAttribute("href");
  return threadPost(page, {
    url: own ?? (page.url.pathname.includes("/comments/") ? page.url.href : undefined),
    ...authorOf(node.querySelector('[data-testid="post_author_link"]')),
    time: parseShownTime(textOf(node, '[data-testid="post_timestamp"]'), page.now),
    title: visibleLine(title, 400),
    bodies: [node.querySelector('[data-click-id="text"],.RichTextJSON-root')],
    leadsTo: [node.querySelector('a[data-testid="outbound-link"]')?.getAttribute("href")],
    metrics: {
      score: parseCount(textOf(node, '[id^="vote-arrows-"]')),
      replies: parseCount(textOf(node, '[data-test-id="comments-page-link-num-comments"]')),
    },
    audience: "unknown",
  });
}

function readComment(node: HTMLElement, page: SitePage): Post | undefined {
  const body = node.querySelector('[data-testid="comment"]');
  // Deleted comments have a header of another name and no body.
  if (!body) return undefined;
  const time = node.querySelector('[data-testid="comment_timestamp"]');
  return threadPost(page, {
    url: time?.getAttribute("href"),
    ...authorOf(node.querySelector('[data-testid="comment_author_link"]')),
    time: parseShownTime(visibleLine(time), page.now),
    bodies: [body],
    metrics: { score: parseCount(textOf(node, '[id^="vote-arrows-"]')) },
    audience: "unknown",
  });
}

function authorOf(link: Element | null): { handle?: string; profile?: string | null } {
  const handle = visibleLine(link).replace(/^u\//u, "");
  return link && handle !== "" ? { handle, profile: link.getAttribute("href") } : {};
}

function textOf(node: Element, selector: string): string {
  return visibleLine(node.querySelector(selector));
}
