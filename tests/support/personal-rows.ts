import type { LedgerEntry, OutboxRow, OwnToken } from "../../lib/db/personal-rows.ts";
import type { PersonalDatabase } from "../../lib/db/personal.ts";
import type { ReviewId } from "../../lib/model/review.ts";

// Rows as the background leaves them, for tests of what reads them.

export async function addToOutbox(db: PersonalDatabase, row: OutboxRow): Promise<void> {
  await db.outbox.add(row);
}

export async function saveOwnToken(db: PersonalDatabase, token: OwnToken): Promise<void> {
  await db.ownTokens.put(token);
}

export async function appendLedger(db: PersonalDatabase, entry: LedgerEntry): Promise<void> {
  await db.ledger.add(entry);
}

export async function removeRow(db: PersonalDatabase, id: ReviewId): Promise<void> {
  await db.outbox.delete(id);
}
