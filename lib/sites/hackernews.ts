import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import type { Post } from "../model/post.ts";
import { parseIsoTime } from "./element-time.ts";
import { parseShownTime } from "./relative-time.ts";
import type { ShownTime } from "./shown-time.ts";
import { plausibleTime } from "./shown-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const lists =
  /^\/(?:$|(?:news|newest|front|ask|show|shownew|item|threads|newcomments|best|bestcomments|active|submitted|favorites|launches|highlights|classic)$)/u;

/**
 * Hacker News. The cells `subtext` (the line below a title) and `default` (around a comment) have been called so since
 * 2007, the rows around them were renamed. Both eras are read.
 */
export const hackernews = defineSite({
  id: "hackernews",
  name: "Hacker News",
  kind: "posts",
  hosts: ["news.ycombinator.com"],
  expectsPosts: ({ pathname }) => lists.test(pathname),
  postSelector: "td.subtext,td.default",
  readPost: (node, page) =>
    node.classList.contains("subtext") ? readStory(node, page) : readComment(node, page),
  chipLine: (node) =>
    node.classList.contains("subtext")
      ? (node.querySelector<HTMLElement>(".subline") ?? node)
      : (node.querySelector<HTMLElement>(".comhead") ?? undefined),
});

function readStory(node: HTMLElement, page: SitePage): Post | undefined {
  const row = node.closest("tr");
  const titleRow = row?.previousElementSibling;
  const title = titleRow?.querySelector(".titleline a,td.title a");
  if (!row || !titleRow || !title) return undefined;
  const id = titleRow.id || /\d+$/u.exec(node.querySelector('[id^="score_"]')?.id ?? "")?.[0];
  const self = itemAddress(id, page);
  const lastLink = [...node.querySelectorAll("a")].at(-1);
  return threadPost(page, {
    url: self,
    ...authorOf(node),
    time: timeOf(node, page.now),
    title: visibleLine(title, 400),
    bodies: [storyText(row)],
    leadsTo: [title.getAttribute("href")],
    metrics: {
      score: parseCount(textOf(node, '[id^="score_"]')),
      // The last link says "discuss" where there is none.
      replies: /^\d/u.test(visibleLine(lastLink)) ? parseCount(visibleLine(lastLink)) : undefined,
    },
    audience: "public",
  });
}

/** The text of a story stands, on its own page alone, in one of the rows below. */
function storyText(row: Element): Element | undefined {
  const table = row.closest("table");
  if (!table || table.querySelectorAll("td.subtext").length !== 1) return undefined;
  const marked = table.querySelector(".toptext");
  if (marked) return marked;
  let next = row.nextElementSibling;
  for (let rows = 0; next && rows < 4; rows += 1, next = next.nextElementSibling) {
    const cell = next.lastElementChild;
    if (next.querySelector("form,input,td.default")) return undefined;
    if (cell && visibleLine(cell, 10) !== "") return cell;
  }
  return undefined;
}

function readComment(node: HTMLElement, page: SitePage): Post | undefined {
  const head = node.querySelector(".comhead");
  const body = node.querySelector(".commtext,.comment");
  // Deleted comments keep their place and lose their author.
  if (!head || !body || !head.querySelector(author)) return undefined;
  const self = [...head.querySelectorAll('a[href*="item?id="]')].find((link) => !isParentLink(link));
  const id = node.closest("tr.athing")?.id;
  return threadPost(page, {
    url: itemAddress(id, page) ?? self?.getAttribute("href"),
    ...authorOf(head),
    time: timeOf(head, page.now),
    bodies: [body],
    // "reply", and the line of dashes that stood there before.
    skip: '.reply,font[size="1"]',
    replyTo: parentOf(node, head, page),
    audience: "public",
  });
}

const author = 'a.hnuser,a[href*="user?id="]';

function authorOf(line: Element): { handle?: string; profile?: string | null } {
  const link = line.querySelector(author);
  return link ? { handle: visibleLine(link), profile: link.getAttribute("href") } : {};
}

function isParentLink(link: Element): boolean {
  return visibleLine(link, 20) === "parent";
}

/** On a story's page "parent" is a link within it, elsewhere one to an item; a comment at the top has none there. */
function parentOf(node: Element, head: Element, page: SitePage): string | undefined {
  const href = [...head.querySelectorAll("a")].find(isParentLink)?.getAttribute("href");
  if (href) return href.startsWith("#") ? itemAddress(href.slice(1), page) : href;
  const isTop = node.parentElement?.querySelector('td.ind[indent="0"]');
  const isOnStory = isTop && page.url.pathname === "/item";
  return isOnStory ? itemAddress(page.url.searchParams.get("id") ?? undefined, page) : undefined;
}

function itemAddress(id: string | undefined, page: SitePage): string | undefined {
  return id && /^\d{1,12}$/u.test(id) ? new URL(`/item?id=${id}`, page.url).href : undefined;
}

/** `title="2025-06-15T12:00:00 1750000000"`: the same second twice, first without its time zone, which is UTC. */
function timeOf(line: Element, now: number): ShownTime | undefined {
  const [iso, seconds] = line.querySelector(".age")?.getAttribute("title")?.split(" ") ?? [];
  if (seconds && /^\d{9,10}$/u.test(seconds)) return plausibleTime(Number(seconds) * 1_000, "second", now);
  if (iso) return parseIsoTime(`${iso}Z`, now);
  return parseShownTime(/\d+ [a-z]+ ago/u.exec(visibleLine(line, 300))?.[0], now);
}

function textOf(node: Element, selector: string): string {
  return visibleLine(node.querySelector(selector));
}
