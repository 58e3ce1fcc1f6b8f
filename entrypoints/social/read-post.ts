import type { Post } from "../../lib/model/post.ts";
import { seenPostLimits as most, type SeenPost } from "../../lib/model/seen-post.ts";
import type { Quote } from "../../lib/model/sidebar-focus.ts";
import type { Site } from "../../lib/sites/define-site.ts";

/** What is read of a post: what is reported, and two numbers to know it again by without keeping it. */
interface ReadPost {
  readonly seen: SeenPost;
  /** Changes with anything that is reported. */
  readonly mark: number;
  /** Whose post it is: an edited or unfolded post keeps it, another post in the same node does not. */
  readonly identity: number;
}

/** Reads a node, or nothing: an adapter that meets a page it does not understand must not break it. */
export function readPost(site: Site, node: HTMLElement): ReadPost | undefined {
  let post: Post | undefined;
  try {
    post = site.readPost(node, { url: new URL(location.href), now: Date.now() });
  } catch {
    return undefined;
  }
  if (!post || (post.text === "" && post.links.length === 0)) return undefined;
  const seen = seenPost(post);
  const { author, url } = seen;
  const identity = hashOf(url ?? `${author?.handle ?? author?.name ?? ""}\n${seen.text.slice(0, 80)}`);
  return { seen, identity, mark: hashOf(`${identity}\n${seen.text}\n${seen.links.join("\n")}`) };
}

function seenPost({ author, links, text, url }: Post): SeenPost {
  const who = {
    ...(author?.name && { name: author.name.slice(0, most.name) }),
    ...(author?.handle && { handle: author.handle.slice(0, most.name) }),
  };
  return {
    ...(url && url.length <= most.link && { url }),
    ...((who.name || who.handle) && { author: who }),
    text: text.slice(0, most.text),
    links: links.filter(({ length }) => length <= most.link).slice(0, most.links),
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
