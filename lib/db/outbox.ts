import type { ReviewId } from "../model/review.ts";
import type { OutboxRow, OutboxState } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

export type { OutboxRow, OutboxState } from "./personal-rows.ts";

/** What still wants something done. `sending` is among them: a worker that died left it so. */
const openStates: ReadonlySet<OutboxState> = new Set(["held", "sending", "unclear", "waiting"]);

/** Stores a signed token to send. The same token again changes nothing, whatever has become of it. */
export async function addToOutbox(db: PersonalDatabase, row: OutboxRow): Promise<void> {
  await db.transaction("rw", db.outbox, async () => {
    if (!(await db.outbox.get(row.id))) await db.outbox.add(row);
  });
}

/** Rows to act on now, the longest due first. */
export async function dueRows(db: PersonalDatabase, nowMs: number): Promise<OutboxRow[]> {
  const rows = await db.outbox.where("sendAt").belowOrEqual(nowMs).toArray();
  return rows.filter(({ state }) => openStates.has(state));
}

/** When the next open row falls due, in epoch ms. */
export async function nextDueAt(db: PersonalDatabase): Promise<number | undefined> {
  const next = await db.outbox
    .orderBy("sendAt")
    .filter(({ state }) => openStates.has(state))
    .first();
  return next?.sendAt;
}

export async function outboxRow(db: PersonalDatabase, id: ReviewId): Promise<OutboxRow | undefined> {
  return db.outbox.get(id);
}

/**
 * Changes a row, unless it left one of the states in `from` meanwhile: so "undo" and "send" cannot both win.
 *
 * @returns Whether the row was changed.
 */
export async function updateRow(
  db: PersonalDatabase,
  id: ReviewId,
  changes: Partial<Omit<OutboxRow, "id">>,
  from?: readonly OutboxState[],
): Promise<boolean> {
  return db.transaction("rw", db.outbox, async () => {
    const row = await db.outbox.get(id);
    if (!row || (from && !from.includes(row.state))) return false;
    await db.outbox.put({ ...row, ...changes });
    return true;
  });
}

/** Takes a row out, unless it left one of the states in `from` meanwhile. @returns The row that was removed. */
export async function removeRow(
  db: PersonalDatabase,
  id: ReviewId,
  from?: readonly OutboxState[],
): Promise<OutboxRow | undefined> {
  return db.transaction("rw", db.outbox, async () => {
    const row = await db.outbox.get(id);
    if (!row || (from && !from.includes(row.state))) return undefined;
    await db.outbox.delete(id);
    return row;
  });
}

/** Every row, the newest first. */
export async function listOutbox(db: PersonalDatabase): Promise<OutboxRow[]> {
  return db.outbox.orderBy("createdAt").reverse().toArray();
}
