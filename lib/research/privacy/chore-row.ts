import { Dexie } from "dexie";
import type { ChoreRow, ResearchDatabase } from "../../db/research.ts";
import type { CollectionId } from "../../model/research/collection.ts";

/** A chore at its beginning. Written in the transaction that makes it necessary. */
export async function beginChore(
  db: ResearchDatabase,
  collection: CollectionId,
  kind: ChoreRow["kind"],
  nowMs: number,
): Promise<void> {
  const items = db.items
    .where("[collection+seq]")
    .between([collection, Dexie.minKey], [collection, Dexie.maxKey]);
  const first = (await items.first())?.seq ?? 0;
  const last = (await items.last())?.seq ?? 0;
  await db.chores.put({ collection, kind, cursor: 0, startedAt: nowMs, first, last });
}

/** 0–1. */
export function choreProgress({ cursor, first, last }: ChoreRow): number {
  return Math.min(1, Math.max(0, (cursor - first + 1) / (last - first + 2)));
}

/**
 * Writes a step together with how far it came, unless another has done it meanwhile.
 *
 * @param next - Where the next step begins; `undefined`: that was the last.
 */
export async function finishStep(
  db: ResearchDatabase,
  { collection, kind, cursor }: ChoreRow,
  next: number | undefined,
  write: () => Promise<void>,
): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    const chore = await db.chores.get([collection, kind]);
    if (chore?.cursor !== cursor) return;
    await write();
    if (next === undefined) await db.chores.delete([collection, kind]);
    else await db.chores.put({ ...chore, cursor: next });
  });
}
