import { sql, type Transaction } from "kysely";
import { verifyToken } from "../../../lib/reviews/token.ts";
import type { Review } from "../../../lib/model/review.ts";
import { append } from "./append.ts";
import type { Database, Work } from "./database.ts";
import { holdKeyOf } from "./holds.ts";
import { lockSequence } from "./sequence.ts";
import type { HeldTable, HoldTable, Tables } from "./tables.ts";

/** Tokens per call of `append`. */
const chunkSize = 200;

/** Holds back what comes from now on. Again for the same target: the new last day counts. */
export async function hold(
  { trx }: Work,
  { target, day, untilDay }: { readonly target: string; readonly day: string; readonly untilDay?: string },
): Promise<void> {
  await lockSequence(trx);
  const row: HoldTable = { hold_key: holdKeyOf(target), target, day, until_day: untilDay ?? null };
  await trx
    .insertInto("holds")
    .values(row)
    .onConflict((conflict) => conflict.column("hold_key").doUpdateSet({ until_day: row.until_day }))
    .execute();
}

/** Everything on hold, the oldest first, with how many tokens wait. */
export async function listHolds({ kysely }: Database): Promise<readonly (HoldTable & { waiting: number })[]> {
  return kysely
    .selectFrom("holds")
    .leftJoin("held", "held.hold_key", "holds.hold_key")
    .select(["holds.hold_key", "target", "day", "until_day", sql<number>`count(held.id)`.as("waiting")])
    .groupBy(["holds.hold_key", "target", "day", "until_day"])
    .orderBy("day")
    .orderBy("holds.hold_key")
    .execute();
}

/** Tokens that wait, in the order in which they came. */
export async function listHeld({ kysely }: Database, limit: number): Promise<readonly HeldTable[]> {
  return kysely.selectFrom("held").selectAll().orderBy("position").limit(limit).execute();
}

/**
 * Lifts a hold and publishes what waited, in the order in which it came. What its author took back meanwhile is
 * never published.
 *
 * @returns How many tokens were published; `undefined` where there is no such hold.
 */
export async function release(work: Work, holdKey: string): Promise<number | undefined> {
  const { trx } = work;
  await lockSequence(trx);
  const gone = await trx.deleteFrom("holds").where("hold_key", "=", holdKey).executeTakeFirst();
  if (Number(gone.numDeletedRows) === 0) return undefined;
  const rows = await trx
    .selectFrom("held")
    .selectAll()
    .where("hold_key", "=", holdKey)
    .orderBy("position")
    .execute();
  await trx.deleteFrom("held").where("hold_key", "=", holdKey).execute();
  const reviews = await reviewsOf(await withoutGone(trx, withoutWithdrawn(rows)));
  let published = 0;
  for (let at = 0; at < reviews.length; at += chunkSize) {
    const items = reviews.slice(at, at + chunkSize).map((review) => ({ review, mode: "copy" }) as const);
    // Another hold may still stand over some of them: then they go on waiting, under that one.
    for (const { kind } of await append(work, items)) if (kind === "added") published += 1;
  }
  return published;
}

/** Lifts the holds whose last day is over. */
export async function releaseExpired(work: Work, today: string): Promise<number> {
  await lockSequence(work.trx);
  const over = await work.trx.selectFrom("holds").select("hold_key").where("until_day", "<", today).execute();
  for (const { hold_key: key } of over) await release(work, key);
  return over.length;
}

/** A delete that waits took back something that waits too, with its edits: nobody has seen any of it. */
function withoutWithdrawn(rows: readonly HeldTable[]): readonly HeldTable[] {
  const byKey = new Map(rows.map((row) => [row.signature_key, row]));
  const withdrawn = new Set(
    rows
      .filter(
        ({ kind, target_key: key, author }) => kind === "delete" && byKey.get(key ?? "")?.author === author,
      )
      .map(({ target_key: key }) => key),
  );
  return rows.filter(
    ({ kind, signature_key: key, target_key: target }) =>
      !withdrawn.has(key) && !((kind === "edit" || kind === "delete") && withdrawn.has(target)),
  );
}

/** Without edits of what is published and was taken back while they waited: a delete of that never waits. */
async function withoutGone(
  trx: Transaction<Tables>,
  rows: readonly HeldTable[],
): Promise<readonly HeldTable[]> {
  const edits = rows.filter(({ kind }) => kind === "edit");
  const gone = new Set<string>();
  for (let at = 0; at < edits.length; at += chunkSize) {
    const targets = edits.slice(at, at + chunkSize).flatMap(({ target_key: key }) => key ?? []);
    // An edit may name its original, or an edit of it.
    const found = await trx
      .selectFrom("reviews as target")
      .innerJoin("reviews as gone", (join) =>
        join.on((row) =>
          row(
            "gone.root_key",
            "=",
            row.fn.coalesce(row.ref("target.root_key"), row.ref("target.signature_key")),
          ),
        ),
      )
      .select("target.signature_key")
      .where("target.signature_key", "in", targets)
      .where("gone.kind", "=", "delete")
      .where("gone.root_key", "!=", "")
      .execute();
    for (const { signature_key: key } of found) gone.add(key);
  }
  return rows.filter(({ kind, target_key: key }) => kind !== "edit" || !gone.has(key ?? ""));
}

async function reviewsOf(rows: readonly Pick<HeldTable, "jwt">[]): Promise<readonly Review[]> {
  const results = await Promise.all(rows.map(({ jwt }) => verifyToken(jwt)));
  return results.map((result) => {
    // They were verified when they came: what does not hold now was changed in the database.
    if (!result.ok) throw new Error(`a held token does not verify: ${result.error.code}`);
    return result.value;
  });
}
