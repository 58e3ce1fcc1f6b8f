import type { PostMedia } from "../model/post.ts";
import { maxLinks, maxMedia, maxUrlLength } from "./text-bounds.ts";
import { visibleLine } from "./visible-text.ts";
import { cleanLink, toWebUrl } from "./web-link.ts";

/**
 * Where these links lead, each once. `leave` matches cleaned addresses that say nothing: hashtags, searches, the
 * post itself.
 */
export function linksOf(anchors: Iterable<Element>, base: URL, leave?: RegExp): string[] {
  const links = new Set<string>();
  for (const anchor of anchors) {
    if (links.size >= maxLinks) break;
    const link = cleanLink(anchor.getAttribute("href"), base);
    if (link !== undefined && !leave?.test(link)) links.add(link);
  }
  return [...links];
}

/** Pictures, films and sounds among these elements. A film's address is its still, since films play from `blob:`. */
export function mediaOf(elements: Iterable<Element>, base: URL): PostMedia[] {
  const media: PostMedia[] = [];
  for (const element of elements) {
    if (media.length >= maxMedia) break;
    media.push(mediumOf(element, base));
  }
  return media.filter(
    (medium, at) => !medium.url || media.findIndex((other) => other.url === medium.url) === at,
  );
}

function mediumOf(element: Element, base: URL): PostMedia {
  const tag = element.tagName.toUpperCase();
  const kind = tag === "VIDEO" ? "video" : tag === "AUDIO" ? "audio" : "image";
  const source =
    kind === "video"
      ? (element.getAttribute("poster") ?? element.getAttribute("src"))
      : element.getAttribute("src");
  const url = toWebUrl(source, base)?.href;
  const alt = (element.getAttribute("alt") ?? element.getAttribute("aria-label") ?? "").slice(0, 500).trim();
  return { kind, ...(url && url.length <= maxUrlLength ? { url } : {}), ...(alt ? { alt } : {}) };
}

/** A link's text where it is an address: platforms show where their shortened links lead. */
function shownAddress(anchor: Element): string | undefined {
  const text = visibleLine(anchor, 300);
  return /^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#]\S*)?…?$/u.test(text) ? text : undefined;
}

/** The address a shortened link shows: whole where it is whole, else the site it is cut off from. */
export function expandedLink(anchor: Element, base: URL): string | undefined {
  const shown = anchor.getAttribute("data-expanded-url") ?? shownAddress(anchor);
  if (!shown) return undefined;
  const address = /^https?:/iu.test(shown) ? shown : `https://${shown}`;
  if (!address.endsWith("…")) return cleanLink(address, base);
  // Cut off in the middle of the host, it leads nowhere.
  const site = /^https?:\/\/[^/?#]+\//iu.exec(address)?.[0];
  return cleanLink(site, base);
}
