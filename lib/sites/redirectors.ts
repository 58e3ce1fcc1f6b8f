/** Pages of platforms that only lead away: `[host and path, parameters that hold the address]`. */
const redirectors: readonly (readonly [where: RegExp, ...parameters: string[]])[] = [
  [/^(?:lm?|www|m)\.facebook\.com\/(?:l\.php|flx\/warn\/)/u, "u"],
  [/^l\.(?:instagram|threads|messenger)\.(?:com|net)\//u, "u"],
  [/^(?:[a-z-]+\.)?linkedin\.com\/(?:safety\/go|redir\/(?:redirect|general-malware-page))/u, "url"],
  [/^(?:[a-z]+\.)?youtube\.com\/redirect/u, "q"],
  [/^out\.reddit\.com\//u, "url"],
  [/^(?:away\.|m\.)?vk\.(?:com|ru)\/away(?:\.php)?/u, "to"],
  [/^www\.google\.[a-z.]{2,6}\/url/u, "url", "q"],
  [/^duckduckgo\.com\/l\//u, "uddg"],
  [/^(?:www\.)?tiktok\.com\/link\/v2/u, "target"],
  [/^steamcommunity\.com\/linkfilter\//u, "u", "url"],
  [/^t\.umblr\.com\/redirect/u, "z"],
  [/^go\.bsky\.app\/redirect/u, "u"],
  [/^medium\.com\/r\//u, "url"],
  [/^disq\.us\/(?:url|\?url)/u, "url"],
  [/^(?:[a-z]+\.)?bing\.com\/ck\/a/u, "u"],
  [/^exit\.sc\//u, "url"],
  [/^slack-redir\.net\/link/u, "url"],
];

/** The address that a redirector's address holds. Disqus adds `:` and a checksum to it. */
export function targetOf(url: URL): string | undefined {
  const place = url.hostname + url.pathname;
  const [, ...parameters] = redirectors.find(([where]) => where.test(place)) ?? [];
  for (const name of parameters) {
    const target = spelledOut(url.searchParams.get(name));
    if (target && /^https?:\/\//iu.test(target)) {
      return url.hostname === "disq.us" ? target.replace(/:[\w-]{20,40}$/u, "") : target;
    }
  }
  return undefined;
}

/** Bing writes the address in base64 behind `a1`; other values are addresses as they are. */
function spelledOut(value: string | null): string | null {
  if (!value?.startsWith("a1")) return value;
  try {
    const binary = atob(value.slice(2).replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
  } catch {
    // A value that only looks like it.
    return value;
  }
}
