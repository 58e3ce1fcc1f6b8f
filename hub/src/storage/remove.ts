import { feedSegmentSize } from "../../../lib/schema/feed.ts";
import type { Work } from "./database.ts";
import { removeFromSearch } from "./search-index.ts";
import { lockSequence, setState } from "./sequence.ts";
import { settleRoots } from "./standing.ts";

export interface Removal {
  readonly signatureKey: string;
  /** Public: it travels in the feed. */
  readonly reason: string;
  /** `YYYY-MM-DD`, also public. */
  readonly day: string;
}

/**
 * Takes a review out for good, with every edit of it: their words are the same review's. What remains is the
 * id, so that the token cannot come back, and the reason. Replies stay; they are other people's words.
 *
 * @returns How many tokens went; 0 when there is no such review.
 */
export async function remove(work: Work, { signatureKey, reason, day }: Removal): Promise<number> {
  const { trx } = work;
  await lockSequence(trx);
  const rows = await trx
    .selectFrom("reviews")
    .select(["seq", "id", "signature", "sub", "opinion", "root_key"])
    .where((row) => row.or([row("signature_key", "=", signatureKey), row("root_key", "=", signatureKey)]))
    .execute();
  if (rows.length === 0) return 0;
  for (const row of rows) {
    await removeFromSearch(work, row);
    await trx.deleteFrom("reviews").where("seq", "=", row.seq).execute();
    await trx
      .deleteFrom("feed_segments")
      .where("number", "=", Math.ceil(row.seq / feedSegmentSize))
      .execute();
    await trx.insertInto("removals").values({ id: row.id, signature: row.signature, reason, day }).execute();
  }
  // Where an edit went, the edit before it stands again.
  await settleRoots(
    trx,
    rows.flatMap((row) => row.root_key ?? []),
  );
  const state = await trx
    .selectFrom("hub_state")
    .select("value")
    .where("name", "=", "revision")
    .executeTakeFirstOrThrow();
  await setState(trx, "revision", state.value + 1);
  return rows.length;
}
