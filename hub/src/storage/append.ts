import type { Transaction } from "kysely";
import type { Review } from "../../../lib/model/review.ts";
import type { Work } from "./database.ts";
import { putHeld, readHolding, type Holding } from "./holds.ts";
import { rowOf } from "./review-row.ts";
import { addToSearch } from "./search-index.ts";
import { lockSequence, setSequence } from "./sequence.ts";
import { settle } from "./standing.ts";
import { readWithheldAuthors } from "./withheld.ts";
import type { HeldTable, ReviewTable, Tables } from "./tables.ts";

export type AppendOutcome =
  | { readonly kind: "added"; readonly seq: number }
  /** The same signed bytes are here already. */
  | { readonly kind: "known" }
  /** It waits until the operator has looked; nobody is shown it. */
  | { readonly kind: "held" }
  | { readonly kind: "removed"; readonly reason: string }
  | { readonly kind: "duplicate" | "unknown-target" | "foreign-edit" };

export interface AppendItem {
  readonly review: Review;
  /**
   * A submission is refused where the protocol says so. A copy from elsewhere is kept in whatever order it
   * comes: what another server accepted is not ours to judge.
   */
  readonly mode: "submit" | "copy";
}

/** Rows per statement: SQLite takes 32 766 parameters at most, a row has 25. */
const rowsPerInsert = 500;

/** Stores what is new, in order, in one transaction. Call with at most some hundred items. */
export async function append(work: Work, items: readonly AppendItem[]): Promise<readonly AppendOutcome[]> {
  const { trx } = work;
  const last = await lockSequence(trx);
  const candidates = items.map(({ review }) => rowOf(review, 0));
  const known = await readKnown(trx, candidates);
  for (const [key, author] of await readWithheldAuthors(trx, candidates, known.authorOf))
    known.withheldAuthorOf.set(key, author);
  const holding = await readHolding(trx, candidates);
  const rows: ReviewTable[] = [];
  const held: NewHeld[] = [];
  const outcomes = items.map((item): AppendOutcome => {
    const row = rowOf(item.review, last + rows.length + 1);
    const refusal = refuse(item, row, known);
    if (refusal) return refusal;
    const heldUnder = takeNote(row, known, holding);
    if (heldUnder !== undefined) {
      held.push(heldRow(row, heldUnder));
      return { kind: "held" };
    }
    rows.push(row);
    return { kind: "added", seq: row.seq };
  });
  await putHeld(trx, held);
  if (rows.length === 0) return outcomes;
  await insert(work, rows, items);
  await settle(trx, rows);
  await setSequence(trx, last + rows.length);
  return outcomes;
}

type NewHeld = Omit<HeldTable, "position">;

/** Lets later items of the batch find this one. @returns The hold that it falls under. */
function takeNote(row: ReviewTable, known: Known, holding: Holding): string | undefined {
  const heldUnder = holding.holdKeyFor(row);
  (heldUnder === undefined ? known.ids : known.heldIds).add(row.id);
  known.contents.add(row.content_key);
  known.authorOf.set(row.signature_key, row.author);
  holding.note(row, heldUnder);
  return heldUnder;
}

function heldRow(row: ReviewTable, holdKey: string): NewHeld {
  const { id, signature_key, target_key, author, kind, content_key, jwt } = row;
  return { id, hold_key: holdKey, signature_key, target_key, author, kind, content_key, jwt };
}

interface Known {
  readonly ids: Set<string>;
  /** Of tokens that wait. */
  readonly heldIds: Set<string>;
  readonly removals: ReadonlyMap<string, string>;
  /** Content of rows that stand; what was deleted may be said again. */
  readonly contents: Set<string>;
  /** Author by signature key of the reviews that the items are about. */
  readonly authorOf: Map<string, string>;
  /** The same of reviews that are kept aside: whoever wrote one may take it back all the same. */
  readonly withheldAuthorOf: Map<string, string>;
}

function refuse({ review, mode }: AppendItem, row: ReviewTable, known: Known): AppendOutcome | undefined {
  if (known.ids.has(row.id)) return { kind: "known" };
  if (known.heldIds.has(row.id)) return { kind: "held" };
  const reason = known.removals.get(row.id);
  if (reason !== undefined) return { kind: "removed", reason };
  if (mode === "copy") return undefined;
  if (known.contents.has(row.content_key)) return { kind: "duplicate" };
  if (row.target_key === null) return undefined;
  const author =
    known.authorOf.get(row.target_key) ??
    (review.kind === "delete" ? known.withheldAuthorOf.get(row.target_key) : undefined);
  if (author === undefined) return { kind: "unknown-target" };
  const isChange = review.kind === "edit" || review.kind === "delete";
  return isChange && author !== row.author ? { kind: "foreign-edit" } : undefined;
}

async function readKnown(trx: Transaction<Tables>, rows: readonly ReviewTable[]): Promise<Known> {
  const ids = rows.map(({ id }) => id);
  const keys = [...new Set(rows.flatMap(({ target_key: key }) => key ?? []))];
  const contents = rows.map((row) => row.content_key);
  const held = await trx
    .selectFrom("held")
    .select(["id", "content_key", "signature_key", "author"])
    .where((row) =>
      row.or([
        row("id", "in", ids),
        row("content_key", "in", contents),
        ...(keys.length === 0 ? [] : [row("signature_key", "in", keys)]),
      ]),
    )
    .execute();
  const [stored, removals, standing, targets] = [
    await trx.selectFrom("reviews").select("id").where("id", "in", ids).execute(),
    await trx.selectFrom("removals").select(["id", "reason"]).where("id", "in", ids).execute(),
    await trx
      .selectFrom("reviews")
      .select("content_key")
      .where("content_key", "in", contents)
      .where((row) => row.or([row("stands", "=", 1), row("kind", "in", ["edit", "delete"])]))
      .execute(),
    keys.length === 0
      ? []
      : await trx
          .selectFrom("reviews")
          .select(["signature_key", "author"])
          .where("signature_key", "in", keys)
          .execute(),
  ];
  return {
    ids: new Set(stored.map(({ id }) => id)),
    removals: new Map(removals.map(({ id, reason }) => [id, reason])),
    heldIds: new Set(held.map(({ id }) => id)),
    contents: new Set([...standing, ...held].map((row) => row.content_key)),
    authorOf: new Map([...held, ...targets].map((row) => [row.signature_key, row.author])),
    withheldAuthorOf: new Map(),
  };
}

async function insert(work: Work, rows: readonly ReviewTable[], items: readonly AppendItem[]): Promise<void> {
  const { trx } = work;
  const kids = new Map(items.map(({ review }) => [review.author, review.kid]));
  const authors = [...new Set(rows.map(({ author }) => author))].map((id) => ({
    id,
    kid: kids.get(id) ?? "",
  }));
  await trx
    .insertInto("authors")
    .values(authors)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (let i = 0; i < rows.length; i += rowsPerInsert) {
    await trx
      .insertInto("reviews")
      .values(rows.slice(i, i + rowsPerInsert))
      .execute();
  }
  await addToSearch(work, rows);
}
