import type { Post } from "../model/post.ts";
import { buildPost } from "./build-post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { earlierTweet, earlierTweetHeader, readEarlierTweet } from "./earlier/x-2019.ts";
import { timeOfElement } from "./element-time.ts";
import { timeOfSnowflake } from "./id-times.ts";
import { expandedLink, mediaOf } from "./links-and-media.ts";
import { ownParts } from "./own-parts.ts";
import type { OwnParts } from "./own-parts.ts";
import { visibleLine, visibleText } from "./visible-text.ts";
import { cleanLink } from "./web-link.ts";

/**
 * Class names are generated at every release; the `data-testid`s have stood since 2020. A quoted post is no article
 * but a box with `role="link"` that names another author.
 */
const quoted = 'article[data-testid="tweet"] div[role="link"]:has([data-testid="User-Name"])';
const postSelector = `article[data-testid="tweet"],${quoted},${earlierTweet}`;

/** Places without posts: settings, messages, log-in, the pages about the company. */
const elsewhere =
  /^\/(?:i\/(?!(?:lists|communities|bookmarks|trends)\b)|settings|messages|compose|login|signup|account|tos|privacy|jobs|about|intent|share|download|logout)(?:\/|$|\b)/u;

export const x = defineSite({
  id: "x",
  name: "X",
  kind: "posts",
  hosts: ["x.com", "twitter.com"],
  expectsPosts: (url) => url.pathname !== "/" && !elsewhere.test(url.pathname),
  postSelector,
  readPost: (node, page) =>
    node.matches(earlierTweet) ? readEarlierTweet(node, page) : readTweet(node, page),
  chipLine: (node) =>
    node.matches(earlierTweet)
      ? earlierTweetHeader(node)
      : ownParts(node, postSelector).first('[data-testid="User-Name"]'),
});

function readTweet(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, postSelector);
  const nameBlock = own.first('[data-testid="User-Name"]');
  if (!nameBlock) return undefined;
  const handle = handleOf(own, nameBlock);
  const status = statusOf(own, handle);
  const text = textOf(own);
  return buildPost({
    url: status && `https://x.com/${status.handle}/status/${status.id}`,
    author: {
      name: nameOf(nameBlock),
      handle,
      url: handle && `https://x.com/${handle}`,
    },
    // Advertisements show no time, but their number tells it.
    time: timeOfElement(own.first("time[datetime]"), page.now) ?? timeOfSnowflake(status?.id, page.now),
    text,
    truncated: own.first('[data-testid="tweet-text-show-more-link"]') !== undefined,
    links: linksIn(own, page),
    media: mediaOf(own.all('[data-testid="tweetPhoto"] img,[data-testid="tweetPhoto"] video,[data-testid="videoPlayer"] video'), page.url),
    metrics: {
      replies: countOf(own, '[data-testid="reply"]'),
      shares: countOf(own, '[data-testid="retweet"],[data-testid="unretweet"]'),
      likes: countOf(own, '[data-testid="like"],[data-testid="unlike"]'),
      views: countOf(own, 'a[href$="/analytics"]'),
    },
    audience: nameBlock.querySelector('[data-testid="icon-lock"]') ? "restricted" : "public",
  });
} // oxfmt-ignore

function nameOf(nameBlock: HTMLElement): string {
  const first = visibleLine(nameBlock.querySelector('a[href],div[dir="ltr"]'));
  return first.startsWith("@") ? "" : first;
}

/** From the picture's test id (`UserAvatar-Container-anna`), else from the "@anna" beside the name. */
function handleOf(own: OwnParts, nameBlock: HTMLElement): string | undefined {
  const avatar = own.first('[data-testid^="UserAvatar-Container-"]')?.getAttribute("data-testid");
  const fromAvatar = avatar?.slice("UserAvatar-Container-".length);
  if (fromAvatar && /^\w{1,15}$/u.test(fromAvatar)) return fromAvatar;
  return /@(\w{1,15})(?!\w)/u.exec(visibleLine(nameBlock, 300))?.[1];
}

interface Status {
  readonly handle: string;
  readonly id: string;
}

/** The link around the time; a quoted post has none, but the links of its pictures hold the same number. */
function statusOf(own: OwnParts, handle: string | undefined): Status | undefined {
  const anchors = [own.first("a:has(time[datetime])"), ...own.all('a[href*="/status/"]')];
  for (const anchor of anchors) {
    const [, by, id] =
      /\/(\w{1,15})\/status\/(\d{1,20})(?:$|[/?#])/u.exec(anchor?.getAttribute("href") ?? "") ?? [];
    if (by && id && (!handle || by.toLowerCase() === handle.toLowerCase())) return { handle: by, id };
  }
  return undefined;
}

/** A post's text, or the title and body of an article written on X. */
function textOf(own: OwnParts): string {
  const parts = own.all(
    '[data-testid="tweetText"],[data-testid="twitter-article-title"],[data-testid="longformRichTextComponent"]',
  );
  return parts
    .map((part) => {
      const inlineBlocks = part.matches('[data-testid="tweetText"]');
      return visibleText(part, { keepNewlines: true, inlineBlocks, skip: own.isForeign });
    })
    .join("\n");
}

function linksIn(own: OwnParts, page: SitePage): string[] {
  const anchors = own.all(
    '[data-testid="tweetText"] a[href],[data-testid="longformRichTextComponent"] a[href],[data-testid="card.wrapper"] a[href]',
  );
  const links = anchors.flatMap((anchor) => {
    const link = linkOf(anchor, page.url);
    return link === undefined || /\/hashtag\/|\/search\?/u.test(link) ? [] : [link];
  });
  return [...new Set(links)];
}

/** `t.co` hides where a link leads; the text, or the label of a card ("From shop.example"), shows it. */
function linkOf(anchor: HTMLElement, base: URL): string | undefined {
  const link = cleanLink(anchor.getAttribute("href"), base);
  if (!link?.startsWith("https://t.co/")) return link;
  const label = anchor.getAttribute("aria-label") ?? visibleLine(anchor, 120);
  const host = label.split(" ").find((word) => /^(?:[\p{L}\d-]+\.)+\p{L}{2,}$/u.test(word));
  return expandedLink(anchor, base) ?? (host ? cleanLink(`https://${host}/`, base) : link);
}

/** The label has the exact figure ("2370 reposts. Repost"), the text a rounded one. */
function countOf(own: OwnParts, selector: string): number | undefined {
  const action = own.first(selector);
  return parseCount(action?.getAttribute("aria-label")) ?? (action && parseCount(visibleLine(action, 40)));
}
