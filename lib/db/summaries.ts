import type { SubjectKey } from "../model/subject.ts";
import type { Summary } from "../model/summary.ts";
import type { CommunityDatabase } from "./community.ts";
import type { SummaryRow } from "./community-rows.ts";

export type { SummaryRow } from "./community-rows.ts";

/**
 * The summaries of these subjects; those that nobody speaks about are left out. One read by primary key, and what
 * live queries should watch: writes tell them exactly which subjects changed.
 */
export async function summariesOf(db: CommunityDatabase, keys: readonly SubjectKey[]): Promise<Summary[]> {
  const rows = await db.summaries.bulkGet([...new Set(keys)]);
  return rows.filter((row) => row !== undefined);
}

/** Subjects on a site with most reviews, without the site's own (`exclude`): what its products' reviews are. */
export async function productSummariesOf(
  db: CommunityDatabase,
  siteKey: string,
  exclude: readonly SubjectKey[],
  limit: number,
): Promise<SummaryRow[]> {
  const excluded = new Set(exclude);
  // Read by limit, not filtered by cursor: at most the excluded ones are read in vain.
  const rows = await db.summaries
    .where("[siteKey+count]")
    .between([siteKey, 1], [siteKey, Number.MAX_SAFE_INTEGER])
    .reverse()
    .limit(limit + excluded.size)
    .toArray();
  return rows.filter(({ subjectKey }) => !excluded.has(subjectKey)).slice(0, limit);
}
