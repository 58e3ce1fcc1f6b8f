import type { Post, PostAudience } from "../model/post.ts";
import { audienceOf } from "./audience.ts";
import { buildPost } from "./build-post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { earlierFacebook, earlierFacebookHeader, readEarlierFacebook } from "./earlier/facebook-mobile.ts";
import { timeOfElement } from "./element-time.ts";
import { answeredAddress, postAddress, profileAddress } from "./facebook-addresses.ts";
import { linksOf, mediaOf } from "./links-and-media.ts";
import { firstOf, ownParts } from "./own-parts.ts";
import type { OwnParts } from "./own-parts.ts";
import { parseShownTime } from "./relative-time.ts";
import { someUnfold } from "./see-more.ts";
import type { ShownTime } from "./shown-time.ts";
import { visibleLine, visibleText } from "./visible-text.ts";

/**
 * Every class name is generated. What stays is for screen readers and for Facebook's own advertisement measuring:
 * posts are `aria-posinset` of a feed, dialogs and comments `role="article"`, the parts of a post say their
 * `data-ad-rendering-role`. A feed's item may hold an article of its own; the one around it then reads as nothing.
 */
const postSelector = `div[aria-posinset],div[role="article"],${earlierFacebook}`;
const message =
  '[data-ad-rendering-role="story_message"],[data-ad-comet-preview="message"],[data-ad-preview="message"]';
const profileName = '[data-ad-rendering-role="profile_name"]';

const elsewhere =
  /^\/(?:ads|business|checkpoint|dialog|events|friends|gaming|help|login|marketplace|memories|messages|notifications|pages\/creation|policies|privacy|recover|reg|saved|settings|stories)(?:[/.]|$)/u;

export const facebook = defineSite({
  id: "facebook",
  name: "Facebook",
  kind: "posts",
  hosts: ["facebook.com"],
  expectsPosts: (url) => !elsewhere.test(url.pathname),
  postSelector,
  readPost: (node, page) =>
    node.matches(earlierFacebook) ? readEarlierFacebook(node, page) : readFacebookPost(node, page),
  chipLine: (node) => (node.matches(earlierFacebook) ? earlierFacebookHeader(node) : headerOf(node)),
});

function headerOf(node: HTMLElement): HTMLElement | undefined {
  const own = ownParts(node, postSelector);
  return firstOf(own, profileName, "h2,h3,h4") ?? authorIn(own)?.parentElement ?? undefined;
}

function readFacebookPost(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, postSelector);
  const author = authorIn(own);
  if (!author) return undefined;
  const name = visibleLine(author);
  const { url, anchor } = addressIn(own, page.url);
  const isComment = own.first(message) === undefined && (url?.includes("comment_id=") ?? false);
  const blocks = isComment ? commentBlocks(own) : messageBlocks(own);
  return buildPost({
    url,
    author: { name, ...profileAddress(author.getAttribute("href"), page.url) },
    time: timeIn(anchor, page.now) ?? timeInLabel(node, name, page.now),
    text: blocks.map((block) => visibleText(block, { skip: own.isForeign })).join("\n"),
    truncated: someUnfold(own.all('[role="button"]')),
    links: linksIn(own, blocks, page.url),
    media: mediaOf(own.all('a[href*="/photo"] img[src],[data-ad-rendering-role="image"] img[src],img[data-imgperflogname],video'), page.url),
    replyTo: answeredAddress(url),
    metrics: metricsIn(own),
    audience: audienceIn(own),
  });
} // oxfmt-ignore

/** The first link to a person or page that has words in it; pictures link there too. */
function authorIn(own: OwnParts): HTMLElement | undefined {
  const marked = own.all(`${profileName} a[href],h2 a[href],h3 a[href],h4 a[href]`);
  const anchors = marked.length > 0 ? marked : own.all('a[role="link"][href],a[href]').slice(0, 12);
  return anchors.find((anchor) => visibleLine(anchor, 100) !== "");
}

interface FoundAddress {
  readonly url?: string;
  readonly anchor?: HTMLElement;
}

/** The link of the time comes before any other link to a post; pictures of the post come after its text. */
function addressIn(own: OwnParts, base: URL): FoundAddress {
  for (const anchor of own.all("a[href]").slice(0, 60)) {
    const url = postAddress(anchor.getAttribute("href"), base);
    // A comment's author links with the comment's number too, but to the person.
    if (url) return { url, anchor };
  }
  return {};
}

/**
 * A time's letters may be shuffled and put right by style; many small elements give that away, and then only a label
 * tells it.
 */
function timeIn(anchor: HTMLElement | undefined, now: number): ShownTime | undefined {
  if (!anchor) return undefined;
  const labelled = anchor.matches("[aria-labelledby]") ? anchor : anchor.querySelector("[aria-labelledby]");
  const id = labelled?.getAttribute("aria-labelledby")?.split(" ")[0];
  const label = id ? anchor.ownerDocument.getElementById(id) : null;
  const told = parseShownTime(visibleLine(label, 100), now) ?? parseShownTime(anchor.getAttribute("aria-label"), now);
  if (told) return told;
  return anchor.querySelectorAll("*").length > 12 ? undefined : timeOfElement(anchor.querySelector("abbr") ?? anchor, now);
} // oxfmt-ignore

/** Comments are labelled "Comment by Anna 3 days ago", in the reader's language. */
function timeInLabel(node: HTMLElement, name: string, now: number): ShownTime | undefined {
  const label = node.getAttribute("aria-label");
  return label && name ? parseShownTime(label.slice(0, 300).replace(name, " "), now) : undefined;
}

/** A shared post inside has a message and a name of its own; what follows the second name is not ours. */
function messageBlocks(own: OwnParts): readonly HTMLElement[] {
  const block = own.first(message);
  if (!block) return [];
  const second = own.all(profileName)[1];
  const isShared = second && (second.compareDocumentPosition(block) & 4) !== 0;
  return isShared ? [] : [block];
}

/** A comment's lines are `div dir="auto"`; names and badges are spans or within links and buttons. */
function commentBlocks(own: OwnParts): readonly HTMLElement[] {
  const lines = own.all('div[dir="auto"]').filter((line) => !line.closest('a,[role="button"],form'));
  return lines.filter((line) => !line.parentElement?.closest('div[dir="auto"]')).slice(0, 60);
}

function linksIn(own: OwnParts, blocks: readonly HTMLElement[], base: URL): string[] {
  const inText = blocks.flatMap((block) => [...block.querySelectorAll("a[href]")]);
  const away = own.all('a[href*="/l.php?"],a[target="_blank"][rel*="nofollow"]');
  return linksOf([...inText, ...away], base, /facebook\.com\/(?:hashtag|watch\/hashtag|stories)\//u);
}

const words = {
  replies: /comment|kommentar|coment|komment|reacties|yorum|комментар|комент|komentar|komentář|σχόλι|コメント|评论|則留言|댓글|bình luận|ความคิดเห็น|تعليق|תגוב/iu,
  shares: /share|geteilt|compart|partage|condivi|gedeeld|deling|delning|jakoa|udostępn|sdíl|paylaş|репост|поділ|シェア|分享|공유|chia sẻ|แชร์|مشارك|שיתופ/iu,
} as const; // oxfmt-ignore

/** Counts stand in buttons: beside the icon of the action, or as words ("12 comments"). */
function metricsIn(own: OwnParts): Post["metrics"] {
  const found: { likes?: number; replies?: number; shares?: number } = {};
  for (const button of own.all('[role="button"]').slice(0, 60)) {
    const text = visibleLine(button, 60);
    const count = /\d/u.test(text) ? parseCount(text) : undefined;
    if (count === undefined) continue;
    if (button.querySelector('[data-ad-rendering-role="like_button"]')) found.likes ??= count;
    else if (button.querySelector('[data-ad-rendering-role="comment_button"]') || words.replies.test(text)) found.replies ??= count;
    else if (button.querySelector('[data-ad-rendering-role="share_button"]') || words.shares.test(text)) found.shares ??= count;
  }
  return found;
} // oxfmt-ignore

/** The icon beside the time: "Shared with Public", "Geteilt mit: Freunde". */
function audienceIn(own: OwnParts): PostAudience {
  const icons = own
    .all('svg[aria-label],svg title,i[aria-label],[role="img"][aria-label],[title]')
    .slice(0, 30);
  for (const icon of icons) {
    const label = icon.getAttribute("aria-label") ?? icon.getAttribute("title") ?? icon.textContent;
    const isShort = label !== null && label.length <= 60;
    const audience = isShort && !icon.closest(message) ? audienceOf(label) : "unknown";
    if (audience !== "unknown") return audience;
  }
  return "unknown";
}
