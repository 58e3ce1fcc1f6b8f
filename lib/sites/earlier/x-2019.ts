import type { Post } from "../../model/post.ts";
import { buildPost } from "../build-post.ts";
import { parseCount } from "../counts.ts";
import type { SitePage } from "../define-site.ts";
import { timeOfElement } from "../element-time.ts";
import { timeOfSnowflake } from "../id-times.ts";
import { cleanLink } from "../web-link.ts";
import { expandedLink, mediaOf } from "../links-and-media.ts";
import { ownParts } from "../own-parts.ts";
import type { OwnParts } from "../own-parts.ts";
import { visibleLine, visibleText } from "../visible-text.ts";

/** Twitter's pages until 2020, as archives and saved copies have them. All it knew stood in data attributes. */
export const earlierTweet = ".tweet[data-tweet-id]";

export function readEarlierTweet(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, earlierTweet);
  const body = own.first(".js-tweet-text,.tweet-text");
  if (!body) return undefined;
  const handle = node.getAttribute("data-screen-name") ?? undefined;
  const path =
    node.getAttribute("data-permalink-path") ?? own.first("a.tweet-timestamp")?.getAttribute("href");
  const id = node.getAttribute("data-tweet-id") ?? undefined;
  return buildPost({
    url: cleanLink(path, page.url),
    author: {
      name: node.getAttribute("data-name") ?? visibleLine(own.first(".fullname")),
      handle,
      url: handle && cleanLink(`/${handle}`, page.url),
    },
    time: timeOfElement(own.first("[data-time-ms],[data-time]"), page.now) ?? timeOfSnowflake(id, page.now),
    text: visibleText(body, { keepNewlines: true }),
    links: [...body.querySelectorAll("a[href]")].slice(0, 30).flatMap((anchor) => {
      const link = expandedLink(anchor, page.url) ?? cleanLink(anchor.getAttribute("href"), page.url);
      return link === undefined || link.includes("/hashtag/") ? [] : [link];
    }),
    media: mediaOf(own.all(".AdaptiveMedia img,[data-image-url] img"), page.url),
    metrics: {
      replies: countOf(own, "reply"),
      shares: countOf(own, "retweet"),
      likes: countOf(own, "favorite"),
    },
    audience: node.querySelector('[data-protected="true"],.Icon--protected') ? "restricted" : "public",
  });
}

function countOf(own: OwnParts, action: string): number | undefined {
  const count = own.first(`.ProfileTweet-action--${action} [data-tweet-stat-count]`);
  return parseCount(count?.getAttribute("data-tweet-stat-count"));
}

export function earlierTweetHeader(node: HTMLElement): HTMLElement | undefined {
  return ownParts(node, earlierTweet).first(".stream-item-header,.permalink-header");
}
