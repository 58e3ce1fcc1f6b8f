import type { Post } from "../../model/post.ts";
import { audienceOf } from "../audience.ts";
import { buildPost } from "../build-post.ts";
import { parseCount } from "../counts.ts";
import type { SitePage } from "../define-site.ts";
import { timeOfElement } from "../element-time.ts";
import { postAddress, profileAddress } from "../facebook-addresses.ts";
import { linksOf, mediaOf } from "../links-and-media.ts";
import { firstOf, ownParts } from "../own-parts.ts";
import type { OwnParts } from "../own-parts.ts";
import { visibleLine, visibleText } from "../visible-text.ts";

/**
 * m.facebook.com and mbasic.facebook.com, which phones and saved pages have. `story_body_container` was the one class
 * name there that was never generated; comments say `data-sigil="comment"`.
 */
const story = [
  "article:has(>.story_body_container)",
  '[role="article"]:has(>.story_body_container)',
  "[data-xt]:has(>.story_body_container)",
].join(",");
const comment = '[data-sigil~="comment"]:has([data-sigil="comment-body"])';
export const earlierFacebook = `${story},${comment}`;

export function readEarlierFacebook(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, earlierFacebook);
  return node.matches(comment) ? readComment(own, page) : readStory(own, page);
}

function readStory(own: OwnParts, page: SitePage): Post | undefined {
  const author = own.all("h3 a[href],header a[href]").find((anchor) => visibleLine(anchor) !== "");
  const time = own.first("abbr");
  const body = firstOf(
    own,
    '.story_body_container>[data-ft*="*s"]',
    ".story_body_container>header+div,.story_body_container>div:first-child+div",
  );
  const isWhole = own.first(".text_exposed_show") !== undefined;
  return buildPost({
    url: storyAddress(own, time, page.url),
    author: { name: visibleLine(author), ...profileAddress(author?.getAttribute("href"), page.url) },
    time: timeOfElement(time, page.now),
    text: body ? visibleText(body, { skip: own.isForeign }) : "",
    truncated: !isWhole && own.first('[data-sigil~="more"]') !== undefined,
    links: linksOf(body?.querySelectorAll("a[href]") ?? [], page.url, /facebook\.com\/(?:hashtag|story\.php|groups\/[^/]+\/permalink)\b/u),
    media: mediaOf(own.all('.story_body_container [data-ft*="H"] :is(img[src],i[role="img"]),.story_body_container video'), page.url),
    metrics: {
      likes: parseCount(visibleLine(own.first('[data-sigil="reactions-sentence-container"],.like_def'), 60)),
      replies: parseCount(visibleLine(own.first('[data-sigil="comments-token"],.cmt_def'), 60)),
    },
    audience: audienceIn(own, time),
  });
} // oxfmt-ignore

function storyAddress(own: OwnParts, time: HTMLElement | undefined, base: URL): string | undefined {
  const anchors = [
    time?.closest("a"),
    ...own.all('a[href*="story_fbid="],a[href*="/permalink/"],a[href*="/posts/"]'),
  ];
  for (const anchor of anchors) {
    const address = postAddress(anchor?.getAttribute("href"), base);
    if (address) return address;
  }
  return undefined;
}

/** An icon with a label, or on mbasic the word behind the time. */
function audienceIn(own: OwnParts, time: HTMLElement | undefined): Post["audience"] {
  const icon = own.first('.feedAudienceIcon[aria-label],[data-sigil="audience-icon"] [aria-label]');
  if (icon) return audienceOf(icon.getAttribute("aria-label"));
  return time?.closest("a") ? "unknown" : audienceOf(visibleLine(time?.parentElement, 200));
}

/** The author stands without a mark just before the body, as a link for those who are logged in. */
function readComment(own: OwnParts, page: SitePage): Post | undefined {
  const body = own.first('[data-sigil="comment-body"]');
  if (!body) return undefined;
  const author = body.previousElementSibling;
  return buildPost({
    author: {
      name: visibleLine(author),
      ...profileAddress(author?.querySelector("a[href]")?.getAttribute("href"), page.url),
    },
    time: timeOfElement(own.first("abbr"), page.now),
    text: visibleText(body, { skip: own.isForeign }),
    links: linksOf(body.querySelectorAll("a[href]"), page.url, /facebook\.com\/hashtag\//u),
  });
}

export function earlierFacebookHeader(node: HTMLElement): HTMLElement | undefined {
  const own = ownParts(node, earlierFacebook);
  if (!node.matches(comment)) return own.first(".story_body_container>:first-child");
  return (own.first('[data-sigil="comment-body"]')?.previousElementSibling ?? undefined) as
    | HTMLElement
    | undefined;
}
