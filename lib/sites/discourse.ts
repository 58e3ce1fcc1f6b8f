import type { Post, PostAudience } from "../model/post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { parseIsoTime, timeOfElement } from "./element-time.ts";
import type { ShownTime } from "./shown-time.ts";
import { plausibleTime } from "./shown-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const inClient = "article[data-post-id]";
const forCrawlers = '.crawler-post,[itemtype$="/DiscussionForumPosting"]';

/**
 * Discourse forums on any host: the client's `article[data-post-id]`, which its plugins build on, and the page for
 * readers without scripts. https://github.com/discourse/discourse
 */
export const discourse = defineSite({
  id: "discourse",
  name: "Discourse",
  kind: "posts",
  hosts: [],
  marks: ["discourse"],
  expectsPosts: ({ pathname }) => /\/t\/[^/]+/u.test(pathname),
  postSelector: `${inClient},${forCrawlers}`,
  readPost: (node, page) => (node.matches(inClient) ? readPost(node, page) : readCrawlerPost(node, page)),
  chipLine: (node) =>
    node.querySelector<HTMLElement>(".topic-meta-data,.crawler-post-meta,.creator") ?? undefined,
});

/** Words of others, and cards that Discourse makes of links. */
const foreign =
  "aside.quote,aside.onebox .onebox-body,aside.onebox header,.onebox-metadata,.badge-notification,.lightbox .meta,.cooked-selection-barrier,.embedded-posts";

function readPost(node: HTMLElement, page: SitePage): Post | undefined {
  const body = node.querySelector(".cooked");
  const around = node.closest(".topic-post") ?? node;
  // The deleted are shown to moderators, folded texts of flagged posts to those who ask.
  if (!body || around.matches(".deleted,.post--deleted") || body.closest(".post-hidden,.post--hidden"))
    return undefined;
  const date = node.querySelector("a.post-date");
  return threadPost(page, {
    url: date?.getAttribute("href")?.split("?")[0],
    ...authorOf(node),
    time: timeOf(date, page.now),
    bodies: [body],
    skip: foreign,
    leadsTo: oneboxes(body),
    replyTo: node.querySelector(".reply-to-tab") ? undefined : topicOf(page, node.id),
    metrics: {
      likes: parseCount(
        visibleLine(node.querySelector(".like-count,.reactions-counter,.discourse-reactions-counter")),
      ),
      replies: parseCount(visibleLine(node.querySelector(".show-replies"))),
    },
    audience: around.matches(".whisper,.post--whisper") ? "restricted" : audienceOf(node),
  });
}

function readCrawlerPost(node: HTMLElement, page: SitePage): Post | undefined {
  // The topic is one item around all its posts.
  if (node.querySelector(".crawler-post")) return undefined;
  const body = node.querySelector('.post,[itemprop="text"],[itemprop="articleBody"]');
  const creator = node.querySelector(".creator");
  if (!body || !creator) return undefined;
  const link = creator.querySelector("a");
  const likes = node.querySelector('[itemprop="userInteractionCount"]')?.getAttribute("content");
  const number = /^post_(\d+)$/u.exec(node.id)?.[1];
  return threadPost(page, {
    url: number === "1" ? topicOf(page) : number && `${topicOf(page) ?? ""}/${number}`,
    handle: visibleLine(link ?? creator),
    profile: link?.getAttribute("href"),
    time: parseIsoTime(node.querySelector("time")?.getAttribute("datetime"), page.now),
    bodies: [body],
    skip: foreign,
    leadsTo: oneboxes(body),
    replyTo: topicOf(page, node.id),
    metrics: { likes: parseCount(likes) },
    audience: audienceOf(node),
  });
}

function authorOf(node: Element): { name?: string; handle?: string; profile?: string | null } {
  const link = node.querySelector(".names .username a,.names a[data-user-card],a[data-user-card]");
  const handle = link?.getAttribute("data-user-card");
  if (!link || !handle) return {};
  return {
    name: visibleLine(node.querySelector(".names .full-name")),
    handle,
    profile: link.getAttribute("href"),
  };
}

function timeOf(date: Element | null, now: number): ShownTime | undefined {
  const shown = date?.querySelector(".relative-date");
  const milliseconds = shown?.getAttribute("data-time") ?? "";
  if (/^\d{12,13}$/u.test(milliseconds)) return plausibleTime(Number(milliseconds), "second", now);
  return timeOfElement(shown, now);
}

function oneboxes(body: Element): (string | null)[] {
  return [...body.querySelectorAll("aside.onebox[data-onebox-src]")].map((card) =>
    card.getAttribute("data-onebox-src"),
  );
}

/** The first post is the topic and answers nothing; one without a mark of its own answers the topic. */
function topicOf(page: SitePage, postId = ""): string | undefined {
  if (postId === "post_1") return undefined;
  const path = /^(.*?\/t\/(?:[^/]+\/)?\d+)(?:\/|$)/u.exec(page.url.pathname)?.[1];
  return path && path.length < 500 ? path : undefined;
}

function audienceOf(node: Element): PostAudience {
  if (node.closest("body.archetype-private_message")) return "restricted";
  return node.closest("html.anon,body.crawler") ? "public" : "unknown";
}
