import type { FeedOfficialKey } from "../../lib/schema/feed-daily.ts";
import { holding } from "./feed/daily.ts";
import type { Extras } from "./feed/extras.ts";

/**
 * Keys that are proven for a site now, by what the operator's jobs say. Read anew when that changes.
 *
 * @param now - Epoch ms.
 */
export function officialKeysIn(
  extras: Extras,
  now: () => number,
): (site: string) => Promise<readonly FeedOfficialKey[]> {
  let version: number | undefined;
  let bySite: Promise<ReadonlyMap<string, readonly FeedOfficialKey[]>> = Promise.resolve(new Map());
  const read = async (): Promise<ReadonlyMap<string, readonly FeedOfficialKey[]>> =>
    Map.groupBy((await extras.read()).officialKeys ?? [], ({ brand }) => brand);
  return async (site) => {
    const current = await extras.version();
    if (current !== version) {
      version = current;
      bySite = read();
    }
    return holding((await bySite).get(site) ?? [], now());
  };
}
