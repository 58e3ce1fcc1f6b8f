import { readHost } from "../../lib/brands/directory-host.ts";
import type { SiteClaim } from "./facts.ts";

/** Sites where everyone has a page: the address names a profile, never a domain of the brand's own. */
const profileHosts: Readonly<Record<string, string>> = {
  "facebook.com": "facebook",
  "fb.com": "facebook",
  "instagram.com": "instagram",
  "twitter.com": "twitter",
  "x.com": "twitter",
  "youtube.com": "youtube",
  "tiktok.com": "tiktok",
  "linkedin.com": "linkedin",
  "pinterest.com": "pinterest",
  "threads.net": "threads",
  "bsky.app": "bluesky",
  "t.me": "telegram",
  "vk.com": "vk",
};

/**
 * Hosts that carry other people's pages and other brands' shops, or are about brands without being theirs.
 * Their own brands come from the supplement, which is taken at its word.
 */
const foreignHosts: ReadonlySet<string> = new Set(
  `goo.gl wikipedia.org wikimedia.org wikidata.org archive.org web.archive.org blogspot.com wordpress.com tumblr.com
  medium.com wixsite.com weebly.com jimdo.com squarespace.com myshopify.com github.com github.io gitlab.com gitlab.io
  bitbucket.org sourceforge.net codeberg.org netlify.app vercel.app sites.google.com play.google.com apps.apple.com
  linktr.ee bit.ly tinyurl.com yelp.com tripadvisor.com foursquare.com trustpilot.com crunchbase.com bloomberg.com
  weibo.com naver.com kakao.com line.me ameblo.jp fc2.com brandfolder.com brandfetch.com worldvectorlogo.com
  seeklogo.com dribbble.com behance.net notion.site readthedocs.io readthedocs.org stackoverflow.com cncf.io
  telegram.org flickr.com cloudfront.net`
    .split(/\s+/u)
    .filter((host) => host !== ""),
);

export type ReadWebsite =
  | { readonly kind: "site"; readonly site: SiteClaim }
  | { readonly kind: "profile"; readonly platform: string; readonly handle: string };

/** A website's address as a claim on a host, or as a profile; `undefined` for nobody's and unreadable ones. */
export function readWebsite(address: string): ReadWebsite | undefined {
  const url = URL.parse(address.includes("://") ? address : `https://${address}`);
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  const host = readHost(url.hostname);
  if (!host) return undefined;
  const platform = profileHosts[host.registrable];
  if (platform) {
    const handle = profileHandle(url.pathname);
    return handle ? { kind: "profile", platform, handle } : undefined;
  }
  if (foreignHosts.has(host.registrable) || foreignHosts.has(host.name)) return undefined;
  return { kind: "site", site: { ...siteOf(host), isRoot: isRootPath(url.pathname) } };
}

/** A domain as the supplement writes it: taken at its word. */
export function readDomain(domain: string): SiteClaim | undefined {
  const host = readHost(domain);
  return host && { ...siteOf(host), isRoot: true };
}

function siteOf(host: NonNullable<ReturnType<typeof readHost>>): Omit<SiteClaim, "isRoot"> {
  return { host: host.name, registrable: host.registrable, label: host.label };
}

function isRootPath(path: string): boolean {
  return /^\/*(?:[a-z]{2}(?:[-_][a-z]{2})?\/?){0,2}(?:(?:index|home|default|start)(?:\.\w+)?\/?)?$/iu.test(
    path,
  );
}

function profileHandle(path: string): string | undefined {
  const [first = "", second = ""] = path.split("/").filter((part) => part !== "");
  if (/^(?:pages|people|groups|profile\.php|sharer|search|hashtag|watch|p|explore)$/iu.test(first))
    return undefined;
  const handle = /^(?:company|showcase|channel|c|user)$/iu.test(first) ? second : first;
  return /^@?[\w.-]{2,60}$/u.test(handle) ? handle.replace(/^@/u, "") : undefined;
}
