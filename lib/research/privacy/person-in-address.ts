import type { Person } from "./person.ts";
import { bareHost, foldHandle, isPseudonym } from "./person.ts";
import { accountBelow, hasAccountsAtRoot, siteOfHost } from "./platform-hosts.ts";

/** Where in an address somebody stands. */
type PersonPlace =
  | { readonly kind: "segment"; readonly index: number; readonly handle: string }
  | { readonly kind: "query"; readonly key: string }
  | { readonly kind: "host"; readonly label: string };

export interface PersonInAddress {
  readonly person: Person;
  readonly place: PersonPlace;
}

/** Words after which a path names a member, on any host. */
const memberWords = /^(?:u|user|users|usr|profile|profiles|people|author|authors|member|members|athletes)$/iu;
const memberWordsOf: Readonly<Record<string, RegExp>> = {
  flickr: /^(?:photos|people)$/iu,
  linkedin: /^in$/iu,
  medium: /^u$/iu,
  snapchat: /^add$/iu,
  telegram: /^s$/iu,
  youtube: /^(?:channel|c|user)$/iu,
};
/** First words of paths at networks with accounts at the root that are pages of the network. */
const notAccounts = new Set(
  (
    "about help login signup signin register search explore settings privacy terms legal jobs careers home share " +
    "hashtag notifications messages intent api blog business ads policies developers download apps web i p reel " +
    "reels tv stories groups group events marketplace watch pages sharer sharer.php dialog plugins photo photo.php " +
    "photos permalink.php story.php profile.php public posts media friends l.php discover categories topics pin " +
    "ideas joinchat addstickers c directory orgs features pricing collections marketplace sponsors trending s add " +
    "status gaming feed wall videos video clips film films u user users profile people"
  ).split(" "),
);
const memberParameters = /^(?:user|username|user_name|screen_name|author|profile|member)$/iu;

/** The person that an address leads to or names: a profile, or a post below one. */
export function personInAddress(address: string): PersonInAddress | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  return below(url) ?? inPath(url) ?? inQuery(url);
}

function below(url: URL): PersonInAddress | undefined {
  const account = accountBelow(url.hostname);
  if (!account) return undefined;
  const { site, handle, label } = account;
  return { person: { site, handle }, place: { kind: "host", label } };
}

function inPath(url: URL): PersonInAddress | undefined {
  const site = siteOfHost(url.hostname);
  const segments = segmentsOf(url);
  const index = segments.findIndex((segment, at) => isAccount(segments[at - 1], segment, site));
  if (index !== -1) return atSegment(url, index, segments[index] ?? "");
  const [first = ""] = segments;
  if (!hasAccountsAtRoot(url.hostname) || first === "" || notAccounts.has(first.toLowerCase())) {
    return undefined;
  }
  return atSegment(url, 0, first);
}

function isAccount(before: string | undefined, segment: string, site: string | undefined): boolean {
  if (/^@[^@/]/u.test(segment)) return true;
  if (before === undefined || segment === "") return false;
  if (site === "linkedin" && before === "posts") return segment.includes("_");
  return memberWords.test(before) || (site !== undefined && (memberWordsOf[site]?.test(before) ?? false));
}

function atSegment(url: URL, index: number, segment: string): PersonInAddress {
  // LinkedIn writes `anna-smith_words-of-the-post-activity-7`.
  const written = siteOfHost(url.hostname) === "linkedin" ? (segment.split("_")[0] ?? segment) : segment;
  return {
    person: personAt(url, foldHandle(written)),
    place: { kind: "segment", index, handle: written },
  };
}

function inQuery(url: URL): PersonInAddress | undefined {
  const site = siteOfHost(url.hostname);
  for (const [key, value] of url.searchParams) {
    if (value === "" || !(memberParameters.test(key) || isIdOfMember(site, url.pathname, key))) continue;
    return { person: personAt(url, foldHandle(value)), place: { kind: "query", key } };
  }
  return undefined;
}

function isIdOfMember(site: string | undefined, path: string, key: string): boolean {
  if (key !== "id") return false;
  if (site === "hackernews") return /^\/(?:user|threads|submitted|favorites)$/u.test(path);
  return site === "facebook" && /^\/(?:profile|permalink|story|people)(?:\.php|\/)/u.test(path);
}

function personAt(url: URL, handle: string): Person {
  const site = siteOfHost(url.hostname);
  if (site !== undefined || isPseudonym(handle)) return { site: site ?? "hosted", handle };
  return { site: "hosted", handle: handle.includes("@") ? handle : `${handle}@${bareHost(url.host)}` };
}

/** Parts of the path, decoded where they can be. */
export function segmentsOf(url: URL): string[] {
  return url.pathname.split("/").slice(1).map(decoded);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign: the segment stands for itself.
    return segment;
  }
}
