import { isTracking } from "../model/tracking.ts";

/** An address as far as it says what is discussed there. */
export interface CanonicalLink {
  /** Equal for every spelling of the address: no scheme, no `www.`, no tracking. */
  readonly key: string;
  readonly host: string;
  /** A site's front page: what links there has no more than the site in common. */
  readonly isFront: boolean;
}

/** Subdomains that show the same page to other devices or other eyes. */
const sameSite = /^(?:www\d?|m|mobile|amp|old|np)\.(?=[^.]+\.[^.])/u;
const ampCache = /(?:^|\.)cdn\.ampproject\.org$/u;
const ampViewer = /^(?:www\.)?google\.[a-z.]{2,6}$/u;
/** `/c/s/` and `/amp/s/` stand before host and path of the page that is shown. */
const wrapped = /^\/(?:amp|[acv])\/(?:s\/)?([^/]+\.[^/]+)(\/.*)?$/u;
const frontNames = /\/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$/iu;
const ampEnd = /\/amp$|\.amp(?=\.html?$|$)/u;
/** `/`, `/de`, `/us/en`, `/en-GB`: the same front page for other people. */
const frontPath = /^(?:\/[a-z]{2}(?:[-_][a-z]{2})?){0,2}$/iu;
/** Parameters that choose the light form of a page. */
const ampParameters: ReadonlySet<string> = new Set(["amp", "amp_js_v", "usqp", "outputtype", "m"]);
const longest = 2000;

/** What equal addresses share. `undefined` for what is no address of the web. */
export function canonicalLink(address: string): CanonicalLink | undefined {
  if (address.length > longest) return undefined;
  const url = URL.parse(address);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) return undefined;
  return canonical(unwrapped(url) ?? url);
}

/** The page behind one of AMP's own addresses. */
function unwrapped({ hostname, pathname, search }: URL): URL | undefined {
  if (!ampCache.test(hostname) && !(ampViewer.test(hostname) && pathname.startsWith("/amp/"))) {
    return undefined;
  }
  const [, host, path = "/"] = wrapped.exec(pathname) ?? [];
  return host === undefined ? undefined : (URL.parse(`https://${host}${path}${search}`) ?? undefined);
}

function canonical(url: URL): CanonicalLink {
  const host = url.hostname.replace(sameSite, "");
  const path = pathOf(url.pathname);
  const query = url.search === "" ? "" : queryOf(url.searchParams);
  const video = host === "youtube.com" || host === "youtu.be" ? videoOf(url) : undefined;
  if (video !== undefined)
    return { key: `youtube.com/watch?v=${video}`, host: "youtube.com", isFront: false };
  // A port names another site, and in a key it stands where it stood.
  const port = url.port === "" ? "" : `:${url.port}`;
  return { key: host + port + path + query, host, isFront: query === "" && frontPath.test(path) };
}

function videoOf({ hostname, pathname, searchParams }: URL): string | undefined {
  if (hostname === "youtu.be") return pathname.slice(1) || undefined;
  return pathname === "/watch" ? (searchParams.get("v") ?? undefined) : undefined;
}

/** No slash at the end; `""` for the front page. */
function pathOf(written: string): string {
  const path = written.replaceAll(/\/{2,}/gu, "/").replace(frontNames, "/");
  const bare = path.endsWith("/") ? path.slice(0, -1) : path;
  return bare.replace(ampEnd, "");
}

function queryOf(parameters: URLSearchParams): string {
  const kept = [...parameters]
    .filter(([name, value]) => !isTracking(name) && !isLight(name, value))
    .map(([name, value]) => (value === "" ? name : `${name}=${value}`))
    .toSorted();
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}

function isLight(name: string, value: string): boolean {
  return ampParameters.has(name.toLowerCase()) && /^(?:|1|true|amp|0\.\d+|mq331.*)$/u.test(value);
}
