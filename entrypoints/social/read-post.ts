import type { Post, PostMedia } from "../../lib/model/post.ts";
import { seenPostLimits as most, type PostDetails, type SeenPost } from "../../lib/model/seen-post.ts";
import type { Quote } from "../../lib/model/sidebar-focus.ts";
import type { Site } from "../../lib/sites/define-site.ts";

/** What is read of a post: what is reported, and two numbers to know it again by without keeping it. */
interface ReadPost {
  readonly seen: SeenPost;
  /** Changes with anything that is reported while nothing is recorded. */
  readonly mark: number;
  /** Changes with what is reported beside that, but for times: "3 h" is another moment each time it is read. */
  readonly details?: number;
  /** Whose post it is: an edited or unfolded post keeps it, another post in the same node does not. */
  readonly identity: number;
}

/** Reads a node, or nothing: an adapter that meets a page it does not understand must not break it. */
export function readPost(site: Site, node: HTMLElement, isRecorded: boolean): ReadPost | undefined {
  let post: Post | undefined;
  try {
    post = site.readPost(node, { url: new URL(location.href), now: Date.now() });
  } catch {
    return undefined;
  }
  if (!post || !saysSomething(post, isRecorded)) return undefined;
  const details = isRecorded ? detailsOf(post, languageOf(site, node)) : undefined;
  const seen = seenPost(post, details);
  const { author, url } = seen;
  const identity = hashOf(url ?? `${author?.handle ?? author?.name ?? ""}\n${seen.text.slice(0, 80)}`);
  return {
    seen,
    identity,
    mark: hashOf(`${identity}\n${seen.text}\n${seen.links.join("\n")}`),
    ...(details && { details: hashOf(JSON.stringify({ ...details, publishedAt: 0 })) }),
  };
}

/** A picture alone names no brand, but it came by. */
function saysSomething({ links, media, text }: Post, isRecorded: boolean): boolean {
  return text !== "" || links.length > 0 || (isRecorded && media.length > 0);
}

function detailsOf({ media, publishedAt, replyTo, ...post }: Post, lang: string): PostDetails {
  return {
    ...(publishedAt !== undefined &&
      publishedAt >= 0 && {
        publishedAt,
        ...(post.publishedAtPrecision && { publishedAtPrecision: post.publishedAtPrecision }),
      }),
    truncated: post.truncated || post.text.length > most.text,
    media: media.slice(0, most.media).map(boundedMedia),
    ...(replyTo && replyTo.length <= most.link && { replyTo }),
    metrics: post.metrics,
    audience: post.audience,
    ...(lang && lang.length <= most.lang && { lang }),
  };
}

function boundedMedia({ alt, kind, url }: PostMedia): PostMedia {
  return {
    kind,
    ...(url && url.length <= most.link && { url }),
    ...(alt && { alt: alt.slice(0, most.alt) }),
  };
}

/** What platforms say of a post's text; not of the page around it, whose language is the reader's. */
function languageOf({ postSelector }: Site, node: HTMLElement): string {
  if (node.lang) return node.lang;
  const said = node.querySelector<HTMLElement>("[lang]:not([lang=''])");
  return said?.closest(postSelector) === node ? said.lang : "";
}

function seenPost({ author, links, text, url }: Post, details: PostDetails | undefined): SeenPost {
  const who = {
    ...(author?.name && { name: author.name.slice(0, most.name) }),
    ...(author?.handle && { handle: author.handle.slice(0, most.name) }),
    ...(details && author?.url && author.url.length <= most.link && { url: author.url }),
  };
  return {
    ...(url && url.length <= most.link && { url }),
    ...((who.name || who.handle || who.url) && { author: who }),
    text: text.slice(0, most.text),
    links: links.filter(({ length }) => length <= most.link).slice(0, most.links),
    ...(details && { details }),
  };
}

/** The post as the sidebar quotes it. */
export function quoteOf({ author, text, url }: SeenPost): Quote {
  const by = author?.name ?? author?.handle;
  return { text: text.slice(0, most.quote), ...(by && { author: by }), ...(url && { url }) };
}

/** FNV-1a over UTF-16 units: a few thousand posts do not meet by accident. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
