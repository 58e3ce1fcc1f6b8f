import { withDatabaseErrors } from "../../db/database-error.ts";
import { deleteItems } from "../../db/research-items.ts";
import type { ChoreRow, ResearchDatabase } from "../../db/research.ts";
import { beginChore, finishStep } from "./chore-row.ts";
import { changeLog } from "./collection-log.ts";
import { nextItems, nextOf } from "./items-after.ts";

const dayMs = 24 * 3_600_000;

/** Begins to look for items whose time is over, in every collection that has one. Once a day. */
export async function beginExpiry(db: ResearchDatabase, nowMs: number): Promise<void> {
  await withDatabaseErrors(() =>
    db.transaction("rw", [db.collections, db.chores, db.items], async () => {
      const limited = await db.collections
        .filter(({ privacy }) => privacy.retentionDays !== undefined)
        .toArray();
      for (const { id } of limited) {
        // One under way goes on: a browser that is open for minutes a day would never come to the end.
        if (!(await db.chores.get([id, "expire"]))) await beginChore(db, id, "expire", nowMs);
      }
    }),
  );
}

/** One step of it: the time that counts is when an item was collected. */
export async function expireStep(db: ResearchDatabase, chore: ChoreRow): Promise<void> {
  const collection = await db.collections.get(chore.collection);
  const days = collection?.privacy.retentionDays;
  const items = days === undefined ? [] : await nextItems(db, chore.collection, chore.cursor);
  const oldest = chore.startedAt - (days ?? 0) * dayMs;
  const over = items.filter(({ collectedAt }) => collectedAt < oldest).map(({ seq }) => seq);
  const write = async (): Promise<void> => {
    await deleteItems(db, over);
    if (over.length === 0) return;
    await changeLog(db, chore.collection, (log) => ({ ...log, expired: log.expired + over.length }));
  };
  // That an item was met again changes nothing about when it was collected.
  await finishStep(db, chore, { read: [], next: nextOf(items), write });
}
