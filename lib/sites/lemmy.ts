import type { Post } from "../model/post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { parseShownTime } from "./relative-time.ts";
import { parseScore } from "./score.ts";
import type { ShownTime } from "./shown-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

/**
 * Lemmy's own web client on any host: `.post-listing` and `article#comment-123` have stood since its first versions.
 * Its addresses are `/post/123`, `/comment/123`, `/u/anna@instance.example`. https://github.com/LemmyNet/lemmy-ui
 */
export const lemmy = defineSite({
  id: "lemmy",
  name: "Lemmy",
  kind: "posts",
  hosts: [],
  marks: ["lemmy"],
  expectsPosts: ({ pathname }) => /^\/(?:$|post\/|comment\/|c\/|u\/|home)/u.test(pathname),
  postSelector: '.post-listing,article[id^="comment-"]',
  readPost: (node, page) => (node.matches(".post-listing") ? readPost(node, page) : readComment(node, page)),
  chipLine: (node) => {
    const author = shown(node).querySelector(".person-listing");
    return author?.closest<HTMLElement>(".small,.row") ?? author?.parentElement ?? undefined;
  },
});

/** Some versions draw a post twice, for narrow and for wide windows, and hide one. */
function shown(node: HTMLElement): Element {
  return node.querySelector(".d-none.d-md-block") ?? node;
}

function readPost(node: HTMLElement, page: SitePage): Post | undefined {
  const view = shown(node);
  const title = view.querySelector("h1 a,h5 a,.post-title a,h1,h5");
  if (!title) return undefined;
  const own = view.querySelector('a[href^="/post/"]')?.getAttribute("href")?.split("?")[0];
  const isOwnPage = /^\/post\/\d+/u.test(page.url.pathname);
  const comments = view.querySelector('a[href*="scrollToComments"]');
  const preview = node.querySelector(".fade-preview");
  return threadPost(page, {
    url: own ?? (isOwnPage ? page.url.pathname : undefined),
    ...authorOf(view, page),
    time: timeOf(view, page.now),
    title: visibleLine(title, 400),
    bodies: [node.querySelector("#postContent .md-div,.md-div")],
    leadsTo: [title.getAttribute("href"), view.querySelector("a.fst-italic")?.getAttribute("href")],
    media: [...view.querySelectorAll(".post-picture,.img-expanded")],
    metrics: {
      score: parseScore(visibleLine(view.querySelector('.post-score,[id^="post-score"]'))),
      replies: parseCount(comments?.getAttribute("title") ?? visibleLine(comments)),
    },
    audience: "public",
    truncated: preview !== null,
  });
}

function readComment(node: HTMLElement, page: SitePage): Post | undefined {
  const id = /^comment-(\d{1,12})$/u.exec(node.id)?.[1];
  const body = node.querySelector(".comment-content,.md-div");
  if (!id || !body || isGone(body)) return undefined;
  return threadPost(page, {
    url: `/comment/${id}`,
    ...authorOf(node, page),
    time: timeOf(node, page.now),
    bodies: [body],
    skip: "pre.view-source",
    replyTo: parentOf(node, page),
    metrics: { score: parseScore(node.querySelector(".fw-bold[aria-label]")?.getAttribute("aria-label")) },
    audience: "public",
  });
}

/** Greyed out, in newer versions; in the others a single word in italics, in the reader's language. */
function isGone(body: Element): boolean {
  if (body.classList.contains("text-muted")) return true;
  const emphasis = body.querySelector("em");
  const text = visibleLine(body, 60);
  return emphasis !== null && text.length < 30 && !text.includes(" ") && visibleLine(emphasis, 60) === text;
}

function parentOf(node: Element, page: SitePage): string | undefined {
  const around = node.closest("li")?.parentElement?.closest("li");
  const parent = around?.querySelector('article[id^="comment-"]')?.id.slice("comment-".length);
  if (parent) return `/comment/${parent}`;
  return /^\/post\/\d+/u.exec(page.url.pathname)?.[0];
}

function authorOf(node: Element, page: SitePage): { name?: string; handle?: string; profile?: string } {
  const link = node.querySelector('a.person-listing[href*="/u/"],.person-listing a[href*="/u/"]');
  const profile = link?.getAttribute("href");
  const account = /\/u\/([^/?#]{1,200})$/u.exec(profile ?? "")?.[1];
  if (!profile || !account) return {};
  const name = visibleLine(link);
  return {
    ...(name !== "" && !name.startsWith("@") && name !== account ? { name } : {}),
    handle: account.includes("@") ? account : `${account}@${page.url.host}`,
    profile,
  };
}

/** The text is "2y" and the tip "Saturday, January 6th, 2024 at 3:04 PM"; of edited ones "Created: …" and more. */
function timeOf(node: Element, now: number): ShownTime | undefined {
  const shownTime = node.querySelector(".moment-time");
  const tip = shownTime?.getAttribute("data-tippy-content")?.split("\n")[0];
  const spoken = parseShownTime(tip?.replace(/^[^:\d]{1,30}:/u, ""), now);
  const isEdited = shownTime?.classList.contains("fst-italic") === true;
  return spoken ?? (isEdited ? undefined : parseShownTime(visibleLine(shownTime, 60), now));
}
