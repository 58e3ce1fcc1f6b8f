import type { Removal } from "../model/removal.ts";
import type { SubjectKey } from "../model/subject.ts";
import { addMissing } from "./add-missing.ts";
import type { SubjectChange } from "./apply-summaries.ts";
import { applyBatch, derivedTables } from "./apply.ts";
import { refreshColumns } from "./columns-store.ts";
import type { CommunityDatabase } from "./community.ts";
import type { StoredReview, TokenRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { rememberRemoved } from "./removed.ts";

/** Rows in one transaction: long enough to pay for it, short enough that a reader waits a blink. */
export const chunkSize = 500;

export interface StoreResult {
  readonly added: number;
  /** Already here, or on the removal list. */
  readonly known: number;
  /** Subjects whose reviews are others now. */
  readonly moved: readonly SubjectKey[];
}

/**
 * Stores verified reviews and everything derived from them, in transactions of 500. Idempotent and independent of
 * order: edits, replies and votes may come before what they are about.
 *
 * @param asOf - Now, in seconds: dates in the future are held at the day after.
 * @throws {DatabaseError} `quota` when the disk is full: the chunk that met it is undone whole, those before it
 *   stay, and the same call may be repeated later.
 */
export async function storeReviews(
  db: CommunityDatabase,
  reviews: readonly StoredReview[],
  { asOf }: { readonly asOf: number },
): Promise<StoreResult> {
  return withDatabaseErrors(async () => {
    let added = 0;
    const changes: SubjectChange[] = [];
    for (let from = 0; from < reviews.length; from += chunkSize) {
      const chunk = reviews.slice(from, from + chunkSize);
      const stored = await db.transaction("rw", derivedTables(db), async () => storeChunk(db, chunk, asOf));
      added += stored.added;
      changes.push(...stored.changes);
    }
    await refreshColumns(db, changes);
    const moved = [...new Set(changes.map(({ summary }) => summary.subjectKey))];
    return { added, known: reviews.length - added, moved };
  });
}

async function storeChunk(
  db: CommunityDatabase,
  reviews: readonly StoredReview[],
  asOf: number,
): Promise<{ added: number; changes: SubjectChange[] }> {
  const rows = new Map(reviews.map((review) => [review.id, tokenRow(review, asOf)]));
  const [aRemoved] = await db.removed.limit(1).primaryKeys();
  if (aRemoved !== undefined) {
    for (const row of await db.removed.bulkGet([...rows.keys()])) if (row) rows.delete(row.id);
  }
  const all = [...rows.values()];
  const [newReviews, statements] = await Promise.all([
    addReviews(
      db,
      all.filter(({ kind }) => kind === "review"),
    ),
    unknown(
      db,
      all.filter(({ kind }) => kind !== "review"),
    ),
  ]);
  const arrived = [...newReviews, ...statements];
  if (arrived.length === 0) return { added: 0, changes: [] };
  const changes = await applyBatch(db, { arrived, again: [], gone: [] });
  return { added: arrived.length, changes };
}

/**
 * Adds reviews and returns those that were not here. In a first copy nothing is known, so asking first would be in
 * vain; in a delta nearly everything is, and an attempt to add costs more than a question. A few rows tell.
 */
async function addReviews(db: CommunityDatabase, rows: readonly TokenRow[]): Promise<readonly TokenRow[]> {
  const step = Math.max(1, Math.ceil(rows.length / sampleSize));
  const sample = rows.filter((_, index) => index % step === 0);
  const isFirstCopy = (await unknown(db, sample)).length === sample.length;
  const { added } = await addMissing<TokenRow>(db.tokens, isFirstCopy ? rows : await unknown(db, rows));
  return added;
}

const sampleSize = 16;

async function unknown(db: CommunityDatabase, rows: readonly TokenRow[]): Promise<TokenRow[]> {
  if (rows.length === 0) return [];
  const stored = await db.tokens.bulkGet(rows.map(({ id }) => id));
  return rows.filter((_, index) => !stored[index]);
}

function tokenRow(review: StoredReview, asOf: number): TokenRow {
  return { ...review, storedAt: asOf };
}

/**
 * Takes reviews out for good, as a removal list asks: they are not stored again when a server still sends them.
 * What was about them waits, as if they had never come.
 */
export async function removeReviews(
  db: CommunityDatabase,
  removals: readonly Removal[],
  { asOf = Math.floor(Date.now() / 1000) }: { readonly asOf?: number } = {},
): Promise<number> {
  return withDatabaseErrors(async () => {
    let removed = 0;
    const changes: SubjectChange[] = [];
    const distinct = [...new Map(removals.map((removal) => [removal.id, removal])).values()];
    for (let from = 0; from < distinct.length; from += chunkSize) {
      const chunk = distinct.slice(from, from + chunkSize);
      const done = await db.transaction("rw", derivedTables(db), async () => removeChunk(db, chunk, asOf));
      removed += done.removed;
      changes.push(...done.changes);
    }
    await refreshColumns(db, changes);
    return removed;
  });
}

async function removeChunk(
  db: CommunityDatabase,
  removals: readonly Removal[],
  asOf: number,
): Promise<{ removed: number; changes: SubjectChange[] }> {
  await rememberRemoved(db, removals, asOf);
  const gone = (await db.tokens.bulkGet(removals.map(({ id }) => id))).filter((row) => row !== undefined);
  if (gone.length === 0) return { removed: 0, changes: [] };
  const again = await dependants(db, gone);
  const goneIds = gone.map(({ id }) => id);
  await db.tokens.bulkDelete(goneIds);
  await db.pending.bulkDelete(goneIds);
  const changes = await applyBatch(db, { arrived: [], again, gone });
  return { removed: gone.length, changes };
}

/** Stored statements that reached their original through one of the tokens that go. */
async function dependants(db: CommunityDatabase, gone: readonly TokenRow[]): Promise<TokenRow[]> {
  const goneIds = new Set(gone.map(({ id }) => id));
  const roots = new Set(gone.map(({ id, root }) => root ?? id));
  for (const id of goneIds) roots.add(id);
  const rows = await Promise.all(
    [...roots].map((root) => db.tokens.where("[root+kind]").between([root, ""], [root, "\uffff"]).toArray()),
  );
  return rows.flat().filter(({ id }) => !goneIds.has(id));
}
