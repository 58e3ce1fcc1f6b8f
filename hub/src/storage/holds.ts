import type { Transaction } from "kysely";
import { subjectKeyOf } from "../../../lib/brands/subjects.ts";
import { targetOf } from "../../../lib/reviews/kind.ts";
import { lineOf, readAncestors, type Statement } from "./ancestors.ts";
import type { HeldTable, ReviewTable, Tables } from "./tables.ts";

type Trx = Transaction<Tables>;
type Row = Statement & Pick<ReviewTable, "kind">;

/** What a hold is kept under: all spellings of a subject are one, and so are both of a signature. */
export function holdKeyOf(target: string): string {
  const review = targetOf(target);
  return review === undefined ? (subjectKeyOf(target) ?? target) : keyOfReview(review);
}

function keyOfReview(signatureKey: string): string {
  return `review ${signatureKey}`;
}

/** Tells which new rows wait. */
export interface Holding {
  /**
   * The key of the hold that a row falls under. Flags never do: they are why somebody looks. A delete of what is
   * published does not either: nobody may be kept from taking their words back.
   */
  holdKeyFor(row: Row): string | undefined;
  /** Takes note of a row that is not stored yet, so that others of its batch find it. */
  note(row: Row, heldUnder: string | undefined): void;
}

const nothingHeld: Holding = { holdKeyFor: () => undefined, note: () => undefined };

export async function readHolding(trx: Trx, rows: readonly Row[]): Promise<Holding> {
  const all = await trx.selectFrom("holds").select("hold_key").execute();
  if (all.length === 0) return nothingHeld;
  const holds = new Set(all.map((row) => row.hold_key));
  const known = await readAncestors(trx, rows);
  const held = await readHeldTargets(trx, rows);
  const keyFor = (row: Row): string | undefined => {
    const { reviews, subject } = lineOf(row, known);
    // What is about something that waits, waits with it.
    const keys = reviews.flatMap((review) => [keyOfReview(review), held.get(review) ?? []].flat());
    return [...keys, holdKeyOf(subject)].find((key) => holds.has(key));
  };
  return {
    holdKeyFor(row) {
      const isWithdrawal = row.kind === "delete" && !held.has(row.target_key ?? "");
      return row.kind === "flag" || isWithdrawal ? undefined : keyFor(row);
    },
    note(row, heldUnder) {
      known.set(row.signature_key, row);
      if (heldUnder !== undefined) held.set(row.signature_key, heldUnder);
    },
  };
}

/** Which of the reviews that rows are about wait themselves, and under which hold. */
async function readHeldTargets(trx: Trx, rows: readonly Row[]): Promise<Map<string, string>> {
  const keys = [...new Set(rows.flatMap(({ target_key: key }) => key ?? []))];
  if (keys.length === 0) return new Map();
  const found = await trx
    .selectFrom("held")
    .select(["signature_key", "hold_key"])
    .where("signature_key", "in", keys)
    .execute();
  return new Map(found.map((row) => [row.signature_key, row.hold_key]));
}

/** Puts rows into the queue, behind what waits already. */
export async function putHeld(trx: Trx, rows: readonly Omit<HeldTable, "position">[]): Promise<void> {
  if (rows.length === 0) return;
  const { last } = await trx
    .selectFrom("held")
    .select(({ fn }) => fn.max<number | null>("position").as("last"))
    .executeTakeFirstOrThrow();
  const first = (last ?? 0) + 1;
  await trx
    .insertInto("held")
    .values(rows.map((row, index) => ({ ...row, position: first + index })))
    .execute();
}
