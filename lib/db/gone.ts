import type { ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";

/**
 * Which of these the local copy no longer has: taken out by a feed, or deleted by who wrote them. A list that was read
 * before drops them.
 */
export async function goneAmong(
  db: CommunityDatabase,
  ids: readonly ReviewId[],
): Promise<ReadonlySet<ReviewId>> {
  if (ids.length === 0) return new Set();
  const [here, deletes] = await Promise.all([
    db.tokens.bulkGet([...ids]),
    db.tokens
      .where("[root+kind]")
      .anyOf(ids.map((id) => [id, "delete"]))
      .toArray(),
  ]);
  const deleted = new Set(deletes.map(({ root }) => root));
  return new Set(ids.filter((id, index) => !here[index] || deleted.has(id)));
}
