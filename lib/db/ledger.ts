import type { LedgerRow } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

export type { LedgerRow } from "./personal-rows.ts";

/** How many requests there were since `sinceMs`, by what caused them. Counted whole, whatever a list shows. */
export async function requestsByCause(
  db: PersonalDatabase,
  sinceMs: number,
): Promise<ReadonlyMap<LedgerRow["cause"], number>> {
  const counts = new Map<LedgerRow["cause"], number>();
  await db.ledger
    .where("at")
    .aboveOrEqual(sinceMs)
    .each(({ cause }) => counts.set(cause, (counts.get(cause) ?? 0) + 1));
  return counts;
}

/** Requests since `sinceMs`, the newest first, at most `limit`. */
export async function ledgerSince(db: PersonalDatabase, sinceMs: number, limit = 1000): Promise<LedgerRow[]> {
  return db.ledger.where("at").aboveOrEqual(sinceMs).reverse().limit(limit).toArray();
}

/** When requests left for a host since a moment, the oldest first. Epoch ms. */
export async function requestsTo(
  db: PersonalDatabase,
  host: string,
  sinceMs: number,
): Promise<readonly number[]> {
  const rows = await db.ledger.where("at").above(sinceMs).toArray();
  return rows.filter((row) => row.host === host).map(({ at }) => at);
}
