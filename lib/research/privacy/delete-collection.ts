import { Dexie } from "dexie";
import { withDatabaseErrors } from "../../db/database-error.ts";
import { deleteOwnTasks } from "../../db/research-tasks.ts";
import type { ChoreRow, ResearchDatabase } from "../../db/research.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import { beginChore, finishStep } from "./chore-row.ts";

/** Rows of one table that go in one step. */
const most = 2_000;

/**
 * Begins to delete a collection: it is gone from every list at once, and with its key nobody can work out a pseudonym
 * again. `runChore` takes away the rest, in this life of the browser or the next.
 */
export async function beginDeletion(db: ResearchDatabase, id: CollectionId, nowMs: number): Promise<void> {
  await withDatabaseErrors(() =>
    db.transaction("rw", [db.collections, db.chores, db.items], async () => {
      await db.chores.where("[collection+kind]").between([id, Dexie.minKey], [id, Dexie.maxKey]).delete();
      await beginChore(db, id, "delete", nowMs);
      await db.collections.delete(id);
    }),
  );
}

/** One step of it: of each table the next few rows. The chore ends when there was nothing left of any. */
export async function deleteStep(db: ResearchDatabase, chore: ChoreRow): Promise<void> {
  const { collection: id } = chore;
  await db.transaction("rw", db.tables, async () => {
    // Indexes first: what is found by words must not outlive the words.
    const gone = [
      await first(db.blocks.where("[collection+name]").between(...all(id))),
      await first(db.changes.where("[collection+n]").between(...all(id))),
      await first(db.items.where("[collection+seq]").between(...all(id))),
      await first(db.codings.where("[collection+coder]").between(...all(id))),
      await first(db.codebooks.where("[collection+version]").between(...all(id))),
      await deleteSamples(db, id),
      await first(db.redetections.where("collection").equals(id)),
      await first(db.tallies.where("collection").equals(id)),
      await deleteSessions(db, id),
    ].reduce((sum, count) => sum + count, 0);
    const left = await db.items
      .where("[collection+seq]")
      .between(...all(id))
      .first();
    const next = left?.seq ?? chore.last;
    await finishStep(db, chore, {
      read: [],
      next: gone === 0 ? undefined : next,
      write: async () => undefined,
    });
  });
}

interface Some {
  limit(count: number): { delete(): PromiseLike<number> };
}

async function first(rows: Some): Promise<number> {
  return rows.limit(most).delete();
}

function all(id: CollectionId): readonly [[string, unknown], [string, unknown]] {
  return [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ];
}

/** With the tasks that they became here, which have texts of their own. */
async function deleteSamples(db: ResearchDatabase, id: CollectionId): Promise<number> {
  const samples = await db.samples.where("collection").equals(id).limit(most).primaryKeys();
  await deleteOwnTasks(db, samples);
  await db.samples.bulkDelete(samples);
  return samples.length;
}

/** A session goes when everything that hangs on it has gone. */
async function deleteSessions(db: ResearchDatabase, id: CollectionId): Promise<number> {
  const session = await db.sessions.where("collection").equals(id).first();
  if (!session) return 0;
  const views = await first(db.views.where("session").equals(session.id));
  const seen = await first(db.seen.where("[session+key]").between(...all(session.id)));
  if (views + seen > 0) return views + seen;
  await db.sessions.delete(session.id);
  return 1;
}
