import type { Post, PostAudience } from "../model/post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { parseIsoTime } from "./element-time.ts";
import { plausibleTime } from "./shown-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const preview = ".tgme_widget_message[data-post]";
const clientK = ".bubble[data-mid][data-peer-id]";
const clientA = ".Message[data-message-id]";

/**
 * Telegram: the public pages of channels (`t.me/s/…`) and posts embedded anywhere (`data-post` is what its own script
 * looks for), and both web clients. Talks between two people are no posts and are not read.
 */
export const telegram = defineSite({
  id: "telegram",
  name: "Telegram",
  kind: "posts",
  hosts: ["t.me", "telegram.me", "web.telegram.org"],
  expectsPosts: ({ pathname, hostname, hash }) =>
    hostname === "web.telegram.org" ? /^#(?:-\d|@)/u.test(hash) : pathname.startsWith("/s/"),
  postSelector: `${preview},${clientK},${clientA}`,
  readPost(node, page) {
    if (node.matches(preview)) return readPreview(node, page);
    return node.matches(clientK) ? readClientK(node, page) : readClientA(node, page);
  },
  chipLine: (node) =>
    node.querySelector<HTMLElement>(
      ".tgme_widget_message_author,.tgme_widget_message_info,.bubble .name,.message-title",
    ) ?? undefined,
});

function readPreview(node: HTMLElement, page: SitePage): Post | undefined {
  const address = /^(\w{3,40})\/(\d{1,12})$/u.exec(node.dataset["post"] ?? "");
  // "Channel created", "pinned a message"
  if (!address || node.classList.contains("service_message")) return undefined;
  const [, channel] = address;
  return threadPost(page, {
    url: `https://t.me/${address[0]}`,
    name: visibleLine(node.querySelector(".tgme_widget_message_owner_name,.tgme_widget_message_from_author")),
    handle: channel,
    profile: `https://t.me/${channel}`,
    time: parseIsoTime(
      node.querySelector(".tgme_widget_message_date time,time[datetime]")?.getAttribute("datetime"),
      page.now,
    ),
    // The message it answers is quoted in an element of a like name.
    bodies: [
      outermost(node, ".tgme_widget_message_text.js-message_text"),
      node.querySelector(".tgme_widget_message_poll"),
    ],
    skip: ".tgme_widget_message_poll_option_percent,.tgme_widget_message_poll_type",
    leadsTo: [node.querySelector("a.tgme_widget_message_link_preview")?.getAttribute("href")],
    media: [...node.querySelectorAll(".tgme_widget_message_video")].slice(0, 10),
    replyTo: node.querySelector("a.tgme_widget_message_reply")?.getAttribute("href"),
    metrics: { views: parseCount(visibleLine(node.querySelector(".tgme_widget_message_views"))) },
    audience: "public",
  });
}

/** web.telegram.org/k: peers below zero are groups and channels; `#@name` in the address is a public one. */
function readClientK(node: HTMLElement, page: SitePage): Post | undefined {
  const isTalk = !node.dataset["peerId"]?.startsWith("-");
  if (isTalk || node.classList.contains("service")) return undefined;
  const seconds = Number(node.dataset["timestamp"]);
  return threadPost(page, {
    name: visibleLine(node.querySelector(".name .peer-title,.colored-name .peer-title")),
    time: plausibleTime(seconds * 1_000, "second", page.now),
    bodies: [node.querySelector(".translatable-message,.message")],
    skip: ".time,.reactions,.reply,.web,.name,.message-time",
    leadsTo: [node.querySelector("a.webpage-name,a.web")?.getAttribute("href")],
    metrics: { views: parseCount(visibleLine(node.querySelector(".post-views"))) },
    audience: audienceOf(page.url.hash),
  });
}

/** web.telegram.org/a: the address ends in the number of the talk, below zero for groups and channels. */
function readClientA(node: HTMLElement, page: SitePage): Post | undefined {
  const isGroup = /^#(?:-\d|@)/u.test(page.url.hash);
  if (!isGroup || node.matches(".ActionMessage,.is-service")) return undefined;
  return threadPost(page, {
    name: visibleLine(node.querySelector(".message-title-name,.sender-title")),
    bodies: [node.querySelector(".text-content")],
    skip: ".MessageMeta,.EmbeddedMessage,.WebPage,.Reactions",
    leadsTo: [node.querySelector(".WebPage a.site-name,.WebPage a")?.getAttribute("href")],
    metrics: { views: parseCount(visibleLine(node.querySelector(".message-views"))) },
    audience: audienceOf(page.url.hash),
  });
}

function audienceOf(hash: string): PostAudience {
  return hash.startsWith("#@") ? "public" : "unknown";
}

/** Newer pages wrap a text in a second element of the same class. */
function outermost(node: Element, selector: string): Element | undefined {
  const found = [...node.querySelectorAll(selector)].slice(0, 20);
  return found.find((element) => !element.closest(".tgme_widget_message_reply"));
}
