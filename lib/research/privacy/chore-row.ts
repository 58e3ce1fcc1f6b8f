import { Dexie } from "dexie";
import type { ChoreRow, ResearchDatabase } from "../../db/research.ts";
import type { ResearchItem } from "../../model/research/item.ts";
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

/** One step, worked out from what was read before: hashing cannot be done inside a transaction. */
interface Step {
  /** The items that it was worked out from. */
  readonly read: readonly ResearchItem[];
  /** After which item the next step begins; `undefined`: that was the last. */
  readonly next: number | undefined;
  readonly write: () => Promise<void>;
}

/**
 * Writes a step together with how far it came. Where another has done it meanwhile, or a recording has changed one of
 * its items, nothing is written and the step is worked out anew.
 */
export async function finishStep(
  db: ResearchDatabase,
  { collection, kind, cursor }: ChoreRow,
  { next, read, write }: Step,
): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    const chore = await db.chores.get([collection, kind]);
    if (chore?.cursor !== cursor || (await haveChanged(db, read))) return;
    await write();
    if (next === undefined) await db.chores.delete([collection, kind]);
    else await db.chores.put({ ...chore, cursor: next });
  });
}

async function haveChanged(db: ResearchDatabase, read: readonly ResearchItem[]): Promise<boolean> {
  const now = await db.items.bulkGet(read.map(({ seq }) => seq));
  // What was deleted stays deleted, whatever is written.
  return now.some((item, at) => item !== undefined && JSON.stringify(item) !== JSON.stringify(read[at]));
}
