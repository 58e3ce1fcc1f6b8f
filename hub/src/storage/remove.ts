import type { RemovalCode } from "../../../lib/model/removal.ts";
import type { RemovalRecord } from "../../../lib/schema/removal-record.ts";
import { feedSegmentSize } from "../../../lib/schema/feed.ts";
import type { Work } from "./database.ts";
import { removeFromSearch } from "./search-index.ts";
import { bumpRevision, lockSequence } from "./sequence.ts";
import { settleRoots } from "./standing.ts";

/** Signs what is made public of a removal or a restoration. */
export type SignRecord = (record: RemovalRecord) => Promise<string>;

export interface RemoveOrder {
  readonly signatureKey: string;
  /** Public, as are place and day: they travel in the feed. */
  readonly code: RemovalCode;
  /** Of a court or an authority, ISO 3166. */
  readonly jurisdiction?: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Without it nothing signed is kept. */
  readonly sign?: SignRecord;
  /** Until when the tokens are kept aside for an appeal; without it they are gone at once. */
  readonly keepUntilDay?: string;
}

/**
 * Takes a review out for good, with every edit of it: their words are the same review's. What remains is the
 * id, so that the token cannot come back, and the reason. Replies stay; they are other people's words.
 *
 * @returns How many tokens went; 0 when there is no such review.
 */
export async function remove(work: Work, order: RemoveOrder): Promise<number> {
  const { signatureKey } = order;
  const { trx } = work;
  await lockSequence(trx);
  const rows = await trx
    .selectFrom("reviews")
    .select(["seq", "id", "signature", "signature_key", "sub", "opinion", "root_key", "jwt"])
    .where((row) => row.or([row("signature_key", "=", signatureKey), row("root_key", "=", signatureKey)]))
    .execute();
  for (const row of rows) {
    await removeFromSearch(work, row);
    await trx.deleteFrom("reviews").where("seq", "=", row.seq).execute();
    await trx
      .deleteFrom("feed_segments")
      .where("number", "=", Math.ceil(row.seq / feedSegmentSize))
      .execute();
  }
  const waiting = await removeHeld(work, signatureKey);
  for (const row of [...rows, ...waiting]) await keepRecord(work, row, order);
  if (rows.length + waiting.length === 0) return 0;
  // Where an edit went, the edit before it stands again.
  await settleRoots(
    trx,
    rows.flatMap((row) => row.root_key ?? []),
  );
  await bumpRevision(trx);
  return rows.length + waiting.length;
}

interface Gone {
  readonly id: string;
  readonly signature: string;
  readonly signature_key: string;
  readonly jwt: string;
}

/** What waits under a hold goes the same way: its author may hand it in elsewhere, and copies may come back. */
async function removeHeld({ trx }: Work, signatureKey: string): Promise<readonly Gone[]> {
  const rows = await trx
    .selectFrom("held")
    .select(["id", "signature_key", "jwt"])
    .where((row) =>
      row.or([
        row("signature_key", "=", signatureKey),
        row.and([row("target_key", "=", signatureKey), row("kind", "in", ["edit", "delete"])]),
      ]),
    )
    .execute();
  if (rows.length === 0) return [];
  await trx
    .deleteFrom("held")
    .where(
      "id",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map(({ id, signature_key, jwt }) => {
    const signature = jwt.slice(jwt.lastIndexOf(".") + 1);
    return { id, signature, signature_key, jwt };
  });
}

async function keepRecord({ trx }: Work, gone: Gone, order: RemoveOrder): Promise<void> {
  const { id, jwt } = gone;
  const { code, jurisdiction, day, sign, keepUntilDay, signatureKey } = order;
  const record = await sign?.({ act: "remove", id, code, day, ...(jurisdiction && { jurisdiction }) });
  await trx.deleteFrom("restorations").where("id", "=", id).execute();
  await trx
    .insertInto("removals")
    .values({
      id,
      signature: gone.signature,
      signature_key: gone.signature_key,
      root_key: signatureKey,
      reason: jurisdiction === undefined ? code : `${code} ${jurisdiction}`,
      code,
      jurisdiction: jurisdiction ?? null,
      day,
      record: record ?? null,
    })
    .execute();
  if (keepUntilDay === undefined) return;
  await trx.insertInto("withheld").values({ id, jwt, until_day: keepUntilDay }).execute();
}
