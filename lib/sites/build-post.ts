import type { Post, PostAudience, PostMedia, PostMetrics } from "../model/post.ts";
import type { ShownTime } from "./shown-time.ts";
import { maxLinks, maxMedia, maxNameLength, maxTextLength, maxUrlLength } from "./text-bounds.ts";

type Optional<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** What an adapter found; what it did not find is left out or `undefined`. */
export interface PostParts {
  readonly url?: string | undefined;
  readonly author?: Optional<NonNullable<Post["author"]>> | undefined;
  readonly time?: ShownTime | undefined;
  readonly text: string;
  readonly truncated?: boolean;
  readonly links?: readonly string[];
  readonly media?: readonly PostMedia[];
  readonly replyTo?: string | undefined;
  readonly metrics?: Optional<PostMetrics>;
  readonly audience?: PostAudience;
}

/** A post of bounded size, or none where nothing was said: cards that are still loading, boxes to write in. */
export function buildPost(parts: PostParts): Post | undefined {
  const text = parts.text.slice(0, maxTextLength);
  const links = (parts.links ?? []).slice(0, maxLinks);
  const media = (parts.media ?? []).slice(0, maxMedia);
  if (text === "" && links.length === 0 && media.length === 0) return undefined;
  return {
    ...withUrl("url", parts.url),
    ...authorOf(parts.author),
    ...(parts.time ? { publishedAt: parts.time.at, publishedAtPrecision: parts.time.precision } : {}),
    text,
    truncated: (parts.truncated ?? false) || text.length < parts.text.length,
    links,
    media,
    ...withUrl("replyTo", parts.replyTo),
    metrics: metricsOf(parts.metrics ?? {}),
    audience: parts.audience ?? "unknown",
  };
}

function withUrl<const Name extends string>(
  name: Name,
  url: string | undefined,
): Partial<Record<Name, string>> {
  const record: Partial<Record<Name, string>> = {};
  if (url && url.length <= maxUrlLength) record[name] = url;
  return record;
}

function authorOf(author: PostParts["author"]): Pick<Post, "author"> {
  const name = author?.name?.slice(0, maxNameLength).trim();
  const handle = author?.handle?.slice(0, maxNameLength).trim().replace(/^@/u, "");
  const url = withUrl("url", author?.url);
  if (!name && !handle && !url.url) return {};
  return { author: { ...(name ? { name } : {}), ...(handle ? { handle } : {}), ...url } };
}

function metricsOf(found: Optional<PostMetrics>): PostMetrics {
  const known = Object.entries(found).filter(
    ([name, count]) => Number.isSafeInteger(count) && (name === "score" || (count ?? 0) >= 0),
  );
  return Object.fromEntries(known);
}
