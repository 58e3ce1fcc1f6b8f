import type { Post } from "../model/post.ts";
import { buildPost } from "./build-post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { linksOf, mediaOf } from "./links-and-media.ts";
import { ownParts } from "./own-parts.ts";
import type { OwnParts } from "./own-parts.ts";
import { parseShownTime } from "./relative-time.ts";
import { visibleLine, visibleText } from "./visible-text.ts";
import { cleanLink, toWebUrl } from "./web-link.ts";

/**
 * YouTube is built of custom elements whose names and inner ids have stood for years: comments (two generations) and
 * the posts of channels. A video's own description is no post.
 */
const comment = "ytd-comment-view-model,ytd-comment-renderer";
const channelPost = "ytd-backstage-post-renderer,ytd-post-renderer";
const postSelector = `${comment},${channelPost}`;

export const youtube = defineSite({
  id: "youtube",
  name: "YouTube",
  kind: "posts",
  hosts: ["youtube.com"],
  // Comments of a video are loaded when somebody scrolls to them; without them nothing is broken.
  expectsPosts: (url) => /^\/(?:post\/|(?:@|c\/|channel\/|user\/)[^/]+\/(?:posts|community)(?:\/|$))/u.test(url.pathname),
  postSelector,
  readPost: readYouTubePost,
  chipLine(node) {
    const own = ownParts(node, postSelector);
    return own.first("#header-author,#author") ?? own.first("#author-text")?.parentElement ?? undefined;
  },
}); // oxfmt-ignore

function readYouTubePost(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, postSelector);
  const body = own.first("#content-text,#home-content-text");
  const author = own.first("a#author-text,#author-text a") ?? own.first("#author-text");
  if (!body || !author) return undefined;
  const time = own.first("#published-time-text a,#published-time-text,.published-time-text a");
  const isComment = node.matches(comment);
  const address = isComment ? commentAddress(own, page.url) : postAddress(own, page.url);
  const profile = cleanLink(author.getAttribute("href"), page.url);
  return buildPost({
    url: address?.url,
    author: {
      name: visibleLine(author),
      handle: /\/@([^/?#]+)/u.exec(profile ?? "")?.[1],
      url: profile,
    },
    time: parseShownTime(visibleLine(time, 80), page.now),
    text: visibleText(body, { keepNewlines: true, inlineBlocks: true, skip: own.isForeign }),
    links: linksOf(body.querySelectorAll("a[href]"), page.url, /youtube\.com\/(?:hashtag\/|results\?|watch\?.*[?&]t=)/u),
    media: isComment ? [] : mediaOf(own.all("#content-attachment img[src],ytd-backstage-image-renderer img[src]"), page.url),
    replyTo: address?.replyTo,
    metrics: {
      likes: countOf(own, "#vote-count-middle"),
      replies: isComment ? undefined : countOf(own, "#reply-button-end,#comment-count"),
    },
    audience: own.first("#sponsors-only-badge,ytd-sponsors-only-badge-renderer") ? "restricted" : "public",
  });
} // oxfmt-ignore

interface Address {
  readonly url: string;
  readonly replyTo?: string;
}

/** The link of the time names the comment: `lc=PARENT` or `lc=PARENT.REPLY`, on a video or on a channel's post. */
function commentAddress(own: OwnParts, base: URL): Address | undefined {
  const url = toWebUrl(own.first('a[href*="lc="]')?.getAttribute("href"), base);
  const id = url?.searchParams.get("lc");
  if (!url || !id || !/^[\w.-]{10,120}$/u.test(id)) return undefined;
  const subject = subjectOf(url);
  if (!subject) return undefined;
  const join = subject.includes("?") ? "&" : "?";
  const [parent, reply] = id.split(".");
  return {
    url: `${subject}${join}lc=${id}`,
    replyTo: reply && parent ? `${subject}${join}lc=${parent}` : subject,
  };
}

function subjectOf(url: URL): string | undefined {
  const video = url.searchParams.get("v") ?? /^\/shorts\/([\w-]{6,20})/u.exec(url.pathname)?.[1];
  if (video && /^[\w-]{6,20}$/u.test(video)) return `https://www.youtube.com/watch?v=${video}`;
  const post = /^\/post\/([\w-]{10,80})/u.exec(url.pathname)?.[1];
  return post && `https://www.youtube.com/post/${post}`;
}

function postAddress(own: OwnParts, base: URL): Address | undefined {
  const path = toWebUrl(own.first('a[href*="/post/"]')?.getAttribute("href"), base)?.pathname ?? "";
  const id = /^\/post\/([\w-]{10,80})/u.exec(path)?.[1];
  return id ? { url: `https://www.youtube.com/post/${id}` } : undefined;
}

/** The label has the exact figure, the text a rounded one. */
function countOf(own: OwnParts, selector: string): number | undefined {
  const element = own.first(selector);
  return parseCount(element?.getAttribute("aria-label")) ?? parseCount(visibleLine(element, 40));
}
