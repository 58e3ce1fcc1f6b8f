/** Parameters in which networks carry the real address through a page of their own. */
const carriers: readonly (readonly [host: RegExp, path: RegExp, parameter: string])[] = [
  [/(?:^|\.)(?:facebook|instagram|threads)\.(?:com|net)$/, /^\/(?:l\.php)?$/, "u"],
  [/(?:^|\.)youtube\.com$/, /^\/redirect$/, "q"],
  [/(?:^|\.)linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)/, "url"],
  [/(?:^|\.)tiktok\.com$/, /^\/link\/v2$/, "target"],
  [/(?:^|\.)vk\.com$/, /^\/away\.php$/, "to"],
  [/(?:^|\.)steamcommunity\.com$/, /^\/linkfilter/, "u"],
];
const longest = 4096;

/** Where a link leads once the network's own detour is taken out; `undefined` for what is no web address. */
export function outboundLink(address: string): string | undefined {
  const url = address.length > longest ? undefined : URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  for (const [host, path, parameter] of carriers) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    const target = url.searchParams.get(parameter);
    if (target === null) continue;
    const inner = URL.parse(/^https?:/i.test(target) ? target : `https://${target}`);
    return inner && /^https?:$/.test(inner.protocol) ? inner.href : undefined;
  }
  return url.href;
}
