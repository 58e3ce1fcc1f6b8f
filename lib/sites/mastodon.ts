import type { Post, PostAudience } from "../model/post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { timeOfElement } from "./element-time.ts";
import { ownParts } from "./own-parts.ts";
import type { OwnParts } from "./own-parts.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const posts = ".status,.detailed-status";

/**
 * Mastodon and its forks on any host: the class names of the web client, public pages and embedded posts are the same
 * since the first version, because instances style them. https://github.com/mastodon/mastodon
 */
export const mastodon = defineSite({
  id: "mastodon",
  name: "Mastodon",
  kind: "posts",
  hosts: [],
  marks: ["mastodon"],
  expectsPosts: ({ pathname }) =>
    /^\/(?:@[^/]+(?:$|\/\d+$|\/with_replies|\/media)|home|public|explore|tags\/|lists\/|favourites|bookmarks|conversations)/u.test(
      pathname,
    ),
  postSelector: posts,
  readPost,
  chipLine: (node) => ownParts(node, posts).first(".status__info,.detailed-status__meta"),
});

function readPost(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, posts);
  const link = own.first(".status__relative-time,.detailed-status__datetime");
  const content = own.first(".status__content__text,.e-content") ?? own.first(".status__content");
  if (!link) return undefined;
  const warning = own.first(".content-warning,.status__content > p:has(.status__content__spoiler-link)");
  const isHidden = warning !== undefined && !isUnfolded(content);
  return threadPost(page, {
    url: link.getAttribute("href"),
    ...authorOf(own, page),
    time: timeOfElement(link.querySelector("time") ?? link, page.now),
    bodies: isHidden ? [warning] : [warning, content],
    skip: ".status__quote,.quote-inline,.status__content__spoiler-link",
    unlinked: ".mention,.hashtag",
    leadsTo: [own.first("a.status-card")?.getAttribute("href")],
    media: own.all(
      ".media-gallery__item-thumbnail img,.media-gallery video,.video-player video,.audio-player audio",
    ),
    metrics: metricsOf(own),
    audience: audienceOf(node),
    truncated: isHidden,
  });
}

/** Behind a warning the text is left out, or there and hidden until a class says otherwise. */
function isUnfolded(content: Element | undefined): boolean {
  if (!content) return false;
  const isOfOldKind =
    content.classList.contains("status__content__text") &&
    content.parentElement?.querySelector(".status__content__spoiler-link");
  return !isOfOldKind || content.classList.contains("status__content__text--visible");
}

function authorOf(
  own: OwnParts,
  page: SitePage,
): { name?: string; handle?: string; profile?: string | null } {
  const link = own.first("a.status__display-name,a.detailed-status__display-name");
  const account =
    visibleLine(own.first(".display-name__account")).replace(/^@/u, "") || link?.getAttribute("title");
  if (!account) return {};
  return {
    name: visibleLine(own.first(".display-name__html,.display-name strong")),
    // On its own instance an account is written without it.
    handle: account.includes("@") ? account : `${account}@${page.url.host}`,
    profile: link?.getAttribute("href") ?? null,
  };
}

function metricsOf(own: OwnParts): Record<"replies" | "shares" | "likes", number | undefined> {
  return {
    replies: counter(own, ".icon-reply,.icon-reply-all,.fa-reply,.fa-reply-all"),
    shares:
      counter(own, ".icon-retweet,.fa-retweet") ??
      parseCount(visibleLine(own.first(".detailed-status__reblogs"))),
    likes:
      counter(own, ".icon-star,.fa-star") ??
      parseCount(visibleLine(own.first(".detailed-status__favorites"))),
  };
}

/** Some instances show "1+" for replies, which is no count. */
function counter(own: OwnParts, icon: string): number | undefined {
  const text = visibleLine(own.first(icon)?.closest("button,a")?.querySelector(".icon-button__counter"));
  return text.endsWith("+") ? undefined : parseCount(text);
}

/** `status-private` are for followers, `status-direct` for those named; `unlisted` is public without being listed. */
function audienceOf(node: HTMLElement): PostAudience {
  const holder = node.closest(".detailed-status__wrapper,.status__wrapper,.entry");
  const classes = `${node.className} ${holder?.className ?? ""}`;
  const [, kind] = /\bstatus(?:__wrapper)?-(public|unlisted|private|direct|limited)\b/u.exec(classes) ?? [];
  // Pages without the client are for readers without an account.
  if (kind === undefined) return node.closest(".activity-stream") ? "public" : "unknown";
  return kind === "public" || kind === "unlisted" ? "public" : "restricted";
}
