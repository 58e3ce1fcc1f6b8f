import type { Review } from "../model/review.ts";
import type { SubjectChange } from "./apply-summaries.ts";
import { applyBatch, derivedTables } from "./apply.ts";
import { refreshColumns } from "./columns-store.ts";
import type { CommunityDatabase } from "./community.ts";
import type { MetaRow, Place, TokenRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { derivedVersion } from "./derive.ts";
import { chunkSize } from "./store-reviews.ts";

type Progress = Extract<MetaRow["value"], object>;

/** Whether derived tables were made by other rules than these, or a rebuild was interrupted. */
export async function needsRebuild(db: CommunityDatabase, normVersion: number): Promise<boolean> {
  const [norm, derived, rebuild] = await db.meta.bulkGet(["normVersion", "derivedVersion", "rebuild"]);
  if (rebuild) return true;
  return numberOf(norm) !== normVersion || numberOf(derived) !== derivedVersion;
}

export interface RebuildOptions {
  /** The version of the rules behind `place`. */
  readonly normVersion: number;
  /** Reads a token anew, where what we read from tokens has changed. Without it the stored reading is kept. */
  readonly read?: (jwt: string) => Review | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Drops every derived table and makes it anew from the tokens, in transactions of 500. Interrupted at any point, it
 * goes on from there when called again with the same version; `storeReviews` may run in between.
 *
 * @param place - Where a subject belongs by today's rules; `undefined` keeps its place.
 * @param onProgress - Tokens done so far.
 */
export async function rebuildDerived(
  db: CommunityDatabase,
  place: (subject: string) => Place | undefined,
  onProgress: (done: number) => void,
  { normVersion, read, signal }: RebuildOptions,
): Promise<void> {
  await withDatabaseErrors(async () => {
    let progress = await begin(db, normVersion);
    for (;;) {
      signal?.throwIfAborted();
      const { after } = progress;
      const step = await db.transaction("rw", derivedTables(db), async () => {
        const rows = await db.tokens.where("id").above(after).limit(chunkSize).toArray();
        return {
          last: rows.at(-1)?.id,
          count: rows.length,
          changes: await replay(db, rows, place, read, progress),
        };
      });
      await refreshColumns(db, step.changes);
      if (step.last === undefined) break;
      progress = { normVersion, derivedVersion, after: step.last, done: progress.done + step.count };
      onProgress(progress.done);
    }
    await db.meta.bulkPut([
      { name: "normVersion", value: normVersion },
      { name: "derivedVersion", value: derivedVersion },
    ]);
    await db.meta.delete("rebuild");
  });
}

/** Goes on with an interrupted rebuild by the same rules, or empties the derived tables and starts. */
async function begin(db: CommunityDatabase, normVersion: number): Promise<Progress> {
  return db.transaction("rw", derivedTables(db), async () => {
    const stored = (await db.meta.get("rebuild"))?.value;
    const isSame = (held: Progress): boolean =>
      held.normVersion === normVersion && held.derivedVersion === derivedVersion;
    if (typeof stored === "object" && isSame(stored)) return stored;
    const derived = [db.effective, db.replies, db.votes, db.reactions, db.pending, db.summaries];
    const tables = [...derived, db.columns, db.prints, db.weighed];
    await Promise.all(tables.map((table) => table.clear()));
    const progress: Progress = { normVersion, derivedVersion, after: "", done: 0 };
    await db.meta.put({ name: "rebuild", value: progress });
    return progress;
  });
}

async function replay(
  db: CommunityDatabase,
  rows: readonly TokenRow[],
  place: (subject: string) => Place | undefined,
  read: RebuildOptions["read"],
  progress: Progress,
): Promise<SubjectChange[]> {
  const last = rows.at(-1);
  if (!last) return [];
  const renewed = rows.map((row) => renew(row, place, read));
  await db.tokens.bulkPut(renewed);
  const changes = await applyBatch(db, { arrived: [], again: renewed, gone: [] });
  const value: Progress = { ...progress, after: last.id, done: progress.done + rows.length };
  await db.meta.put({ name: "rebuild", value });
  return changes;
}

function renew(
  row: TokenRow,
  place: (subject: string) => Place | undefined,
  read: RebuildOptions["read"],
): TokenRow {
  const { siteKey: oldSiteKey, ...rest } = { ...row, ...read?.(row.jwt) };
  const found = place(row.subject) ?? { subjectKey: row.subjectKey, siteKey: oldSiteKey };
  const { subjectKey, siteKey } = found;
  return { ...rest, subjectKey, ...(siteKey !== undefined && { siteKey }) };
}

function numberOf(row: MetaRow | undefined): number {
  return typeof row?.value === "number" ? row.value : 0;
}
