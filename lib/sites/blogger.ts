import type { Post } from "../model/post.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { parseShownTime } from "./relative-time.ts";
import type { ShownTime } from "./shown-time.ts";
import { plausibleTime } from "./shown-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const threaded = "li.comment[id^=c],.comment-replies li[id^=c]";
const flat = "dt[id^=c],dt.comment-author";

/**
 * Comments of Blogger, on blogspot hosts and others. Its own script draws the threads (`#comment-holder`); older
 * templates list them as `dt`, `dd`, `dd`.
 */
export const blogger = defineSite({
  id: "blogger",
  name: "Blogger",
  kind: "posts",
  hosts: [],
  marks: ["blogger"],
  expectsPosts: ({ hash, search }) => /^#c\d{6}/u.test(hash) || search.includes("showComment="),
  postSelector: `${threaded},${flat}`,
  readPost: (node, page) => (node.matches(flat) ? readFlat(node, page) : readThreaded(node, page)),
  chipLine: (node) =>
    node.matches(flat) ? node : (node.querySelector<HTMLElement>(".comment-header") ?? undefined),
});

function readThreaded(node: HTMLElement, page: SitePage): Post | undefined {
  // The first of each is its own: replies come after it.
  const block = node.querySelector(".comment-block") ?? node;
  const body = block.querySelector(".comment-content");
  // "This comment has been removed by the author."
  if (!idOf(node) || !body || body.querySelector(".deleted-comment")) return undefined;
  const user = block.querySelector(".user");
  const date = block.querySelector(".datetime a");
  const parent = node.parentElement?.closest<HTMLElement>(threaded);
  return threadPost(page, {
    url: date?.getAttribute("href"),
    name: visibleLine(user),
    profile: user?.querySelector("a")?.getAttribute("href"),
    time: timeOf(date, page.now),
    bodies: [body],
    skip: ".comment-replies,.comment-actions",
    replyTo: parent?.querySelector(".datetime a")?.getAttribute("href") ?? postOf(page),
    audience: "public",
  });
}

/** `dt.comment-author`, then `dd.comment-body`, then `dd.comment-footer`. */
function readFlat(node: HTMLElement, page: SitePage): Post | undefined {
  const body = node.nextElementSibling;
  const footer = body?.nextElementSibling;
  if (!body?.matches("dd") || body.querySelector(".deleted-comment")) return undefined;
  const date = footer?.matches("dd") ? footer.querySelector('a[href*="#c"]') : null;
  const link = node.querySelector('a[rel*="nofollow"],a[href*="/profile/"]');
  return threadPost(page, {
    url: date?.getAttribute("href"),
    name: visibleLine(link ?? node).replace(
      /\s+(?:said|hat gesagt|dijo|disse|ha detto|a dit)\s*(?:\.{3}|…)$|\s*(?:\.{3}|…)$/u,
      "",
    ),
    profile: link?.getAttribute("href"),
    time: timeOf(date, page.now),
    bodies: [body],
    replyTo: postOf(page),
    audience: "public",
  });
}

function idOf(node: Element): string | undefined {
  return /^c\d{5,25}$/u.exec(node.id)?.[0];
}

function postOf(page: SitePage): string {
  return page.url.origin + page.url.pathname;
}

/** `?showComment=1494425649856#c…` is the millisecond; the text is a date in the blog's language. */
function timeOf(link: Element | null | undefined, now: number): ShownTime | undefined {
  const milliseconds = /[?&]showComment=(\d{12,13})(?:[&#]|$)/u.exec(link?.getAttribute("href") ?? "")?.[1];
  if (milliseconds) return plausibleTime(Number(milliseconds), "second", now);
  return parseShownTime(visibleLine(link, 80), now);
}
