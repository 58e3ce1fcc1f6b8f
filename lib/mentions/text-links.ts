import type { BrandEntry, Directory } from "../brands/directory.ts";

/** Hosts through which people pass anything: a link there says nothing of their owner. */
const carriers: ReadonlySet<string> = new Set(
  `twitter x facebook fb instagram youtube youtu tiktok reddit linkedin pinterest tumblr wordpress blogspot blogger medium
  substack bit tinyurl ow goo t lnkd buff dlvr ift trib amzn twitpic yfrog instagr vine flickr imgur giphy vimeo twitch
  spotify soundcloud github gitlab google dropbox telegram discord whatsapp wikipedia archive paypal patreon eventbrite
  change gofundme linktr bsky mastodon threads snapchat apple microsoft amazon ebay etsy`.split(/\s+/u),
);
const hostForm = /^(?:https?:\/\/)?([^\s/?#@]{1,253})(?:[/?#]|$)/i;
const mostLinks = 20;

/** The host that an address names, in lower case; none where it is no address. */
export function hostOfLink(link: string): string | undefined {
  return hostForm.exec(link)?.[1]?.toLowerCase();
}

/** Whose host that is; nobody's where anybody's things are at home. */
export async function brandOfHost(host: string, directory: Directory): Promise<BrandEntry | undefined> {
  const match = await directory.matchHost(host);
  if (!match || match.how === "country-site") return undefined;
  return carriers.has(match.domain.slice(0, match.domain.indexOf("."))) ? undefined : match.entry;
}

/** At most twenty: a post of hundreds of links is spam. */
export function fewLinks(links: readonly string[]): readonly string[] {
  return links.slice(0, mostLinks);
}
