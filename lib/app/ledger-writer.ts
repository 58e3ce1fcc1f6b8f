import type { PersonalDatabase } from "../db/personal.ts";
import type { LedgerTrace } from "../net/index.ts";

/**
 * Writes what `lib/net` traces. A request gets its row before it leaves, and its outcome in the same row; a row
 * whose worker died stays with status 0: it may have been sent.
 */
export function ledgerWriter(db: PersonalDatabase): (trace: LedgerTrace) => Promise<void> {
  const rows = new Map<string, number>();
  return async ({ id, ...entry }) => {
    const seq = rows.get(id);
    if (seq === undefined) {
      rows.set(id, await db.ledger.add(entry));
      return;
    }
    rows.delete(id);
    await db.ledger.update(seq, entry);
  };
}
