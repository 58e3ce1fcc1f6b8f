import type { StarCounts } from "../model/summary.ts";
import type { CommunityDatabase } from "./community.ts";

/** Of a site with very many subjects those with most reviews say what is usual there. */
const mostSubjects = 64;

/** How the stars given to everything on a site are spread: to a shop and to what it sells. */
export async function starsOfSite(db: CommunityDatabase, siteKey: string): Promise<StarCounts> {
  const rows = await db.summaries
    .where("[siteKey+count]")
    .between([siteKey, 1], [siteKey, Number.MAX_SAFE_INTEGER])
    .reverse()
    .limit(mostSubjects)
    .toArray();
  return sumOf(rows.map(({ stars }) => stars));
}

function sumOf(list: readonly StarCounts[]): StarCounts {
  const sum: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const stars of list)
    for (const [index, count] of stars.entries()) sum[index] = (sum[index] ?? 0) + count;
  return sum;
}
