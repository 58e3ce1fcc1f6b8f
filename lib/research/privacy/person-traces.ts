import type { ResearchItem } from "../../model/research/item.ts";
import type { Collection } from "../../model/research/collection.ts";
import { erasedName } from "./person.ts";
import { isErased } from "./protect.ts";
import { protectItem } from "./protect-item.ts";

/** What an item has to do with some people: nothing, names them, or is by one of them. */
export type Trace =
  | { readonly kind: "none" }
  | { readonly kind: "names"; readonly without: ResearchItem }
  | { readonly kind: "by" };

/**
 * Looks for people in an item by taking them out, so that what is found and what would be erased are one thing.
 *
 * @param pseudonyms - Of those who are looked for; nobody else is replaced.
 */
export async function traceIn(
  item: ResearchItem,
  { hashKey, privacy }: Collection,
  pseudonyms: readonly string[],
): Promise<Trace> {
  const looking = {
    hashKey,
    privacy: { ...privacy, pseudonymise: false, keepMedia: true },
    log: {
      erased: [{ at: 0, pseudonyms, deleted: 0, masked: 0 }],
      expired: 0,
      gone: 0,
      changes: [],
    },
  };
  const without = { ...(await protectItem(item, looking)), seq: item.seq };
  if (item.author !== erasedName && isErased(without)) return { kind: "by" };
  if (namesIn(without) === namesIn(item)) return { kind: "none" };
  // What is sealed has the addresses of what it answers as well, and nobody here can take one of them out.
  const isSealedToo = without.replyTo !== item.replyTo || without.thread !== item.thread;
  const { sealed: _, ...unsealed } = without;
  return { kind: "names", without: isSealedToo ? unsealed : without };
}

/** How often erased people stand in an item; nothing else in it may have changed. */
function namesIn(item: ResearchItem): number {
  return JSON.stringify(item).split(erasedName).length;
}
