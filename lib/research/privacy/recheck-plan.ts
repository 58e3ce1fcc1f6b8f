import type { ResearchDatabase } from "../../db/research.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import { itemsAfter } from "./items-after.ts";
import { type OpenedKey, openSealed } from "./seal-key.ts";

/** What a re-check would ask, host by host. Addresses live here alone, and as long as the page. */
export interface RecheckPlan {
  readonly hosts: ReadonlyMap<string, readonly { readonly seq: number; readonly url: string }[]>;
  /** Items whose address is sealed, and the key is not there. */
  readonly sealed: number;
  /** Items that have no address of their own, or one that was not kept. */
  readonly without: number;
}

/** Reads every item once. Nothing is asked. */
export async function planRecheck(
  db: ResearchDatabase,
  collection: CollectionId,
  key: OpenedKey | undefined,
  signal?: AbortSignal,
): Promise<RecheckPlan> {
  const hosts = new Map<string, { readonly seq: number; readonly url: string }[]>();
  const count = { sealed: 0, without: 0 };
  for await (const items of itemsAfter(db, collection, signal)) {
    for (const item of items) {
      const url = await originalAddress(item, key);
      const host = url === undefined ? undefined : URL.parse(url)?.host;
      if (url === undefined || host === undefined) {
        count[item.sealed !== undefined && !key ? "sealed" : "without"] += 1;
      } else {
        const asked = hosts.get(host) ?? [];
        asked.push({ seq: item.seq, url });
        hosts.set(host, asked);
      }
    }
  }
  return { hosts, ...count };
}

/** Its address as it was: open, or sealed to this key. One with a pseudonym in it leads nowhere. */
async function originalAddress(
  { sealed, url }: ResearchItem,
  key: OpenedKey | undefined,
): Promise<string | undefined> {
  if (sealed !== undefined) return key && (await openSealed(sealed, key))?.url;
  return url !== undefined && /\b[px]-(?:erased|[0-9a-hjkmnp-tv-z]{12})(?![\w-])/u.test(url)
    ? undefined
    : url;
}
