import { Dexie } from "dexie";
import type { Coding, ReliabilitySample } from "../model/research/coding.ts";
import type { CollectionId } from "../model/research/collection.ts";
import type { ResearchItem } from "../model/research/item.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { ResearchDatabase } from "./research.ts";

type Draft = Omit<ReliabilitySample, "keys">;

/** Keeps a sample of these items, in this order. Items that are gone by now are left out. */
export async function keepSample(
  db: ResearchDatabase,
  draft: Draft,
  seqs: readonly number[],
): Promise<ReliabilitySample> {
  return withDatabaseErrors(() =>
    db.transaction("rw", db.items, db.samples, async () => {
      const items = await db.items.bulkGet([...seqs]);
      const keys = items.flatMap((item) => (item?.collection === draft.collection ? [item.key] : []));
      const sample = { ...draft, keys };
      await db.samples.put(sample);
      return sample;
    }),
  );
}

/** Newest first. */
export async function samplesOf(
  db: ResearchDatabase,
  collection: CollectionId,
): Promise<readonly ReliabilitySample[]> {
  return withDatabaseErrors(async () => {
    const samples = await db.samples.where("collection").equals(collection).toArray();
    return samples.toSorted((a, b) => b.createdAt - a.createdAt);
  });
}

/** Of a sample, in its order; without those that have been deleted. */
export async function itemsOfSample(
  db: ResearchDatabase,
  { collection, keys }: ReliabilitySample,
): Promise<readonly ResearchItem[]> {
  return withDatabaseErrors(async () => {
    const pairs = keys.map((key): [string, string] => [collection, key]);
    const items = await db.items.where("[collection+key]").anyOf(pairs).toArray();
    const byKey = new Map(items.map((item) => [item.key, item]));
    return keys.flatMap((key) => byKey.get(key) ?? []);
  });
}

/** What everybody has said of some items. */
export async function codingsOfItems(
  db: ResearchDatabase,
  seqs: readonly number[],
): Promise<readonly Coding[]> {
  return withDatabaseErrors(async () => {
    const ranges = seqs.map((seq): [unknown, unknown] => [
      [seq, Dexie.minKey],
      [seq, Dexie.maxKey],
    ]);
    return db.codings.where("[seq+coder]").inAnyRange(ranges, { includeUppers: true }).toArray();
  });
}

/** Forgets a sample; what was coded for it stays. */
export async function deleteSample(db: ResearchDatabase, id: string): Promise<void> {
  await withDatabaseErrors(async () => db.samples.delete(id));
}
