import { maxUrlLength } from "./text-bounds.ts";
import { targetOf } from "./redirectors.ts";
import { dropTracking } from "./tracking-parameters.ts";

/** The address an attribute means; none where it is no web address. */
export function toWebUrl(href: string | null | undefined, base: URL): URL | undefined {
  if (!href || href.length > 4 * maxUrlLength) return undefined;
  const address = href.trim();
  if (address === "" || address.startsWith("#")) return undefined;
  try {
    const url = new URL(address, base);
    return url.protocol === "https:" || url.protocol === "http:" ? url : undefined;
  } catch {
    // Pages are full of addresses that are none.
    return undefined;
  }
}

/** Where a link leads: the platform's redirectors undone, tracking and log-in taken out. */
export function cleanLink(href: string | null | undefined, base: URL): string | undefined {
  let url = toWebUrl(href, base);
  // A redirector may lead to another one; three is more than anybody stacks.
  for (let hops = 0; url && hops < 3; hops += 1) {
    const target = targetOf(url);
    if (target === undefined) break;
    url = toWebUrl(target, base) ?? url;
  }
  if (!url) return undefined;
  url.username = "";
  url.password = "";
  dropTracking(url);
  return url.href.length <= maxUrlLength ? url.href : undefined;
}

/** Whether a host is one of these or below one. */
export function isHostOf(host: string, ...parents: readonly string[]): boolean {
  return parents.some((parent) => host === parent || host.endsWith(`.${parent}`));
}
