import { databaseErrorOf, withDatabaseErrors } from "../../db/database-error.ts";
import { addItems, changeItem, itemTables, seqOfKey } from "../../db/research-items.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import type { CollectOutcome, FoundInPage } from "../../model/research/collect.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { NewItem } from "../../model/research/item.ts";
import { protectionOf } from "../../research/capture/store-batch.ts";
import { mergeItem } from "../../research/capture/merge-item.ts";
import type { CaptureTools } from "../../research/capture/tools.ts";
import type { JudgedPages } from "./judged-pages.ts";

export interface PutDependencies {
  readonly db: ResearchDatabase;
  readonly mayKeep: CaptureTools["mayKeep"];
  readonly judged: JudgedPages;
  /** `undefined`: its author was taken out of the collection. */
  readonly itemOf: (
    found: FoundInPage,
    collection: Collection,
    note: string | undefined,
  ) => Promise<NewItem | undefined>;
}

/** Into which collection, and why its page is public, where the researcher has just said that. */
interface Where {
  readonly collection: Collection;
  readonly note?: string | undefined;
}

/** Puts what was found into a collection, if the collection may keep it. A full disk is said, not thrown. */
export async function putCollected(
  found: FoundInPage,
  where: Where,
  needs: PutDependencies,
): Promise<CollectOutcome> {
  try {
    return await put(found, where, needs);
  } catch (cause) {
    const fault = databaseErrorOf(cause);
    if (!fault) throw cause;
    const { name: collectionName } = where.collection;
    return { kind: "refused", reason: "failed", collectionName, problem: fault.problem };
  }
}

async function put(found: FoundInPage, where: Where, needs: PutDependencies): Promise<CollectOutcome> {
  const { collection, note: said } = where;
  const { db, itemOf, judged, mayKeep } = needs;
  const { id, name: collectionName } = collection;
  const audience = found.post?.details?.audience ?? "unknown";
  const isAllowed = mayKeep({ audience }, collection);
  if (!isAllowed && audience === "restricted")
    return { kind: "refused", reason: "restricted", collectionName };
  const note = isAllowed ? undefined : (said ?? (await judged.noteOf(id, found.url)));
  if (!isAllowed && note === undefined) return { kind: "judge", collection: id, collectionName };
  const item = await itemOf(found, collection, note);
  if (!item) return { kind: "refused", reason: "erased", collectionName };
  const stored = await store(db, item, collection);
  if (stored === "gone") return { kind: "choose" };
  if (stored === "outdated") return again(found, where, needs);
  const { isNew, seq } = stored;
  if (note !== undefined) await judged.remember(id, found.url, note);
  const brands = [...new Set(item.mentions.map(({ name }) => name))];
  return { kind: "kept", collection: id, collectionName, seq, isNew, brands, ...(note && { note }) };
}

/** While it was made somebody was erased, or people are protected otherwise from now on. */
async function again(found: FoundInPage, where: Where, needs: PutDependencies): Promise<CollectOutcome> {
  const collection = await needs.db.collections.get(where.collection.id);
  return collection ? put(found, { ...where, collection }, needs) : { kind: "choose" };
}

interface Stored {
  readonly seq: number;
  readonly isNew: boolean;
}

/** Never twice: what is there already is brought up to date, and gets the quote that was selected now. */
async function store(
  db: ResearchDatabase,
  item: NewItem,
  collection: Collection,
): Promise<Stored | "gone" | "outdated"> {
  return withDatabaseErrors(() =>
    db.transaction("rw", [...itemTables(db), db.collections], async () => {
      const now = await db.collections.get(collection.id);
      if (!now) return "gone";
      if (protectionOf(now) !== protectionOf(collection)) return "outdated";
      return putItem(db, item);
    }),
  );
}

async function putItem(db: ResearchDatabase, item: NewItem): Promise<Stored> {
  const [added] = await addItems(db, [item]);
  if (added !== undefined) return { seq: added, isNew: true };
  const seq = await seqOfKey(db, item.collection, item.key);
  if (seq === undefined) throw new Error("an item that is neither new nor known");
  await changeItem(db, seq, (before) => ({
    ...mergeItem(before, item),
    ...(item.target && { target: item.target }),
    ...(item.title !== undefined && { title: item.title }),
    ...(item.audienceNote !== undefined && { audienceNote: item.audienceNote }),
  }));
  return { seq, isNew: false };
}
