import { isDebatable, type Removal } from "../model/removal.ts";
import type { ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { RemovedRow } from "./community-rows.ts";

/** Remembers that these were taken out, by whom and why. Within the caller's transaction. */
export async function rememberRemoved(
  db: CommunityDatabase,
  removals: readonly Removal[],
  asOf: number,
): Promise<void> {
  const before = await db.removed.bulkGet(removals.map(({ id }) => id));
  await db.removed.bulkPut(removals.map((removal, index) => rowOf(removal, before[index], asOf)));
}

/** The feed that said so first is the one that is shown; the others are kept, for it may take its word back. */
function rowOf(removal: Removal, before: RemovedRow | undefined, asOf: number): RemovedRow {
  const { feed } = removal;
  if (before?.feed === undefined || before.feed === feed)
    return { ...before, ...removal, removedAt: before?.removedAt ?? asOf };
  if (feed === undefined || before.alsoBy?.includes(feed)) return before;
  return { ...before, alsoBy: [...(before.alsoBy ?? []), feed] };
}

/**
 * Lifts removals, as the feed asks that had made them: what it did not take out itself stays out.
 *
 * @returns Which may be stored again.
 */
export async function liftRemovals(
  db: CommunityDatabase,
  ids: readonly ReviewId[],
  feed: string,
): Promise<readonly ReviewId[]> {
  return db.transaction("rw", db.removed, async () => {
    const rows = (await db.removed.bulkGet([...new Set(ids)])).filter((row) => row !== undefined);
    const lifted: ReviewId[] = [];
    for (const row of rows) {
      const after = withoutFeed(row, feed);
      if (after) await db.removed.put(after);
      else lifted.push(row.id);
    }
    await db.removed.bulkDelete(lifted);
    return lifted;
  });
}

/** `undefined` where nobody else has taken it out. */
function withoutFeed({ alsoBy = [], ...row }: RemovedRow, feed: string): RemovedRow | undefined {
  const others = alsoBy.filter((other) => other !== feed);
  if (row.feed !== feed) return { ...row, ...(others.length > 0 && { alsoBy: others }) };
  const [next, ...rest] = others;
  if (next === undefined) return undefined;
  // Why the other did is not kept: its daily file says.
  return { id: row.id, removedAt: row.removedAt, feed: next, ...(rest.length > 0 && { alsoBy: rest }) };
}

/** Enough to look through; of more the count says that there are more. */
const mostShown = 20_000;

/** What is remembered as taken out, at most 20 000, and how many there are in all. */
export async function listRemoved(
  db: CommunityDatabase,
): Promise<{ readonly rows: readonly RemovedRow[]; readonly total: number }> {
  const [rows, total] = await Promise.all([db.removed.limit(mostShown).toArray(), db.removed.count()]);
  return { rows, total };
}

/** Ids that a feed took out for a reason on which people may differ. */
export async function debatableRemovals(db: CommunityDatabase, feed: string): Promise<readonly ReviewId[]> {
  const rows = await db.removed
    .filter((row) => isDebatable(row.code) && (row.feed === feed || (row.alsoBy?.includes(feed) ?? false)))
    .primaryKeys();
  return rows;
}
