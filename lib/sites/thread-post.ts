import type { Post, PostAudience, PostMetrics } from "../model/post.ts";
import { buildPost } from "./build-post.ts";
import type { SitePage } from "./define-site.ts";
import { linksOf, mediaOf } from "./links-and-media.ts";
import type { ShownTime } from "./shown-time.ts";
import { maxLinks } from "./text-bounds.ts";
import { visibleText } from "./visible-text.ts";
import { cleanLink } from "./web-link.ts";

/** What an adapter found of a post whose text is markup of its own. Addresses as the page writes them. */
export interface ThreadPostParts {
  readonly url?: string | null | undefined;
  readonly name?: string | undefined;
  readonly handle?: string | undefined;
  readonly profile?: string | null | undefined;
  readonly time?: ShownTime | undefined;
  /** Stands before the text. */
  readonly title?: string | undefined;
  readonly bodies?: readonly (Element | null | undefined)[];
  /** Selector of what is in the bodies and not the author's words: quotes, previews, nested posts. */
  readonly skip?: string;
  /** Selector of links that lead to people and topics of the platform, wherever it has them. */
  readonly unlinked?: string;
  /** The page shows line feeds of its source as they are. */
  readonly keepNewlines?: boolean;
  /** Addresses that the post as a whole leads to. */
  readonly leadsTo?: readonly (string | null | undefined)[];
  /** Pictures and films that stand beside the text. */
  readonly media?: readonly Element[];
  readonly replyTo?: string | null | undefined;
  readonly metrics?: { readonly [Key in keyof PostMetrics]?: number | undefined };
  readonly audience: PostAudience;
  readonly truncated?: boolean;
}

/** A post of a thread, a forum or a blog. Links that stay on its host are navigation and left out. */
export function threadPost(page: SitePage, parts: ThreadPostParts): Post | undefined {
  const bodies = (parts.bodies ?? []).filter((body) => body !== undefined && body !== null);
  const pictures = bodies.flatMap((body) => written(body, "img,video,audio", parts.skip));
  return buildPost({
    url: cleanLink(parts.url, page.url),
    author: authorOf(page, parts),
    time: parts.time,
    text: [parts.title?.trim() ?? "", ...bodies.map((body) => textOf(body, parts))]
      .filter((piece) => piece !== "")
      .join("\n\n"),
    truncated: parts.truncated ?? false,
    links: outward(page, parts, bodies),
    media: mediaOf(
      [...pictures, ...(parts.media ?? [])].filter((one) => !isDecoration(one)),
      page.url,
    ),
    replyTo: cleanLink(parts.replyTo, page.url),
    metrics: parts.metrics ?? {},
    audience: parts.audience,
  });
}

function textOf(body: Element, { skip, keepNewlines = false }: ThreadPostParts): string {
  return visibleText(body, {
    keepNewlines,
    ...(skip === undefined ? {} : { skip: (element: Element) => element.matches(skip) }),
  });
}

/** An address alone is nobody. */
function authorOf(page: SitePage, { name, handle, profile }: ThreadPostParts): Post["author"] | undefined {
  if (!name && !handle) return undefined;
  const url = cleanLink(profile, page.url);
  return { ...(name ? { name } : {}), ...(handle ? { handle } : {}), ...(url ? { url } : {}) };
}

function outward(page: SitePage, parts: ThreadPostParts, bodies: readonly Element[]): string[] {
  const leads = (parts.leadsTo ?? []).map((href) => cleanLink(href, page.url));
  const anchors = bodies.flatMap((body) => written(body, "a[href]", parts.skip));
  const { unlinked } = parts;
  const inText = linksOf(
    unlinked ? anchors.filter((anchor) => !anchor.matches(unlinked)) : anchors,
    page.url,
  );
  const all = new Set([...leads, ...inText].filter((link) => link !== undefined));
  return [...all].filter((link) => new URL(link).host !== page.url.host).slice(0, maxLinks);
}

const decoration = /emoji|emote|avatar|smil(?:ie|ey)|spacer|pixel/iu;

function isDecoration(element: Element): boolean {
  if (element.tagName.toUpperCase() !== "IMG") return false;
  const looks = `${element.getAttribute("class") ?? ""} ${element.getAttribute("src") ?? ""}`;
  return decoration.test(looks.slice(0, 600));
}

/** Elements of a body that its author put there. */
function written(body: Element, selector: string, skip: string | undefined): Element[] {
  const found: Element[] = [];
  let seen = 0;
  for (const element of body.querySelectorAll(selector)) {
    seen += 1;
    if (seen > 200) break;
    const skipped = skip === undefined ? null : element.closest(skip);
    if (!skipped || !body.contains(skipped) || skipped === body) found.push(element);
  }
  return found;
}
