import type { Post } from "../model/post.ts";
import { buildPost } from "./build-post.ts";
import type { SitePage } from "./define-site.ts";
import { visibleLine } from "./visible-text.ts";
import { cleanLink } from "./web-link.ts";

/** Addresses of a search engine's own that hold no target we can read: its counters, proxies and further searches. */
const ownPages =
  /^\/(?:search|images|videos|news|maps|imgres|url|aclk|ck|aclick|l|y\.js|do|sp|do\/proxy|proxy|redirect)(?:\/|\?|#|$)/u;

/**
 * A result as a post whose only link is where it leads, with the engine's redirectors undone. None where that is
 * nowhere but the engine itself (its hosts match `engine`). A search engine may be a result of its own search (`google.com/chrome`).
 */
export function resultOf(
  title: Element | null | undefined,
  page: SitePage,
  engine: RegExp,
): Post | undefined {
  const link = cleanLink(title?.getAttribute("href"), page.url);
  return link === undefined ? undefined : postOf(link, engine);
}

/**
 * The site that a result shows in words (`shop.example › kettles`), for where its link only counts clicks.
 */
export function citedResult(cite: Element | null, page: SitePage, engine: RegExp): Post | undefined {
  const [shown = ""] = visibleLine(cite, 300).split(/[\s›»>]/u);
  if (!/^(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?$/u.test(shown)) return undefined;
  const link = cleanLink(/^https?:/u.test(shown) ? shown : `https://${shown}`, page.url);
  return link === undefined ? undefined : postOf(link, engine);
}

function postOf(link: string, engine: RegExp): Post | undefined {
  const { hostname, pathname } = new URL(link);
  if (engine.test(hostname) && (pathname === "/" || ownPages.test(pathname))) return undefined;
  return buildPost({ text: "", links: [link], audience: "public" });
}

/**
 * The line of a result's title, whose end is free: the heading around the link, else what holds the link. Never
 * inside the link, where a press on the chip would follow it.
 */
export function titleLine(title: Element | null | undefined, node: HTMLElement): HTMLElement | undefined {
  const heading = title?.closest<HTMLElement>("h1,h2,h3,h4,[role=heading]");
  const line = heading ?? title?.parentElement ?? undefined;
  return line && node.contains(line) && !line.closest("a[href]") ? line : undefined;
}
