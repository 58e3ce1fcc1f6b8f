import type { Post } from "../model/post.ts";
import { buildPost } from "./build-post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { timeOfElement } from "./element-time.ts";
import { timeOfTikTokId } from "./id-times.ts";
import { linksOf, mediaOf } from "./links-and-media.ts";
import { firstOf, ownParts } from "./own-parts.ts";
import type { OwnParts } from "./own-parts.ts";
import { parseShownTime } from "./relative-time.ts";
import { visibleLine, visibleText } from "./visible-text.ts";

/**
 * The parts carry `data-e2e`, made for TikTok's own tests. Comments have no such mark as a whole, but class names keep
 * their component's name behind a generated part (`css-1i7ohvi-DivCommentItemWrapper`).
 */
const video = '[data-e2e="recommend-list-item-container"]';
const comment = 'div[class*="DivCommentItemWrapper"],div[class*="DivCommentContentContainer"]';
const postSelector = `${video},${comment}`;
/** A summary written by a machine for search engines, hidden inside the description. */
const machineWritten = '[data-e2e^="v2t-"],[class*="CustomTDK"]';

export const tiktok = defineSite({
  id: "tiktok",
  name: "TikTok",
  kind: "posts",
  hosts: ["tiktok.com"],
  expectsPosts: (url) => /^\/(?:$|foryou|following|@[\w.]+\/(?:video|photo)\/\d+)/u.test(url.pathname),
  postSelector,
  readPost: (node, page) => (node.matches(comment) ? readComment(node, page) : readVideo(node, page)),
  chipLine(node) {
    const own = ownParts(node, postSelector);
    return firstOf(own, '[class*="DivCreatorInfoContainer"]') ?? authorIn(own)?.anchor.parentElement ?? undefined;
  },
}); // oxfmt-ignore

function readVideo(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, postSelector);
  const author = authorIn(own);
  const description = own.first('[data-e2e="video-desc"]');
  if (!author || !description) return undefined;
  const id = videoIdIn(own);
  const still = mediaOf(own.all("picture img").slice(0, 1), page.url).map(({ url }) => url)[0];
  const skip = (element: Element): boolean => own.isForeign(element) || element.matches(machineWritten);
  return buildPost({
    url: id && `https://www.tiktok.com/@${author.handle}/video/${id}`,
    author: {
      handle: author.handle,
      name: visibleLine(own.first('[data-e2e="video-author-nickname"]')) || author.handle,
      url: `https://www.tiktok.com/@${author.handle}`,
    },
    time: timeOfTikTokId(id, page.now) ?? shownTimeIn(own, page.now),
    text: visibleText(description, { skip, inlineBlocks: true }),
    links: linksOf(description.querySelectorAll("a[href]"), page.url, /tiktok\.com\/(?:tag|music|feedback|search)\b/u),
    media: [{ kind: "video", ...(still ? { url: still } : {}) }],
    metrics: {
      likes: countOf(own, '[data-e2e="like-count"]'),
      replies: countOf(own, '[data-e2e="comment-count"]'),
      shares: countOf(own, '[data-e2e="share-count"]'),
    },
    // Only videos that everybody may see come into anybody's feed.
    audience: "public",
  });
} // oxfmt-ignore

function readComment(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, postSelector);
  const author = authorIn(own);
  const body = own.first('[data-e2e^="comment-level-"]');
  if (!author || !body) return undefined;
  const id = /^\d{15,20}$/u.exec(node.id)?.[0];
  return buildPost({
    author: {
      handle: author.handle,
      name: visibleLine(own.first('[data-e2e^="comment-username-"]')),
      url: `https://www.tiktok.com/@${author.handle}`,
    },
    time: timeOfTikTokId(id, page.now) ?? shownTimeIn(own, page.now),
    text: visibleText(body, { skip: own.isForeign, inlineBlocks: true }),
    links: linksOf(body.querySelectorAll("a[href]"), page.url, /tiktok\.com\/(?:tag|search)\b/u),
    replyTo: pageVideo(page.url),
    metrics: { likes: countOf(own, '[data-e2e="comment-like-count"]') },
  });
}

interface Author {
  readonly handle: string;
  readonly anchor: HTMLElement;
}

function authorIn(own: OwnParts): Author | undefined {
  for (const anchor of own.all('a[href*="/@"]').slice(0, 20)) {
    const handle = /\/@([\w.]{1,40})\/?(?:\?|$)/u.exec(anchor.getAttribute("href") ?? "")?.[1];
    const isInText = anchor.closest('[data-e2e="video-desc"],[data-e2e^="comment-level-"]') !== null;
    if (handle && !isInText && visibleLine(anchor, 100) !== "") return { handle, anchor };
  }
  return undefined;
}

/** The player's own name ends with the number; elsewhere a link has it. */
function videoIdIn(own: OwnParts): string | undefined {
  const player = /-(\d{15,20})$/u.exec(own.first('[id^="xgwrapper-"]')?.id ?? "")?.[1];
  return player ?? /\/(?:video|photo)\/(\d{15,20})/u.exec(own.first('a[href*="/video/"],a[href*="/photo/"]')?.getAttribute("href") ?? "")?.[1];
} // oxfmt-ignore

function pageVideo(url: URL): string | undefined {
  const path = /^\/@[\w.]+\/(?:video|photo)\/\d{15,20}/u.exec(url.pathname)?.[0];
  return path && `https://www.tiktok.com${path}`;
}

/** Beside the name: "· 11-12", "3d ago"; in comments the first small line that is a time. */
function shownTimeIn(own: OwnParts, now: number): ReturnType<typeof parseShownTime> {
  const marked = timeOfElement(own.first('[data-e2e^="comment-time"],time'), now);
  if (marked) return marked;
  for (const line of own.all("span,p").slice(0, 30)) {
    const isText = line.closest('[data-e2e="video-desc"],[data-e2e^="comment-level-"],a,button') !== null;
    const time = isText ? undefined : parseShownTime(visibleLine(line, 40).replace(/^·\s*/u, ""), now);
    if (time) return time;
  }
  return undefined;
}

function countOf(own: OwnParts, selector: string): number | undefined {
  return parseCount(visibleLine(own.first(selector), 30));
}
