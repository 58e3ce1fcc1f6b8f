import {
  changeColumns,
  type Columns,
  type ColumnChange,
  type PackedReview,
  packReviews,
  readColumns,
} from "../columns/columns.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { SubjectChange } from "./apply-summaries.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ColumnsRow, EffectiveRow, SummaryRow } from "./community-rows.ts";

/** From so many rows on a subject is kept packed; fewer are read and packed on the spot in a few milliseconds. */
export const packedFrom = 128;

const subjectsInTransaction = 40;

/**
 * Brings stored columns up to date after a write: by the changes alone where they follow on what is stored, else
 * anew from the rows. Kept out of the writing transaction: if the worker dies here, the revisions differ and the
 * next reader or writer notices.
 */
export async function refreshColumns(
  db: CommunityDatabase,
  changes: readonly SubjectChange[],
): Promise<void> {
  const bySubject = Map.groupBy(changes, ({ summary }) => summary.subjectKey);
  const large = [...bySubject].filter(([, own]) => rowsOf(own.at(-1)?.summary) >= packedFrom);
  for (let from = 0; from < large.length; from += subjectsInTransaction) {
    const some = new Map(large.slice(from, from + subjectsInTransaction));
    await db.transaction("rw", [db.columns, db.summaries, db.effective], async () => refreshSome(db, some));
  }
}

async function refreshSome(
  db: CommunityDatabase,
  changes: ReadonlyMap<SubjectKey, readonly SubjectChange[]>,
): Promise<void> {
  const keys = [...changes.keys()];
  const [rows, summaries] = await Promise.all([db.columns.bulkGet(keys), db.summaries.bulkGet(keys)]);
  const fresh = await Promise.all(
    keys.map(async (subjectKey, index): Promise<ColumnsRow[]> => {
      const summary = summaries[index];
      const row = rows[index];
      if (!summary || row?.revision === summary.revision) return [];
      const columns =
        changedColumns(row, summary, changes.get(subjectKey) ?? []) ?? (await packSubject(db, subjectKey));
      return [{ subjectKey, revision: summary.revision, packed: columns.buffer }];
    }),
  );
  await db.columns.bulkPut(fresh.flat());
}

/** The stored columns moved on by the changes, where these begin at the stored revision and end at the current. */
function changedColumns(
  row: ColumnsRow | undefined,
  summary: SummaryRow,
  changes: readonly SubjectChange[],
): Columns | undefined {
  const stored = row && readColumns(row.packed);
  if (!stored) return undefined;
  let { revision } = row;
  const moves: ColumnChange[] = [];
  for (const { summary: next, changes: steps } of changes) {
    if (next.revision <= revision) continue;
    if (next.revision - steps.length !== revision) return undefined;
    for (const { before, after } of steps) {
      const author = (after ?? before)?.author;
      if (author !== undefined) moves.push(after ? { author, review: packed(after) } : { author });
    }
    revision = next.revision;
  }
  return revision === summary.revision ? changeColumns(stored, moves) : undefined;
}

/** A subject's columns, for reading: the stored ones, or packed on the spot. Empty where nobody speaks about it. */
export async function columnsOf(db: CommunityDatabase, keys: readonly SubjectKey[]): Promise<Columns[]> {
  const found = new Map((await subjectColumns(db, keys)).map((each) => [each.subjectKey, each.columns]));
  return keys.map((key) => found.get(key) ?? packReviews([]));
}

/** The columns of a subject that somebody speaks about, and what they are of. */
export interface SubjectColumns {
  readonly subjectKey: SubjectKey;
  readonly siteKey: string | undefined;
  /** The summary's revision that the columns hold. Large ones may be a little behind. */
  readonly revision: number;
  readonly columns: Columns;
}

export async function subjectColumns(
  db: CommunityDatabase,
  keys: readonly SubjectKey[],
): Promise<SubjectColumns[]> {
  return db.transaction("r", [db.columns, db.summaries, db.effective], async () => {
    const distinct = [...new Set(keys)];
    const [rows, summaries] = await Promise.all([
      db.columns.bulkGet(distinct),
      db.summaries.bulkGet(distinct),
    ]);
    const found = await Promise.all(
      distinct.map(async (subjectKey, index): Promise<SubjectColumns[]> => {
        const summary = summaries[index];
        const row = rows[index];
        if (!summary) return [];
        const stored = row && readColumns(row.packed);
        // Large and a little stale beats exact and a second late: rows are read afresh, only their order is old.
        const isUsable = row?.revision === summary.revision || rowsOf(summary) >= packedFrom;
        const { siteKey } = summary;
        return stored && isUsable
          ? [{ subjectKey, siteKey, revision: row.revision, columns: stored }]
          : [{ subjectKey, siteKey, revision: summary.revision, columns: await packSubject(db, subjectKey) }];
      }),
    );
    return found.flat();
  });
}

async function packSubject(db: CommunityDatabase, subjectKey: SubjectKey): Promise<Columns> {
  const rows = await db.effective
    .where("[subjectKey+author]")
    .between([subjectKey, ""], [subjectKey, "\uffff"])
    .toArray();
  return packReviews(rows.map(packed));
}

function packed({ rating, ...row }: EffectiveRow): PackedReview {
  const { author, id, contentId, issuedAt, traits, textLength, helpful } = row;
  const packed = { author, id, contentId, issuedAt, traits, textLength, helpful };
  return { ...packed, ...(rating !== undefined && { rating }) };
}

function rowsOf(summary: SummaryRow | undefined): number {
  return summary ? summary.count + summary.generated : 0;
}
