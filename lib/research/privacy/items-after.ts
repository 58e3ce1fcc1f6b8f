import { Dexie } from "dexie";
import type { ResearchDatabase } from "../../db/research.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import type { CollectionId } from "../../model/research/collection.ts";

/** Rows that are held at a time. */
const stepSize = 500;

/** The next items of a collection by number. */
export async function nextItems(
  db: ResearchDatabase,
  collection: CollectionId,
  after: number,
  size = stepSize,
): Promise<readonly ResearchItem[]> {
  return db.items
    .where("[collection+seq]")
    .between([collection, after], [collection, Dexie.maxKey], false, true)
    .limit(size)
    .toArray();
}

/** After which item the next step begins; `undefined` where there is nothing left. */
export function nextOf(items: readonly ResearchItem[]): number | undefined {
  return items.length === stepSize ? items.at(-1)?.seq : undefined;
}

/** All of them, a step at a time. Ends early, without a word, when it is told to. */
export async function* itemsAfter(
  db: ResearchDatabase,
  collection: CollectionId,
  signal?: AbortSignal,
): AsyncGenerator<readonly ResearchItem[]> {
  let after = 0;
  for (;;) {
    const items = await nextItems(db, collection, after);
    if (items.length === 0 || signal?.aborted) return;
    yield items;
    after = items.at(-1)?.seq ?? after;
  }
}
