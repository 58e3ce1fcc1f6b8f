import { foldName } from "./fold-name.ts";

/** A key of the index: what is hashed, and what decides in which bucket it stands. */
export interface DirectoryKey {
  readonly text: string;
  readonly route: string;
}

/**
 * A host that an entry owns. Every host of one registrable domain, and the country guess for it, stand in the
 * bucket of the domain's label, so that a page view reads one bucket whatever it asks.
 */
export function hostKey(host: string, label: string): DirectoryKey {
  return { text: `h:${host}`, route: label };
}

/** A label that means the same brand under any country's suffix. */
export function labelKey(label: string): DirectoryKey {
  return { text: `l:${label}`, route: label };
}

/** A folded name. Routed like a label: a brand's name is mostly its domain's label, in the same bucket. */
export function nameKey(folded: string): DirectoryKey {
  return { text: `n:${folded}`, route: folded };
}

export function wikidataKey(id: string): DirectoryKey {
  const text = `w:${id.trim().toUpperCase()}`;
  return { text, route: text };
}

/** `undefined` where the handle is empty or absurdly long. */
export function handleKey(platform: string, handle: string): DirectoryKey | undefined {
  const name = foldHandle(handle);
  if (name === "" || name.length > 100) return undefined;
  const text = `@${foldPlatform(platform)}:${name}`;
  return { text, route: text };
}

const platformAliases: Readonly<Record<string, string>> = {
  x: "twitter",
  "x.com": "twitter",
  "twitter.com": "twitter",
  fb: "facebook",
  ig: "instagram",
  yt: "youtube",
  bsky: "bluesky",
  vkontakte: "vk",
};

/** The name a platform goes by in the directory: `twitter` for X and so on. */
export function foldPlatform(platform: string): string {
  const name = platform.trim().toLowerCase();
  return platformAliases[name] ?? name;
}

/** Handles are compared without case, `@`, and the kind that LinkedIn and YouTube put before them. */
export function foldHandle(handle: string): string {
  return handle
    .trim()
    .toLowerCase()
    .replace(/^(?:company|showcase|c|user|channel)\//u, "")
    .replace(/^@/u, "")
    .replace(/\/+$/u, "");
}

/**
 * Names under which an entry is found besides its own spelling: without a leading article, without the "and"
 * that domains and hashtags drop, without the ".com" that some names carry.
 */
export function foldedVariants(name: string): readonly string[] {
  const variants = new Set([foldName(name)]);
  const bare = name
    .replace(/^the\s+/iu, "")
    .replace(/\.(?:com|de|fr|it|es|nl|pl|co\.uk|net|org|io|ai)$/iu, "");
  variants.add(foldName(bare));
  variants.add(foldName(bare.replaceAll(/\s*&\s*|\s+and\s+/giu, " ")));
  variants.delete("");
  return [...variants];
}
