import { withDatabaseErrors } from "../../db/database-error.ts";
import { changeItems, deleteItems } from "../../db/research-items.ts";
import { followInTasks } from "../../db/research-tasks.ts";
import type { ChoreRow, ResearchDatabase } from "../../db/research.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import type { CollectionId, CollectionLog, Erasure } from "../../model/research/collection.ts";
import { beginChore, finishStep } from "./chore-row.ts";
import { changeLog } from "./collection-log.ts";
import { nextItems, nextOf } from "./items-after.ts";
import { viewsToProtect, writeTerms } from "./protect-terms.ts";
import { traceIn } from "./person-traces.ts";

/**
 * Begins to erase a person: from now on nothing of theirs is kept, and `runChore` deletes what they wrote and takes
 * their name out of what others wrote. The log keeps the receipt, and pseudonyms without a name.
 *
 * @returns When it began: what the receipt is found by.
 */
export async function beginErasure(
  db: ResearchDatabase,
  collection: CollectionId,
  pseudonyms: readonly string[],
  nowMs: number,
): Promise<number> {
  await withDatabaseErrors(() =>
    db.transaction("rw", [db.collections, db.chores, db.items], async () => {
      const erasure: Erasure = { at: nowMs, pseudonyms, deleted: 0, masked: 0 };
      await changeLog(db, collection, (log) => ({ ...log, erased: [...log.erased, erasure] }));
      // One that is under way begins anew: its earlier steps did not know of this person.
      await beginChore(db, collection, "erase", nowMs);
    }),
  );
  return nowMs;
}

/** One step of it. Everybody who was ever erased is looked for, and counted with the newest. */
export async function eraseStep(db: ResearchDatabase, chore: ChoreRow): Promise<void> {
  const collection = await db.collections.get(chore.collection);
  const items = collection ? await nextItems(db, chore.collection, chore.cursor) : [];
  const deleted: number[] = [];
  const masked: ResearchItem[] = [];
  const pseudonyms = collection?.log?.erased.flatMap((erasure) => erasure.pseudonyms) ?? [];
  if (collection) {
    for (const item of items) {
      const trace = await traceIn(item, collection, pseudonyms);
      if (trace.kind === "by") deleted.push(item.seq);
      if (trace.kind === "names") masked.push(trace.without);
    }
  }
  const next = nextOf(items);
  const views = collection && next === undefined ? await viewsToProtect(db, collection) : [];
  const write = async (): Promise<void> => {
    await writeTerms(db, views);
    const { items: gone } = await deleteItems(db, deleted);
    await followInTasks(
      db,
      chore.collection,
      gone.map(({ key }) => key),
      masked,
    );
    await changeItems(db, masked);
    await changeLog(db, chore.collection, (log) => counted(log, deleted.length, masked.length));
  };
  await finishStep(db, chore, { read: items, next, write });
}

function counted(log: CollectionLog, deleted: number, masked: number): CollectionLog {
  const newest = log.erased.at(-1);
  if (!newest) return log;
  const sum = { ...newest, deleted: newest.deleted + deleted, masked: newest.masked + masked };
  return { ...log, erased: [...log.erased.slice(0, -1), sum] };
}
