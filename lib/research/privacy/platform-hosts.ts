/** Platforms whose accounts stand at the beginning of the path, by host: `x.com/anna`. Ids as in `lib/sites`. */
const atRoot: Readonly<Record<string, string>> = {
  "about.me": "about.me",
  "behance.net": "behance",
  "buymeacoffee.com": "buymeacoffee",
  "dribbble.com": "dribbble",
  "facebook.com": "facebook",
  "fb.com": "facebook",
  "github.com": "github",
  "gitlab.com": "gitlab",
  "instagram.com": "instagram",
  "instagr.am": "instagram",
  "ko-fi.com": "ko-fi",
  "letterboxd.com": "letterboxd",
  "linktr.ee": "linktree",
  "onlyfans.com": "onlyfans",
  "patreon.com": "patreon",
  "paypal.me": "paypal",
  "pinterest.com": "pinterest",
  "snapchat.com": "snapchat",
  "soundcloud.com": "soundcloud",
  "t.me": "telegram",
  "telegram.me": "telegram",
  "twitch.tv": "twitch",
  "twitter.com": "x",
  "vk.com": "vk",
  "wa.me": "whatsapp",
  "x.com": "x",
};

/** Platforms of one host whose accounts stand deeper in the path, or in the query. */
const elsewhere: Readonly<Record<string, string>> = {
  "bsky.app": "bluesky",
  "linkedin.com": "linkedin",
  "lobste.rs": "lobsters",
  "medium.com": "medium",
  "news.ycombinator.com": "hackernews",
  "quora.com": "quora",
  "reddit.com": "reddit",
  "redd.it": "reddit",
  "threads.com": "threads",
  "threads.net": "threads",
  "tiktok.com": "tiktok",
  "trustpilot.com": "trustpilot",
  "youtube.com": "youtube",
};

/** Hosts below which each name is somebody's: `anna.tumblr.com`. */
const belowHost: Readonly<Record<string, string>> = {
  "bandcamp.com": "bandcamp",
  "blogspot.com": "blogger",
  "bsky.social": "bluesky",
  "carrd.co": "carrd",
  "deviantart.com": "deviantart",
  "github.io": "github",
  "livejournal.com": "livejournal",
  "medium.com": "medium",
  "substack.com": "substack",
  "tumblr.com": "tumblr",
  "wordpress.com": "wordpress",
};

export const platformIds: readonly string[] = [
  ...new Set([atRoot, elsewhere, belowHost].flatMap((table) => Object.values(table))),
];

const notPeople = new Set(["www", "m", "mobile", "old", "new", "api", "cdn", "static", "help", "support"]);

function ofHost(table: Readonly<Record<string, string>>, host: string): string | undefined {
  const labels = host.toLowerCase().split(".");
  for (let at = 0; at < labels.length - 1; at += 1) {
    const site = table[labels.slice(at).join(".")];
    if (site !== undefined) return site;
  }
  return undefined;
}

/** The platform that has its accounts at this host alone. */
export function siteOfHost(host: string): string | undefined {
  return ofHost(atRoot, host) ?? ofHost(elsewhere, host);
}

export function hasAccountsAtRoot(host: string): boolean {
  return ofHost(atRoot, host) !== undefined;
}

/** `anna` of `anna.tumblr.com`; on Bluesky the whole host is the handle. */
export function accountBelow(host: string): { site: string; handle: string; label: string } | undefined {
  const [label = "", ...rest] = host.toLowerCase().split(".");
  const site = belowHost[rest.join(".")];
  if (site === undefined || notPeople.has(label)) return undefined;
  return { site, handle: site === "bluesky" ? host.toLowerCase() : label, label };
}
