/** Places whose composer can be opened with a text filled in. */
export const shareNetworks = ["mastodon", "bluesky", "lemmy", "reddit", "x"] as const;
export type ShareNetwork = (typeof shareNetworks)[number];

/** A review to be passed on, its heading already in the person's language. Untrusted text. */
export interface ShareWords {
  /** Whose review it is, and of what. */
  readonly heading: string;
  readonly stars?: number;
  readonly opinion: string;
  /** The review's public page. */
  readonly link?: string;
}

/** A review to be passed on, and whose it is. */
export interface ShareRequest {
  readonly words: ShareWords;
  /** Somebody else's: under which licence. Absent for an own one. */
  readonly licence?: string;
}

/** What is filled in. */
export interface ShareDraft {
  /** Where the network asks for one. */
  readonly title?: string;
  readonly text: string;
  /** Goes into a field of its own. */
  readonly link?: string;
  /** Whether the end of the review was left out. */
  readonly isCut: boolean;
}

/** How a network writes and counts. */
interface Rules {
  /** Of `cost`. */
  readonly limit: number;
  readonly cost: (text: string) => number;
  /** Characters of a title; without one there is no title. */
  readonly titleLimit?: number;
  /** Texts are read as Markdown. */
  readonly isMarkdown?: boolean;
  /** The link has a field of its own. */
  readonly hasLinkField?: boolean;
  readonly address: (draft: ShareDraft, origin: string) => URL;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const graphemesOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);
/** Any address counts as one of this length: https://docs.joinmastodon.org/user/posting/#text, X alike. */
const linkLength = 23;
/** Many servers refuse an address beyond 8 kB; what stands around the text takes the rest. */
const longestEncoded = 6000;

const graphemeCount = (text: string): number => graphemesOf(text).length;
const encodedLength = (text: string): number => encodeURIComponent(text).length;

/**
 * A code point outside these ranges counts twice. https://docs.x.com/fundamentals/counting-characters. Emoji of several
 * code points are counted dearer than X does: the text is rather shorter than refused.
 */
function weightOnX(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const isLight =
    code <= 4351 ||
    (code >= 8192 && code <= 8205) ||
    (code >= 8208 && code <= 8223) ||
    (code >= 8242 && code <= 8247);
  return isLight ? 1 : 2;
}

/** X makes links of bare names of hosts as well. */
function costOnX(text: string): number {
  let cost = 0;
  for (const piece of text.split(/(\s+)/u)) {
    let own = 0;
    for (const character of piece) own += weightOnX(character);
    if (/^https?:\/\//iu.test(piece)) cost += linkLength;
    else
      cost += /[\p{L}\p{N}][.]\p{L}{2}/u.test(piece) ? Math.max(own, own + linkLength - piece.length) : own;
  }
  return cost;
}

const costOnMastodon = (text: string): number =>
  graphemeCount(text.replaceAll(/https?:\/\/\S+/giu, "x".repeat(linkLength)));

function withParameters(address: string, parameters: Readonly<Record<string, string | undefined>>): URL {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

const rules: Readonly<Record<ShareNetwork, Rules>> = {
  // https://docs.joinmastodon.org/api/oauth-scopes: the share page of every server takes `text`.
  mastodon: {
    limit: 500,
    cost: costOnMastodon,
    address: ({ text }, origin) => withParameters(`${origin}/share`, { text }),
  },
  // https://docs.bsky.app/docs/advanced-guides/intent-links
  bluesky: {
    limit: 300,
    cost: graphemeCount,
    address: ({ text }) => withParameters("https://bsky.app/intent/compose", { text }),
  },
  // https://github.com/LemmyNet/lemmy-ui: /create_post reads these from its address.
  lemmy: {
    limit: longestEncoded,
    cost: encodedLength,
    titleLimit: 200,
    isMarkdown: true,
    hasLinkField: true,
    address: ({ title, text, link }, origin) =>
      withParameters(`${origin}/create_post`, { url: link, title, body: text }),
  },
  reddit: {
    limit: longestEncoded,
    cost: encodedLength,
    titleLimit: 300,
    isMarkdown: true,
    // The old and the new form ask for a text post in words of their own.
    address: ({ title, text }) =>
      withParameters("https://www.reddit.com/submit", { selftext: "true", type: "TEXT", title, text }),
  },
  // https://developer.x.com/en/docs/x-for-websites/tweet-button/guides/web-intent
  x: {
    limit: 280,
    cost: costOnX,
    address: ({ text }) => withParameters("https://x.com/intent/post", { text }),
  },
};

/** Networks of many servers: the person's own has to be known. */
export function needsServer(network: ShareNetwork): network is "mastodon" | "lemmy" {
  return network === "mastodon" || network === "lemmy";
}

/** The network's composer with a text filled in. @param origin - Of the person's server, where networks have many. */
export function shareAddress(network: ShareNetwork, draft: ShareDraft, origin = ""): string {
  return rules[network].address(draft, origin).href;
}

/** What is filled in: as much of the review as the network takes, never more. */
export function shareDraft(network: ShareNetwork, words: ShareWords): ShareDraft {
  const { titleLimit, isMarkdown = false, hasLinkField = false, limit, cost } = rules[network];
  const heading = [starLine(words.stars), plain(words.heading).replaceAll(/\s+/gu, " ")]
    .filter(Boolean)
    .join(" ");
  const opinion = plain(words.opinion);
  const title = titleLimit === undefined ? undefined : clipped(heading, titleLimit);
  const write = (excerpt: string): string =>
    [
      title === undefined ? clipped(heading, longestHeading) : "",
      excerpt === "" ? "" : isMarkdown ? markdownQuote(excerpt) : `“${excerpt}”`,
      hasLinkField ? "" : (words.link ?? ""),
    ]
      .filter(Boolean)
      .join("\n\n");
  const excerpt = longestThatFits(opinion, (part) => cost(write(part)) <= limit);
  return {
    ...(title !== undefined && { title }),
    text: write(excerpt),
    ...(hasLinkField && words.link !== undefined && { link: words.link }),
    isCut: excerpt !== opinion,
  };
}

/** Graphemes; leaves more than half of the strictest network's room to the review. */
const longestHeading = 90;

function clipped(text: string, limit: number): string {
  const all = graphemesOf(text);
  return all.length <= limit
    ? text
    : `${all
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}

/** Filled and empty stars: every network shows these, and none has our icons. */
function starLine(stars: number | undefined): string {
  if (stars === undefined) return "";
  const full = Math.min(5, Math.max(0, Math.round(stars)));
  return "★".repeat(full) + "☆".repeat(5 - full);
}

/**
 * Words of others under the person's name: they must not call anybody, join a topic, or reorder what stands around
 * them. A word joiner takes the meaning from the sign and leaves the look.
 */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?!\s)[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .replaceAll(/([@＠#＃$])(?=[\p{L}\p{N}_])/gu, "$1\u2060")
    .replaceAll(/(?:\r\n|\r)/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

function markdownQuote(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${escaped(line.trim())}`)
    .join("\n");
}

function escaped(line: string): string {
  return (
    line
      .replaceAll(/[\\`*_[\]<>#~^|!&]/gu, "\\$&")
      .replace(/^(?:[-+=:]|\d+(?=[.)]))/u, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`))
      // Reddit calls people and places so.
      .replaceAll(/(?<![\p{L}\p{N}])([ur])\/(?=\w)/giu, "$1/\u2060")
  );
}

/** The longest beginning that fits, ended at a word where one is near. Empty where nothing does. */
function longestThatFits(text: string, fits: (part: string) => boolean): string {
  if (fits(text)) return text;
  const all = graphemesOf(text.slice(0, 10_000));
  const cut = (count: number): string => `${endedAtWord(all.slice(0, count).join(""))}…`;
  let [least, most] = [0, all.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(cut(middle))) least = middle;
    else most = middle - 1;
  }
  return least > 0 && fits(cut(least)) ? cut(least) : "";
}

function endedAtWord(text: string): string {
  const space = text.search(/\s\S*$/u);
  // Scripts without spaces end where they are.
  return (space > text.length - 30 && space > 0 ? text.slice(0, space) : text).trimEnd();
}
