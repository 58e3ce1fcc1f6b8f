import type { PageKey } from "../model/behind.ts";
import { isTracking } from "../model/tracking.ts";
import { readKeyLink } from "../reviews/key-link.ts";

/** In UTF-16 units, as files of circles allow. */
const longest = 2048;

/**
 * The reviewers' keys that a page says are its owner's, each once.
 *
 * @param links - Where its `rel=me` leads, as the page has it.
 */
export async function pageKeys(links: readonly string[], pageUrl: string): Promise<readonly PageKey[]> {
  const address = addressOfPage(pageUrl);
  if (address === undefined) return [];
  const read = await Promise.all(links.map(async (link) => readKeyLink(link)));
  const keys = read.flatMap((key) => (key.ok ? [{ ...key.value, address }] : []));
  return keys.filter(({ author }, index) => keys.findIndex((key) => key.author === author) === index);
}

/**
 * A page as its owner would say it: without scheme, `www.`, what follows people around, and trailing slash. Only of
 * pages that nobody can alter on the way.
 */
function addressOfPage(pageUrl: string): string | undefined {
  const url = URL.parse(pageUrl);
  if (url?.protocol !== "https:") return undefined;
  const names = Array.from(url.searchParams.keys());
  for (const name of names.filter(isTracking)) url.searchParams.delete(name);
  return `${url.host.replace(/^www\./u, "")}${url.pathname.replace(/\/+$/u, "")}${url.search}`.slice(
    0,
    longest,
  );
}
