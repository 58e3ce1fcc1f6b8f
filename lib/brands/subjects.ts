import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { SubjectKey, SubjectUri } from "../model/subject.ts";
import { foldGeo, foldUrn } from "./other-schemes.ts";
import { hostParts } from "./host.ts";
import type { HostParts } from "./host.ts";
import { itemPath } from "./shop-rules.ts";
import { identifyingQuery } from "./tracking.ts";
import { profileAt } from "./user-sites.ts";

/**
 * Grows whenever the reading form of any subject may have changed: suffix list (tldts), host lists, shop and
 * query rules. Stored with derived rows, which are rebuilt when it differs.
 */
export const normVersion = 2;

/** Protocol limit for subjects in characters (contract 3.2); everything we write is ASCII. */
const longestSubject = 100;
/** Longer input is nobody's subject; it is not worth the time of reading it. */
const longestInput = 4096;

/** Why a page cannot be written about as a product. */
export type Unaddressable = "too-long" | "query-only" | "no-address";

interface Place {
  readonly parts: HostParts;
  /** Host to compare by: no `www.`, aliases of a network joined. */
  readonly host: string;
  /** Without trailing slash; `""` for the front page. */
  readonly path: string;
  /** Identifying part of the query with its `?`, else `""`. */
  readonly query: string;
  /** Set on a page of somebody's account: `x.com/nike`. */
  readonly profile?: string;
}

/**
 * The reading form of a subject: what everyone who meant the same thing shares, however they wrote it.
 * Total and idempotent; `undefined` for what is no subject of the network (`mailto:`, rubbish, too long).
 */
export function subjectKeyOf(uri: string): SubjectKey | undefined {
  const text = uri.length > longestInput ? "" : uri.trim();
  if (/^urn:/i.test(text)) return foldUrn(text);
  if (/^geo:/i.test(text)) return foldGeo(text);
  const place = placeOf(text);
  return place && `https://${place.host}${place.path}${place.query}`;
}

/**
 * The site that a subject or page belongs to: registrable domain (private suffixes counted), or host or
 * `host/path` where each user has a site of its own. `undefined` for `urn:`, `geo:`, IP addresses, `localhost`.
 */
export function siteKeyOf(uri: string): string | undefined {
  const place = uri.length > longestInput ? undefined : placeOf(uri.trim());
  return place?.profile ?? place?.parts.site;
}

/** What a review of a brand is written about. @param site - A `siteKeyOf`. */
export function brandSubject(site: string): SubjectUri {
  return `https://${site}`;
}

/** What a review of a shop is written about. @param site - A `siteKeyOf`. */
export function shopSubject(site: string): SubjectUri {
  return `https://${site}`;
}

/**
 * What a review of a product is written about, from the product's canonical address: `https`, no fragment, no
 * query, no port, the shop's shortest path. The host stays as it is, `www.` included: servers fetch it.
 */
export function productSubject(canonicalUrl: string): Result<SubjectUri, Unaddressable> {
  const place = canonicalUrl.length > longestInput ? undefined : placeOf(canonicalUrl.trim());
  if (!place?.parts.site || (place.path === "" && place.query === "")) return err("no-address");
  if (place.query !== "") return err("query-only");
  const uri = `https://${place.profile ? place.host : place.parts.host}${place.path}`;
  return uri.length > longestSubject ? err("too-long") : ok(uri);
}

/** A page's path as subjects have it: no trailing slash, no default file, `""` for the front page. */
export function pathOf(url: URL): string {
  return foldPath(url.pathname);
}

function placeOf(text: string): Place | undefined {
  const url = webUrl(text);
  const parts = url && hostParts(url.hostname);
  if (!url || !parts) return undefined;
  const path = foldPath(url.pathname);
  const profile = profileAt(parts, path);
  if (profile) {
    const rest = foldPath(profile.rest);
    return {
      parts,
      host: profile.host,
      path: profile.path + rest,
      query: rest === "" ? "" : identifyingQuery(rest, url.searchParams),
      profile: profile.host + profile.path,
    };
  }
  const short = itemPath({ host: parts.bare, domain: parts.site, label: parts.label }, path);
  if (short !== undefined) return { parts, host: parts.bare, path: short, query: "" };
  return { parts, host: parts.bare, path, query: identifyingQuery(path, url.searchParams) };
}

/** `http` counts as `https`: the network knows no `http` subject, and both show the same thing. */
function webUrl(text: string): URL | undefined {
  if (!/^https?:/i.test(text)) return undefined;
  return URL.parse(text) ?? undefined;
}

/** No trailing slash, no default file, one spelling of percent signs. */
function foldPath(path: string): string {
  const spelled = path.replace(/%[\da-f]{2}/gi, (code) => {
    const char = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    // Unreserved characters mean the same encoded and bare (RFC 3986, 2.3).
    return /[\w~.-]/.test(char) ? char : code.toUpperCase();
  });
  return spelled.replace(/\/{2,}/g, "/").replace(/(?:\/(?:index|default)[.](?:html?|php|aspx?))*\/?$/i, "");
}
