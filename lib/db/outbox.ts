import type { ReviewId } from "../model/review.ts";
import type { OutboxRow, OutboxState } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

export type { OutboxRow, OutboxState } from "./personal-rows.ts";

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

/** Every row, the newest first. */
export async function listOutbox(db: PersonalDatabase): Promise<OutboxRow[]> {
  return db.outbox.orderBy("createdAt").reverse().toArray();
}
