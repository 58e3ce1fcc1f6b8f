import type { FeedKind } from "../model/research/session.ts";
import { cleanLink } from "./web-link.ts";

/** How a platform put the posts of a page in order, as far as its address says. */
export interface FeedOf {
  readonly kind: FeedKind;
  /** What was searched for, the tag, or the group's name. Untrusted. */
  readonly terms?: string;
}

/** One way of looking. First that fits: `path` against the path, with the group `terms`; else terms from the query. */
interface FeedRule {
  readonly path: RegExp;
  readonly kind: FeedKind;
  /** Names of query parameters that have to be there; the first that is has the terms. */
  readonly query?: readonly string[];
  /** A query parameter that has to have this value. */
  readonly value?: readonly [string, RegExp];
}

const search = (path: RegExp, ...query: readonly string[]): FeedRule => ({ path, kind: "search", query });
const feed = (kind: FeedKind, path: RegExp, value?: FeedRule["value"]): FeedRule => ({
  path,
  kind,
  ...(value && { value }),
});

/** Forums that one searches, reads by topic and has members: paths that most software of the kind shares. */
const forum = [
  search(/\/search/u, "q", "query", "s"),
  feed("tag", /^\/tags?\/(?<terms>[^/]+)/u),
  feed("latest", /^\/(?:latest|new|posts|unread)\b/u),
  feed("ranked", /^\/(?:top|hot|categories)\b/u),
  feed("group", /^\/c\/(?<terms>[^/]+)/u),
  feed("profile", /^\/(?:u|users|members?|author)\//u),
  feed("thread", /^\/(?:t|topic|thread|discussion)s?\//u),
] as const;
/** Comments below one page, on hosts of others: the page is the conversation. */
const thread = [feed("thread", /^/u)] as const;
const blog = [
  search(/^/u, "s", "q"),
  feed("tag", /\/(?:tag|label|category)\/(?<terms>[^/]+)/u),
  feed("profile", /\/(?:author|profile)\//u),
] as const;

/**
 * What the addresses of each platform whose posts are read say, by site id. Not part of the adapters, which go into
 * pages. A platform that shows two orders at one address (X's front page, TikTok's) is `unknown` there.
 */
export const feedRules: Readonly<Record<string, readonly FeedRule[]>> = {
  blogger: blog,
  bluesky: [
    search(/^\/search/u, "q"),
    feed("tag", /^\/hashtag\/(?<terms>[^/]+)/u),
    feed("thread", /^\/profile\/[^/]+\/post\//u),
    feed("ranked", /^\/profile\/[^/]+\/feed\//u),
    feed("latest", /^\/profile\/[^/]+\/lists\//u),
    feed("profile", /^\/profile\//u),
  ],
  commento: thread,
  discourse: forum,
  disqus: thread,
  facebook: [
    search(/^\/(?:search\/|groups\/[^/]+\/search)/u, "q"),
    feed("tag", /^\/hashtag\/(?<terms>[^/]+)/u),
    feed(
      "thread",
      /\/(?:posts|videos|permalink|photos?)\/|^\/(?:story|permalink|photo|watch)(?:\.php)?\/?$|^\/reel\//u,
    ),
    feed("group", /^\/groups\/(?!feed\b)(?<terms>[^/]+)/u),
    feed("latest", /^\/$/u, ["sk", /^h_chr$/u]),
    feed("ranked", /^\/(?:$|home\.php|groups\/feed)/u),
    feed("profile", /^\/[^/]+\/?$/u),
  ],
  giscus: thread,
  hackernews: [
    feed("ranked", /^\/(?:$|news|front|best|ask|show|active)/u),
    feed("latest", /^\/(?:newest|newcomments|shownew|asknew)/u),
    feed("search", /^\/from/u),
    feed("profile", /^\/(?:user|threads|submitted|favorites|upvoted)/u),
    feed("thread", /^\/item/u),
  ],
  instagram: [
    search(/^\/explore\/search/u, "q"),
    feed("tag", /^\/explore\/tags\/(?<terms>[^/]+)/u),
    feed("following", /^\/$/u, ["variant", /^(?:following|favorites)$/u]),
    feed("ranked", /^\/(?:$|explore|reels)/u),
    feed("thread", /^\/(?:[\w.]+\/)?(?:p|reel|tv)\//u),
    feed("profile", /^\/[\w.]+\/?/u),
  ],
  isso: thread,
  lemmy: [
    search(/^\/search/u, "q"),
    feed("latest", /^/u, ["sort", /^(?:New|NewComments|Old)$/u]),
    feed("ranked", /^/u, ["sort", /^(?:Active|Hot|Top|Scaled|MostComments|Controversial)/u]),
    feed("group", /^\/c\/(?<terms>[^/]+)/u),
    feed("profile", /^\/u\//u),
    feed("thread", /^\/(?:post|comment)\//u),
  ],
  linkedin: [
    search(/^\/search\/results/u, "keywords"),
    feed("tag", /^\/feed\/hashtag\/(?<terms>[^/]+)/u),
    feed("thread", /^\/(?:feed\/update|posts|pulse)\//u),
    feed("group", /^\/groups\/(?<terms>[^/]+)/u),
    feed("profile", /^\/(?:in|company|school|showcase)\//u),
    feed("ranked", /^\/feed\/?$/u),
  ],
  lobsters: [
    search(/^\/search/u, "q"),
    feed("tag", /^\/t\/(?<terms>[^/]+)/u),
    feed("latest", /^\/(?:newest|recent|comments)/u),
    feed("profile", /^\/(?:~|u\/)/u),
    feed("thread", /^\/s\//u),
    feed("ranked", /^\/(?:$|page\/|active|top)/u),
  ],
  mastodon: [
    search(/^\/search/u, "q"),
    feed("tag", /^\/tags\/(?<terms>[^/]+)/u),
    feed("thread", /^\/@[^/]+\/\d+/u),
    feed("profile", /^\/@[^/]+/u),
    feed("ranked", /^\/explore/u),
    feed("following", /^\/(?:$|home|lists\/)/u),
    feed("latest", /^\/public/u),
  ],
  microformats: blog,
  reddit: [
    search(/\/search/u, "q"),
    feed("thread", /^\/(?:r|u|user)\/[^/]+\/comments\//u),
    feed("latest", /^\/r\/(?<terms>[^/]+)\/new\b/u),
    feed("ranked", /^\/r\/(?<terms>[^/]+)\/(?:best|hot|top|rising|controversial)\b/u),
    feed("group", /^\/r\/(?<terms>[^/]+)/u),
    feed("profile", /^\/u(?:ser)?\//u),
    feed("latest", /^\/new\b/u),
    feed("ranked", /^\/(?:$|best|hot|top|rising)/u),
  ],
  "schema-org": forum,
  telegram: [search(/^\/s\//u, "q"), feed("group", /^\/s\/(?<terms>[^/]+)/u), feed("group", /^\/[akz]\//u)],
  threads: [
    search(/^\/search/u, "q"),
    feed("thread", /^\/@[\w.]+\/post\//u),
    feed("profile", /^\/@[\w.]+/u),
    feed("following", /^\/following/u),
    feed("ranked", /^\/(?:$|for_you)/u),
  ],
  tiktok: [
    search(/^\/search/u, "q"),
    feed("tag", /^\/tag\/(?<terms>[^/]+)/u),
    feed("thread", /^\/@[\w.]+\/(?:video|photo)\//u),
    feed("profile", /^\/@[\w.]+/u),
    feed("following", /^\/following/u),
    feed("ranked", /^\/(?:foryou|explore)/u),
  ],
  typepad: blog,
  utterances: thread,
  wordpress: blog,
  x: [
    search(/^\/search/u, "q"),
    feed("tag", /^\/hashtag\/(?<terms>[^/]+)/u),
    feed("latest", /^\/i\/lists\//u),
    feed("group", /^\/i\/communities\/(?<terms>[^/]+)/u),
    feed("ranked", /^\/explore/u),
    feed("thread", /^\/[^/]+\/status\//u),
    feed("unknown", /^\/(?:home|i|notifications|messages|settings|compose)\b/u),
    feed("profile", /^\/\w+/u),
  ],
  youtube: [
    search(/^\/results/u, "search_query"),
    feed("tag", /^\/hashtag\/(?<terms>[^/]+)/u),
    feed("following", /^\/feed\/subscriptions/u),
    feed("ranked", /^\/(?:$|feed\/trending)/u),
    feed("thread", /^\/(?:watch|shorts\/|post\/|live\/)/u),
    feed("profile", /^\/(?:@|c\/|channel\/|user\/)/u),
  ],
};

/** Longest terms that are kept, in UTF-16 units. */
const longestTerms = 200;

/** What the address of a page or frame says of the feed that a platform shows there. */
export function feedOf(site: string, address: string): FeedOf {
  const url = URL.parse(address);
  for (const rule of (url && feedRules[site]) ?? []) {
    const found = url && match(rule, url);
    if (found) return found;
  }
  return { kind: "unknown" };
}

/** Address of the conversation that a page shows, where it shows a single one. */
export function threadOf(site: string, address: string): string | undefined {
  const url = URL.parse(address);
  if (!url || feedOf(site, address).kind !== "thread") return undefined;
  // Which part of the conversation was looked at.
  url.hash = "";
  return cleanLink(url.href, url);
}

function match({ kind, path, query, value }: FeedRule, url: URL): FeedOf | undefined {
  const inPath = path.exec(url.pathname);
  if (!inPath || (value && !value[1].test(url.searchParams.get(value[0]) ?? ""))) return undefined;
  const asked = query?.map((name) => url.searchParams.get(name)).find((said) => said?.trim());
  if (query && !asked) return undefined;
  const terms = (asked ?? decoded(inPath.groups?.["terms"])).trim().slice(0, longestTerms);
  return { kind, ...(terms && { terms }) };
}

function decoded(segment = ""): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign: the segment stands for itself.
    return segment;
  }
}
