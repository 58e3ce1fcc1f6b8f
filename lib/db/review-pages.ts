import { joinColumns } from "../columns/columns.ts";
import { comparePositions, type Position, rankOf, type ReviewOrder } from "../columns/rank.ts";
import { type ColumnFilter, selectRows } from "../columns/select.ts";
import type { SubjectKey } from "../model/subject.ts";
import { columnsOf } from "./columns-store.ts";
import type { CommunityDatabase } from "./community.ts";
import type { EffectiveRow, ReviewRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { reviewRowsOf } from "./review-rows.ts";
import { textMatcher } from "../model/text-match.ts";

type ReviewSort = ReviewOrder;

/** Where a page ended. Plain data, good for the same sort and filters even when rows come and go. */
export type ReviewCursor = Position;

export interface ReviewQuery extends ColumnFilter {
  /** Equal subjects, read as one. */
  readonly keys: readonly SubjectKey[];
  readonly sort: ReviewSort;
  /** All of these words, in any order, whatever their case and accents. */
  readonly text?: string | undefined;
  readonly after?: ReviewCursor | undefined;
  /** 1–200. */
  readonly limit: number;
}

export interface ReviewPage {
  readonly rows: ReviewRow[];
  /** Absent on the last page. A page of a text search may be short, even empty, and still have a next. */
  readonly next?: ReviewCursor;
  /** How many reviews pass the filters, generated ones included; unknown while searching text. */
  readonly total?: number;
}

const mostRows = 200;
const mostKeys = 64;
/** How many texts one page of a search may read. */
const mostTextsRead = 2000;
const textsAtOnce = 200;

/**
 * A page of reviews. Newest and oldest walk an index; everything else is decided on packed columns, so that its
 * cost does not grow with what is stored, and hardly with the size of the subject.
 */
export async function reviewsPage(db: CommunityDatabase, query: ReviewQuery): Promise<ReviewPage> {
  const keys = [...new Set(query.keys)].slice(0, mostKeys);
  const limit = Math.min(Math.max(1, Math.trunc(query.limit)), mostRows);
  const bounded = { ...query, keys, limit };
  const matches = textMatcher(query.text);
  return withDatabaseErrors(async () => {
    if (matches) return searchedPage(db, bounded, matches);
    if (!hasFilter(query) && (query.sort === "newest" || query.sort === "oldest"))
      return datedPage(db, bounded);
    return selectedPage(db, bounded);
  });
}

function hasFilter({ authors, stars, withText, ownExperience, ids }: ReviewQuery): boolean {
  const isNarrow = authors !== undefined || ids !== undefined;
  return isNarrow || Boolean(stars?.length) || Boolean(withText) || Boolean(ownExperience);
}

/** Newest or oldest, unfiltered: the heads of each key's index, merged. */
async function datedPage(db: CommunityDatabase, query: ReviewQuery): Promise<ReviewPage> {
  const { keys, sort, limit } = query;
  const [heads, summaries] = await Promise.all([
    Promise.all(keys.map((subjectKey) => datedHead(db, subjectKey, query))),
    db.summaries.bulkGet([...keys]),
  ]);
  const merged = heads
    .flat()
    .map((row) => ({ row, position: positionOf(sort, row) }))
    .toSorted((a, b) => comparePositions(sort, a.position, b.position));
  const page = merged.slice(0, limit);
  const total = summaries.reduce((sum, row) => sum + (row ? row.count + row.generated : 0), 0);
  const rows = await reviewRowsOf(
    db,
    page.map(({ row }) => row),
  );
  return withNext(rows, total, merged.length > limit ? page.at(-1)?.position : undefined);
}

/** One key's next rows, one more than fit, so that the end shows. */
async function datedHead(
  db: CommunityDatabase,
  subjectKey: SubjectKey,
  { sort, after, limit }: ReviewQuery,
): Promise<EffectiveRow[]> {
  const end = [subjectKey, Number.MAX_SAFE_INTEGER, ""];
  const index = db.effective.where("[subjectKey+issuedAt+author]");
  const edge = after && [subjectKey, dateOf(sort, after), after.author];
  // The cursor's own row is left out; equal date and author under another key stand by the order of keys.
  const includesEdge = after !== undefined && isBehind(sort, subjectKey, after.subjectKey);
  return sort === "oldest"
    ? index
        .between(edge ?? [subjectKey, 0, ""], end, edge ? includesEdge : true, true)
        .limit(limit + 1)
        .toArray()
    : index
        .between([subjectKey, 0, ""], edge ?? end, true, edge ? includesEdge : true)
        .reverse()
        .limit(limit + 1)
        .toArray();
}

function isBehind(sort: ReviewSort, subjectKey: SubjectKey, other: SubjectKey): boolean {
  return sort === "oldest" ? subjectKey > other : subjectKey < other;
}

/** The date that a rank among newest or oldest stands for. */
function dateOf(sort: ReviewSort, { rank }: Position): number {
  return sort === "oldest" ? rank : rankOf("newest", { issuedAt: rank, helpful: 0 });
}

function positionOf(sort: ReviewSort, row: EffectiveRow): Position {
  return { rank: rankOf(sort, row), author: row.author, subjectKey: row.subjectKey };
}

/** Decided on packed columns; only the rows of the page are read. */
async function selectedPage(db: CommunityDatabase, query: ReviewQuery): Promise<ReviewPage> {
  const { found, matched } = await select(db, query, query.limit + 1);
  const page = found.slice(0, query.limit);
  const rows = await reviewRowsOf(db, await effectiveAt(db, page));
  return withNext(rows, matched, found.length > query.limit ? page.at(-1) : undefined);
}

/** Reads texts in the wanted order until the page is full or enough was read for one call. */
async function searchedPage(
  db: CommunityDatabase,
  query: ReviewQuery,
  matches: (text: string) => boolean,
): Promise<ReviewPage> {
  const { found } = await select(db, { ...query, withText: true }, mostTextsRead + 1);
  const readable = found.slice(0, mostTextsRead);
  const rows: ReviewRow[] = [];
  for (let from = 0; from < readable.length; from += textsAtOnce) {
    const some = readable.slice(from, from + textsAtOnce);
    for (const row of await reviewRowsOf(db, await effectiveAt(db, some))) {
      if (!matches(row.opinion ?? "")) continue;
      if (rows.length === query.limit)
        return withNext(rows, undefined, positionOfShown(query.sort, rows.at(-1)));
      rows.push(row);
    }
  }
  return withNext(rows, undefined, found.length > readable.length ? readable.at(-1) : undefined);
}

function positionOfShown(sort: ReviewSort, row: ReviewRow | undefined): Position | undefined {
  return row && { rank: rankOf(sort, row), author: row.author, subjectKey: row.subjectKey };
}

async function select(
  db: CommunityDatabase,
  { keys, sort, after, ...filter }: ReviewQuery,
  limit: number,
): Promise<{ found: Position[]; matched: number }> {
  const parts = await columnsOf(db, keys);
  const [only] = parts;
  const { columns, source } =
    only && parts.length === 1 ? { columns: only, source: undefined } : joinColumns(parts);
  const subjectKeyAt = (index: number): SubjectKey => keys[source?.[index] ?? 0] ?? "";
  const { rows, matched } = selectRows(columns, { order: sort, filter, after, limit, subjectKeyAt });
  return { found: rows, matched };
}

/** The rows at these places, as they are now; those that went meanwhile are left out. */
async function effectiveAt(db: CommunityDatabase, places: readonly Position[]): Promise<EffectiveRow[]> {
  const rows = await db.effective.bulkGet(places.map(({ subjectKey, author }) => [subjectKey, author]));
  return rows.filter((row) => row !== undefined);
}

function withNext(rows: ReviewRow[], total: number | undefined, next: ReviewCursor | undefined): ReviewPage {
  return { rows, ...(next && { next }), ...(total !== undefined && { total }) };
}
