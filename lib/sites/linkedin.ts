import type { Post, PostAudience } from "../model/post.ts";
import { audienceOf } from "./audience.ts";
import { buildPost } from "./build-post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { timeOfLinkedInId } from "./id-times.ts";
import { linkedInId, linkedInProfile } from "./linkedin-addresses.ts";
import type { LinkedInId } from "./linkedin-addresses.ts";
import { linksOf, mediaOf } from "./links-and-media.ts";
import { firstOf, ownParts } from "./own-parts.ts";
import type { OwnParts } from "./own-parts.ts";
import { parseShownTime } from "./relative-time.ts";
import type { ShownTime } from "./shown-time.ts";
import { visibleLine, visibleText } from "./visible-text.ts";

/**
 * Two designs stand side by side: one with readable class names and `data-urn`, and since 2025 one whose classes are
 * hashed and whose parts say their `data-view-name`. Either may wrap the other; the outer one then reads as nothing.
 * What a post shares is a post of its own here, so that its words are not taken for the sharer's.
 */
const comment = 'article[data-id^="urn:li:comment:"],[data-view-name="comment-container"]';
const shared =
  '.update-components-mini-update-v2,.feed-shared-mini-update-v2,[data-view-name="feed-reshare"]';
const postSelector = [
  '[data-urn^="urn:li:activity:"],[data-urn^="urn:li:ugcPost:"],[data-urn^="urn:li:share:"]',
  '[data-view-name="feed-full-update"]',
  shared,
  comment,
].join(",");

const actorTitle = ".update-components-actor__title,.feed-shared-actor__title";
const actorImage = '[data-view-name="feed-actor-image"]';
const body =
  '[data-view-name="feed-commentary"],.update-components-update-v2__commentary,.feed-shared-update-v2__description,[data-testid="expandable-text-box"],.update-components-text';
const commentBody =
  '[data-view-name="comment-commentary"],[data-view-name="comment-reply-commentary"],.comments-comment-item__main-content,.update-components-text';
/** "Jonas likes this" above a post: not its author. */
const introduction = '.update-components-header,[data-view-name="feed-header-text"]';
const profile = 'a[href*="/in/"],a[href*="/company/"],a[href*="/school/"],a[href*="/showcase/"]';

const shows =
  /^\/(?:feed(?:\/|$)|posts\/|in\/[^/]+\/recent-activity|company\/[^/]+\/posts|groups\/\d+|search\/results\/content)/u;

export const linkedin = defineSite({
  id: "linkedin",
  name: "LinkedIn",
  kind: "posts",
  hosts: ["linkedin.com"],
  expectsPosts: (url) => shows.test(url.pathname),
  postSelector,
  readPost: readLinkedInPost,
  chipLine(node) {
    const own = ownParts(node, postSelector);
    const line = firstOf(own, ".update-components-actor__container,.update-components-actor", ".comments-comment-meta__container");
    return line ?? authorIn(own)?.parentElement ?? undefined;
  },
}); // oxfmt-ignore

function readLinkedInPost(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, postSelector);
  const isComment = node.matches(comment);
  const text = own.first(isComment ? commentBody : body);
  const author = authorIn(own);
  if (!author) return undefined;
  const id = idOf(node, own);
  return buildPost({
    url: id?.url,
    author: { name: nameOf(author), ...linkedInProfile(author.getAttribute("href"), page.url) },
    time: timeOfLinkedInId(id?.id, page.now) ?? timeBeside(own, page.now),
    text: text ? visibleText(text, { skip: own.isForeign }) : "",
    truncated: own.first('[data-testid="expandable-text-button"]') !== undefined,
    links: linksIn(own, text, page.url),
    media: mediaOf(own.all('.update-components-image img,.feed-shared-image img,[data-view-name="feed-update-image"] img,video'), page.url),
    replyTo: id?.replyTo,
    metrics: {
      likes: countOf(own, '[data-view-name="feed-reaction-count"],.social-details-social-counts__reactions-count,.comments-comment-social-bar__reactions-count--cr'),
      replies: countOf(own, '[data-view-name="feed-comment-count"],.social-details-social-counts__comments'),
      shares: countOf(own, '[data-view-name="feed-repost-count"],.social-details-social-counts__item--height-two-x button[aria-label*="repost" i]'),
    },
    audience: audienceIn(own),
  });
} // oxfmt-ignore

/** The link to the author that has words: the one the author's picture leads to, or the first outside the text. */
function authorIn(own: OwnParts): HTMLElement | undefined {
  const outside = own
    .all(profile)
    .slice(0, 40)
    .filter((anchor) => !anchor.closest(`${introduction},${body},${commentBody}`));
  const picture = own.first(actorImage)?.getAttribute("href");
  const named = outside.filter((anchor) => visibleLine(anchor, 100) !== "");
  return named.find((anchor) => anchor.getAttribute("href") === picture) ?? named[0];
}

/** The name is written twice, once for the eye (`aria-hidden`) and once for screen readers, then come title and job. */
function nameOf(author: HTMLElement): string {
  const part = author.querySelector(
    `:is(${actorTitle}) span[aria-hidden="true"],.comments-comment-meta__description-title,p,span[aria-hidden="true"]`,
  );
  const [line = ""] = visibleText(part ?? author, { limit: 200 }).split("\n");
  return line.split(" • ")[0]?.trim() ?? "";
}

function idOf(node: HTMLElement, own: OwnParts): LinkedInId | undefined {
  const named = linkedInId(node.getAttribute("data-urn")) ?? linkedInId(node.getAttribute("data-id"));
  if (named) return named;
  if (node.matches(shared)) return undefined;
  const anchor = own.first('a[href*="/feed/update/urn"],a[href*="commentUrn="]');
  const around = node.closest('[data-id^="urn:li:activity:"]')?.getAttribute("data-id");
  return linkedInId(anchor?.getAttribute("href")) ?? linkedInId(around);
}

/** "3h •" under the name; only where no number tells it. */
function timeBeside(own: OwnParts, now: number): ShownTime | undefined {
  const line = own.first(
    `.update-components-actor__sub-description,time,${actorImage} ~ a p:nth-of-type(3),${actorImage} ~ div p:nth-of-type(3)`,
  );
  return parseShownTime(visibleLine(line, 100).split(" • ")[0], now);
}

function linksIn(own: OwnParts, text: HTMLElement | undefined, base: URL): string[] {
  const cards = own.all(
    '.update-components-article a[href],.feed-shared-article a[href],a[data-view-name="feed-update-article"],[data-view-name="feed-update-article"] a[href]',
  );
  const anchors = [...(text?.querySelectorAll("a[href]") ?? []), ...cards];
  return linksOf(anchors, base, /linkedin\.com\/(?:feed\/(?:hashtag|update)|search)\b/u);
}

function countOf(own: OwnParts, selector: string): number | undefined {
  return parseCount(visibleLine(own.first(selector), 60));
}

/** A globe, or people. Newer icons have a label, older ones a name. */
function audienceIn(own: OwnParts): PostAudience {
  if (own.first('[data-test-icon^="globe"],svg[id^="globe"]')) return "public";
  if (own.first('[data-test-icon^="people"],[data-test-icon^="lock"],svg[id^="people"],svg[id^="lock"]')) return "restricted";
  const labels = own.all("svg[aria-label]").slice(0, 12);
  return labels.map((icon) => audienceOf(icon.getAttribute("aria-label"))).find((found) => found !== "unknown") ?? "unknown";
} // oxfmt-ignore
