import type { LedgerEntry, LedgerRow } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

export type { LedgerEntry, LedgerRow } from "./personal-rows.ts";

export async function appendLedger(db: PersonalDatabase, entry: LedgerEntry): Promise<void> {
  await db.ledger.add(entry);
}

/** Requests since `sinceMs`, the newest first, at most `limit`. */
export async function ledgerSince(db: PersonalDatabase, sinceMs: number, limit = 1000): Promise<LedgerRow[]> {
  return db.ledger.where("at").aboveOrEqual(sinceMs).reverse().limit(limit).toArray();
}
