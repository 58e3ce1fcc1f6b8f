import type { Post } from "../model/post.ts";
import { buildPost } from "./build-post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { timeOfElement } from "./element-time.ts";
import { timeOfShortCode } from "./id-times.ts";
import { linksOf, mediaOf } from "./links-and-media.ts";
import { ownParts } from "./own-parts.ts";
import type { OwnParts } from "./own-parts.ts";
import { someUnfold } from "./see-more.ts";
import { visibleLine, visibleText } from "./visible-text.ts";
import { toWebUrl } from "./web-link.ts";

/**
 * Class names are generated. Posts are `article`s; a comment is the list item around a link to `/p/CODE/c/NUMBER/`,
 * which stands around its time. The caption is set like a comment, but under the post's own address.
 */
const comment = 'li:has(a[href*="/c/"] time)';
const postSelector = `article,article ${comment},[role="dialog"] ${comment}`;
const permalink = /^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]{5,60})\/(?:c\/(\d{5,25})\/(?:r\/(\d{5,25})\/)?)?$/u;
const handlePath = /^\/([\w.]{1,30})\/$/u;
const reserved = new Set([
  "accounts",
  "about",
  "direct",
  "explore",
  "p",
  "reel",
  "reels",
  "stories",
  "legal",
]);

export const instagram = defineSite({
  id: "instagram",
  name: "Instagram",
  kind: "posts",
  hosts: ["instagram.com"],
  expectsPosts: (url) => url.pathname === "/" || /^\/(?:[\w.]+\/)?p\/[\w-]+/u.test(url.pathname),
  postSelector,
  readPost: readInstagramPost,
  chipLine(node) {
    const own = ownParts(node, postSelector);
    return own.first("header") ?? own.first("h2,h3") ?? authorIn(own, new URL("https://www.instagram.com/"))?.anchor.parentElement ?? undefined;
  },
}); // oxfmt-ignore

function readInstagramPost(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, postSelector);
  const author = authorIn(own, page.url);
  if (!author) return undefined;
  const isComment = node.matches(comment);
  const address = addressIn(own, page.url, isComment);
  const text = isComment ? commentIn(own) : captionIn(own, author.handle);
  return buildPost({
    url: address?.url,
    author: { handle: author.handle, name: author.handle, url: `https://www.instagram.com/${author.handle}/` },
    time: timeOfElement(own.first("a time[datetime]") ?? own.first("time[datetime]"), page.now) ?? (isComment ? undefined : timeOfShortCode(address?.code, page.now)),
    text: text ? visibleText(text, { skip: own.isForeign }) : "",
    truncated: someUnfold(own.all('[role="button"],button')),
    links: linksOf(text?.querySelectorAll("a[href]") ?? [], page.url, /instagram\.com\/(?:explore|p|reel)\//u),
    media: isComment ? [] : mediaOf(picturesIn(own), page.url),
    replyTo: address?.replyTo,
    metrics: {
      likes: parseCount(visibleLine(own.first('a[href$="/liked_by/"]'), 60)),
      replies: parseCount(visibleLine(own.first('a[href$="/comments/"]'), 60)),
    },
  });
} // oxfmt-ignore

interface Author {
  readonly handle: string;
  readonly anchor: HTMLElement;
}

/** The first link to a profile that has words in it; the picture before it has none. */
function authorIn(own: OwnParts, base: URL): Author | undefined {
  for (const anchor of own.all("a[href]").slice(0, 20)) {
    const handle = handlePath.exec(toWebUrl(anchor.getAttribute("href"), base)?.pathname ?? "")?.[1];
    if (handle && !reserved.has(handle) && visibleLine(anchor, 60) !== "") return { handle, anchor };
  }
  return undefined;
}

interface Address {
  readonly url: string;
  readonly code: string;
  readonly replyTo?: string;
}

/** The link around the time; on a post's own page the page's address. */
function addressIn(own: OwnParts, base: URL, isComment: boolean): Address | undefined {
  const hrefs = own.all("a:has(time)").map((anchor) => anchor.getAttribute("href"));
  if (!isComment) hrefs.push(base.href);
  for (const href of hrefs.slice(0, 20)) {
    const [, kind, code, commentId, replyId] = permalink.exec(toWebUrl(href, base)?.pathname ?? "") ?? [];
    if (!kind || !code || (commentId !== undefined) !== isComment) continue;
    const post = `https://www.instagram.com/${kind}/${code}/`;
    if (!commentId) return { url: post, code };
    const above = `${post}c/${commentId}/`;
    return replyId ? { url: `${above}r/${replyId}/`, code, replyTo: above } : { url: above, code, replyTo: post };
  }
  return undefined;
} // oxfmt-ignore

/** Behind the name, as the design of 2021 and its descendants have it. */
function commentIn(own: OwnParts): HTMLElement | undefined {
  return (
    own.first("h3 ~ span,h3 ~ div>span,h2 ~ span,h2 ~ div>span") ?? own.first('span[dir="auto"]:not(a *)')
  );
}

/** The heading on a post's page, else the longest line that is no name, count or button. */
function captionIn(own: OwnParts, handle: string): HTMLElement | undefined {
  const marked = own.first("h1,h2 ~ span,h2 ~ div>span");
  if (marked) return marked;
  let best: HTMLElement | undefined;
  let longest = 0;
  for (const line of own.all('span[dir="auto"],div[dir="auto"]').slice(0, 80)) {
    if (line.closest('header,section,a,button,time,[role="button"],form')) continue;
    const text = visibleLine(line, 300);
    if (text.length > longest && text !== handle) {
      best = line;
      longest = text.length;
    }
  }
  return best;
}

function picturesIn(own: OwnParts): HTMLElement[] {
  const pictures = own.all('img[srcset],img[style*="object-fit"],video');
  return pictures.filter((picture) => !picture.closest("header,li,section form"));
}
