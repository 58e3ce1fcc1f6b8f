import { cleanLink, isHostOf } from "./web-link.ts";

/** The shapes of a single post's address; the class names around it are generated, these are what people share. */
const permalink =
  /^\/(?:[^/]+\/(?:posts|videos|photos)\/[^?#]+|groups\/[^/]+\/(?:posts|permalink)\/\d+|permalink\.php|story\.php|photo(?:\.php|\/)|watch\/|reel\/\d+|share\/[pvr]\/[\w-]+|events\/\d+)/u;
/** The parameters that name a post or a comment. All others say where the click came from. */
const naming = new Set(["comment_id", "fbid", "id", "reply_comment_id", "story_fbid", "v"]);
/** First parts of a path that are no person's or page's name. */
const reserved =
  /^(?:business|events|gaming|groups|hashtag|help|home\.php|l\.php|login|marketplace|media|messages|notes|pages|people|permalink\.php|photo|photo\.php|policies|privacy|profile\.php|reel|search|settings|share|sharer\.php|stories|story\.php|ufi|watch|a|r\.php)$/u;

function parse(href: string | null | undefined, base: URL): URL | undefined {
  const link = cleanLink(href, base);
  const url = link === undefined ? undefined : new URL(link);
  if (!url || !isHostOf(url.hostname, "facebook.com")) return undefined;
  // The phone site's addresses mean the same posts.
  url.hostname = "www.facebook.com";
  url.hash = "";
  // oxlint-disable-next-line unicorn/no-useless-spread -- deleting while iterating skips keys
  for (const name of [...url.searchParams.keys()]) if (!naming.has(name)) url.searchParams.delete(name);
  return url;
}

/** The address of the post or comment that a link leads to; none where it leads to something else. */
export function postAddress(href: string | null | undefined, base: URL): string | undefined {
  const url = parse(href, base);
  if (!url || !permalink.test(url.pathname)) return undefined;
  const needsNumber = /\.php$|^\/photo\/|^\/watch\//u.test(url.pathname);
  return needsNumber && url.searchParams.size === 0 ? undefined : url.href;
}

/** What a comment's address answers: the comment above it, or the post. */
export function answeredAddress(comment: string | undefined): string | undefined {
  if (comment === undefined) return undefined;
  const url = new URL(comment);
  if (!url.searchParams.has("comment_id")) return undefined;
  const answered = url.searchParams.has("reply_comment_id") ? "reply_comment_id" : "comment_id";
  url.searchParams.delete(answered);
  return url.href;
}

export interface Profile {
  readonly handle?: string | undefined;
  readonly url: string;
}

/** The person or page that a link leads to. */
export function profileAddress(href: string | null | undefined, base: URL): Profile | undefined {
  const url = parse(href, base);
  if (!url) return undefined;
  url.searchParams.delete("comment_id");
  url.searchParams.delete("reply_comment_id");
  const member = /^\/groups\/[^/]+\/user\/(\d+)/u.exec(url.pathname)?.[1];
  if (member) return { url: `https://www.facebook.com/${member}` };
  if (url.pathname === "/profile.php") return url.searchParams.has("id") ? { url: url.href } : undefined;
  if (url.pathname.startsWith("/people/")) return { url: url.origin + url.pathname };
  const [handle, ...rest] = url.pathname.split("/").filter(Boolean);
  if (!handle || rest.length > 0 || reserved.test(handle)) return undefined;
  return { handle: /^\d+$/u.test(handle) ? undefined : handle, url: `${url.origin}/${handle}` };
}
