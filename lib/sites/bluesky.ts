import type { Post } from "../model/post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { parseShownTime } from "./relative-time.ts";
import type { ShownTime } from "./shown-time.ts";
import { plausibleTime } from "./shown-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

/**
 * Bluesky. Class names are generated; `feedItem-by-anna.example` and `postThreadItem-by-…` are what its own tests
 * hold on to. A quoted post is a box with `role="link"` and no test id.
 */
export const bluesky = defineSite({
  id: "bluesky",
  name: "Bluesky",
  kind: "posts",
  hosts: ["bsky.app"],
  expectsPosts: ({ pathname }) => /^\/(?:$|profile\/[^/]+(?:$|\/(?:post|feed|lists)\/))/u.test(pathname),
  postSelector: '[data-testid^="feedItem-by-"],[data-testid^="postThreadItem-by-"]',
  readPost,
  chipLine: (node) => (permalink(node) ?? profileLinks(node)[0])?.parentElement ?? undefined,
});

function readPost(node: HTMLElement, page: SitePage): Post | undefined {
  const handle = handleOf(node);
  const address = addressOf(node, page);
  // A notification carries the test id of who liked something, and a link to what somebody else wrote.
  if (!handle || !address) return undefined;
  const key = address.split("/").at(-1);
  return threadPost(page, {
    url: address,
    handle: handle.startsWith("did:") ? undefined : handle,
    name: nameOf(node),
    profile: `/profile/${handle}`,
    time: timeOfKey(key, page.now) ?? parseShownTime(visibleLine(permalink(node)).replace("·", ""), page.now),
    bodies: own(node, '[data-testid="postText"],[data-word-wrap]').slice(0, 1),
    keepNewlines: true,
    leadsTo: own(node, 'a[target="_blank"]').map((link) => link.getAttribute("href")),
    media: own(node, 'img[src*="/img/feed_"],video'),
    metrics: {
      replies: exactCount(node, '[data-testid="replyBtn"]'),
      shares: parseCount(visibleLine(node.querySelector('[data-testid="repostCount"]'))),
      likes: exactCount(node, '[data-testid="likeBtn"]'),
    },
    audience: "public",
  });
}

function handleOf(node: HTMLElement): string | undefined {
  const handle = node.dataset["testid"]?.split("-by-")[1];
  return handle && /^[\w.:-]{3,260}$/u.test(handle) ? handle : undefined;
}

/** What is in the post and not in the one it quotes. */
function own(node: HTMLElement, selector: string): HTMLElement[] {
  const found = [...node.querySelectorAll<HTMLElement>(selector)].slice(0, 100);
  return found.filter((element) => {
    const box = element.parentElement?.closest('[role="link"]');
    return !box || box === node || !node.contains(box) || box.tagName.toUpperCase() === "A";
  });
}

function permalink(node: HTMLElement): HTMLElement | undefined {
  return own(node, 'a[href*="/post/"]').find((link) => ownAddress(node, link.getAttribute("href")));
}

/** The address without what follows it (`/liked-by`), where it is one of this author's. */
function ownAddress(node: HTMLElement, href: string | null): string | undefined {
  const [whole, by] = /\/profile\/([^/]+)\/post\/[a-z0-9]{8,20}/u.exec(href ?? "") ?? [];
  return by === handleOf(node) ? whole : undefined;
}

/** The post that a page is about has no link to itself but to those who liked it, and only once somebody did. */
function addressOf(node: HTMLElement, page: SitePage): string | undefined {
  const link = permalink(node)?.getAttribute("href") ?? page.url.pathname;
  const isPageOwn = link !== page.url.pathname || node.dataset["testid"]?.startsWith("postThreadItem");
  return isPageOwn ? ownAddress(node, link) : undefined;
}

function profileLinks(node: HTMLElement): HTMLElement[] {
  const profile = `/profile/${handleOf(node) ?? ""}`;
  const links = own(node, 'a[href^="/profile/"]').filter((link) => link.getAttribute("href") === profile);
  return links.filter((link) => visibleLine(link, 20) !== "");
}

function nameOf(node: HTMLElement): string | undefined {
  const link = profileLinks(node)[0];
  const name = visibleLine(link?.querySelector('[dir="auto"]') ?? link);
  return name.startsWith("@") ? undefined : name;
}

/** "Like (3,121 likes)"; its text may be "3.1K", or missing for none. */
function exactCount(node: HTMLElement, selector: string): number | undefined {
  return parseCount(
    /\(([^)]{1,40})\)/u.exec(node.querySelector(selector)?.getAttribute("aria-label") ?? "")?.[1],
  );
}

const digits = "234567abcdefghijklmnopqrstuvwxyz";

/**
 * The key of a record is the microsecond of its making and a clock's number of 10 bits, in base 32. Shown times are
 * in the reader's language. https://atproto.com/specs/tid
 */
function timeOfKey(key: string | undefined, now: number): ShownTime | undefined {
  if (!key || !/^[2-7a-z]{13}$/u.test(key)) return undefined;
  let value = 0n;
  for (const letter of key) value = value * 32n + BigInt(digits.indexOf(letter));
  return plausibleTime(Number(value >> 10n) / 1_000, "second", now);
}
