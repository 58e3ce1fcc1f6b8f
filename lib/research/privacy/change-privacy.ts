import { withDatabaseErrors } from "../../db/database-error.ts";
import { changeItems } from "../../db/research-items.ts";
import type { ChoreRow, ResearchDatabase } from "../../db/research.ts";
import { refused } from "../../model/refusal.ts";
import { ok, type Result } from "../../model/result.ts";
import type { CollectionId, CollectionPrivacy } from "../../model/research/collection.ts";
import { beginChore, finishStep } from "./chore-row.ts";
import { changeLog } from "./collection-log.ts";
import { nextItems, nextOf } from "./items-after.ts";
import { viewsToProtect, writeTerms } from "./protect-terms.ts";
import { protectItem } from "./protect-item.ts";

function daysOf({ retentionDays }: CollectionPrivacy): number {
  return retentionDays ?? Infinity;
}

/** Whether people are protected less than before in any respect. */
export function isLooser(from: CollectionPrivacy, to: CollectionPrivacy): boolean {
  return (
    (from.pseudonymise && !to.pseudonymise) ||
    (!from.keepMedia && to.keepMedia) ||
    (from.audience === "public-only" && to.audience === "any") ||
    daysOf(to) > daysOf(from)
  );
}

/** Whether what is kept already has to be protected anew. */
export function isStricterForKept(from: CollectionPrivacy, to: CollectionPrivacy): boolean {
  return (!from.pseudonymise && to.pseudonymise) || (from.keepMedia && !to.keepMedia);
}

/**
 * Changes how a collection protects people. Stricter holds for what is kept already (`runChore` with `protect`); looser
 * for what comes, and only with a reason.
 *
 * @returns `refused` (`empty`) where a reason is missing: for being looser, or for keeping what is not public.
 */
export async function changePrivacy(
  db: ResearchDatabase,
  id: CollectionId,
  to: CollectionPrivacy,
  note: string,
  nowMs: number,
): Promise<Result<void>> {
  return withDatabaseErrors(() =>
    db.transaction("rw", [db.collections, db.chores, db.items], async (): Promise<Result<void>> => {
      const collection = await db.collections.get(id);
      if (!collection) return refused("not-found");
      const { privacy: from } = collection;
      const lacksReason = to.audience === "any" && (to.audienceNote ?? "").trim() === "";
      if (lacksReason || (isLooser(from, to) && note.trim() === "")) return refused("empty");
      await db.collections.put({ ...collection, privacy: to });
      await changeLog(db, id, (log) => ({
        ...log,
        changes: [...log.changes, { at: nowMs, from, to, note: note.trim() }],
      }));
      if (isStricterForKept(from, to)) await beginChore(db, id, "protect", nowMs);
      return ok(undefined);
    }),
  );
}

/** One step of protecting what is kept already. */
export async function protectStep(db: ResearchDatabase, chore: ChoreRow): Promise<void> {
  const collection = await db.collections.get(chore.collection);
  const items = collection ? await nextItems(db, chore.collection, chore.cursor) : [];
  const protectedAnew = items.map(async (item) =>
    collection ? { ...(await protectItem(item, collection)), seq: item.seq } : item,
  );
  const safer = await Promise.all(protectedAnew);
  const next = nextOf(items);
  const views = collection && next === undefined ? await viewsToProtect(db, collection) : [];
  const write = async (): Promise<void> => {
    await writeTerms(db, views);
    await changeItems(db, safer);
  };
  await finishStep(db, chore, { read: items, next, write });
}
