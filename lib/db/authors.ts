import { authorsIn } from "../columns/select.ts";
import { trait } from "../columns/traits.ts";
import type { AuthorId } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import { columnsOf } from "./columns-store.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ReviewRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { reviewRowsOf } from "./review-rows.ts";

/** How many keys speak about these subjects together, generated reviews left out. */
export async function distinctAuthors(db: CommunityDatabase, keys: readonly SubjectKey[]): Promise<number> {
  return withDatabaseErrors(
    async () => authorsIn(await columnsOf(db, [...new Set(keys)]), trait.generated).size,
  );
}

/** What one key says about anything, the newest first. */
export async function reviewsByAuthor(
  db: CommunityDatabase,
  author: AuthorId,
  limit: number,
): Promise<ReviewRow[]> {
  return withDatabaseErrors(async () => {
    const rows = await db.effective
      .where("[author+issuedAt]")
      .between([author, 0], [author, Number.MAX_SAFE_INTEGER])
      .reverse()
      .limit(limit)
      .toArray();
    return reviewRowsOf(db, rows);
  });
}
