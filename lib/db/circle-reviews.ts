import type { AuthorId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ReviewRow } from "./community-rows.ts";
import { type ReviewPage, type ReviewQuery, reviewsPage } from "./review-pages.ts";

/** How near authors are to the person, the nearest with the greatest number. Only those who are near at all. */
export type Nearness = ReadonlyMap<AuthorId, number>;

/** Of the people near to the person so many reviews come first; more of them stand among the others. */
const mostNear = 200;

/**
 * A page of reviews in which those by people near to the person come first, the nearest ones' newest before others;
 * behind them all others, the most helpful first. All that are near stand on the first page.
 */
export async function nearestFirst(
  db: CommunityDatabase,
  query: Omit<ReviewQuery, "sort">,
  nearness: Nearness,
): Promise<ReviewPage> {
  const [near, page] = await Promise.all([
    reviewsNear(db, query, nearness),
    reviewsPage(db, { ...query, sort: "helpful" }),
  ]);
  const shown = new Set(near.map(({ id }) => id));
  const others = page.rows.filter(({ id }) => !shown.has(id));
  return { ...page, rows: query.after ? others : [...near, ...others] };
}

/** Reviews by people near to the person: the nearest first, and each one's newest before older ones. At most 200. */
export async function reviewsNear(
  db: CommunityDatabase,
  query: Omit<ReviewQuery, "sort" | "after" | "limit">,
  nearness: Nearness,
): Promise<readonly ReviewRow[]> {
  if (nearness.size === 0) return [];
  const { keys, ownExperience, stars, text, withText } = query;
  const authors = new Set(nearness.keys());
  const wanted = { keys, ownExperience, stars, text, withText, authors };
  const { rows } = await reviewsPage(db, { ...wanted, sort: "newest", limit: mostNear });
  const by = ({ author }: ReviewRow): number => nearness.get(author) ?? 0;
  // The sort is stable: among equals the newest stays first.
  return rows.toSorted((a, b) => by(b) - by(a));
}
