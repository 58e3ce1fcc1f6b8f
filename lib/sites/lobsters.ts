import type { Post } from "../model/post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { parseIsoTime } from "./element-time.ts";
import { parseShownTime } from "./relative-time.ts";
import { parseScore } from "./score.ts";
import type { ShownTime } from "./shown-time.ts";
import { plausibleTime } from "./shown-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

/** Lobsters: `data-shortid` is what its own script works with. https://github.com/lobsters/lobsters */
export const lobsters = defineSite({
  id: "lobsters",
  name: "Lobsters",
  kind: "posts",
  hosts: ["lobste.rs"],
  expectsPosts: ({ pathname }) =>
    /^\/(?:$|page\/|active|recent|newest|top|comments|threads|t\/|s\/|domains\/|~[^/]+\/(?:stories|threads))/u.test(
      pathname,
    ),
  postSelector: "li.story[data-shortid],div.comment[data-shortid]",
  readPost: (node, page) =>
    node.classList.contains("story") ? readStory(node, page) : readComment(node, page),
  chipLine: (node) => node.querySelector<HTMLElement>(".byline") ?? undefined,
});

function readStory(node: HTMLElement, page: SitePage): Post | undefined {
  const title = node.querySelector("a.u-url,.link a");
  // Removed stories keep their row without the link.
  if (!title) return undefined;
  const isAlone = node.ownerDocument.querySelectorAll("li.story").length === 1;
  const below = isAlone ? node.ownerDocument.querySelector(".story_text") : null;
  return threadPost(page, {
    url: node.querySelector(".comments_label a")?.getAttribute("href") ?? address("s", node),
    ...authorOf(node),
    time: timeOf(node, page.now),
    title: visibleLine(title, 400),
    bodies: [node.querySelector(".story_content") ?? below],
    leadsTo: [title.getAttribute("href")],
    metrics: {
      score: parseScore(visibleLine(node.querySelector(".score"))),
      replies: parseCount(visibleLine(node.querySelector(".comments_label a"))),
    },
    audience: "public",
  });
}

function readComment(node: HTMLElement, page: SitePage): Post | undefined {
  const body = node.querySelector(".comment_text");
  // "[Comment removed by author]"
  if (!body || body.querySelector(".na") || !node.dataset["shortid"]) return undefined;
  return threadPost(page, {
    url: node.querySelector('.byline a[href*="#c_"]')?.getAttribute("href") ?? address("c", node),
    ...authorOf(node),
    time: timeOf(node, page.now),
    bodies: [body],
    replyTo: parentOf(node),
    metrics: { score: parseScore(visibleLine(node.querySelector(".score"))) },
    audience: "public",
  });
}

/** The comment whose list of replies this one stands in, else the story of the page. */
function parentOf(node: HTMLElement): string | undefined {
  const subtree = node.closest("li.comments_subtree")?.parentElement?.closest("li.comments_subtree");
  const parent = subtree?.querySelector<HTMLElement>("div.comment[data-shortid]");
  if (parent) return address("c", parent);
  const stories = node.ownerDocument.querySelectorAll<HTMLElement>("li.story[data-shortid]");
  return stories.length === 1 && stories[0] ? address("s", stories[0]) : undefined;
}

function address(kind: "s" | "c", node: HTMLElement): string | undefined {
  const id = node.dataset["shortid"];
  return id && /^[a-z0-9]{4,12}$/u.test(id) ? `/${kind}/${id}` : undefined;
}

function authorOf(node: Element): { handle?: string; profile?: string | null } {
  const links = node.querySelectorAll('.byline a[href^="/~"],.byline a[href^="/u/"]');
  // The first leads there too, around the picture.
  const link = [...links].find((one) => visibleLine(one) !== "");
  return link ? { handle: visibleLine(link), profile: link.getAttribute("href") } : {};
}

function timeOf(node: Element, now: number): ShownTime | undefined {
  const shown = node.querySelector(".byline time") ?? node.querySelector('.byline [title^="20"]');
  const seconds = shown?.getAttribute("data-at-unix");
  if (seconds && /^\d{9,10}$/u.test(seconds)) return plausibleTime(Number(seconds) * 1_000, "second", now);
  // "2024-05-03 10:11:12 -0500"; newer ones leave out the server's time zone.
  const title = shown?.getAttribute("title");
  if (title && /[+-]\d{4}$/u.test(title)) return parseIsoTime(title, now);
  return parseShownTime(visibleLine(shown), now);
}
