import type { ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ReviewRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { reviewRowsOf } from "./review-rows.ts";

/** Replies to replies: a thread that goes deeper has no top that anybody reads. */
const deepest = 50;

/** The review at the top of a reply's thread; `undefined` where it is not here or no longer counts. */
export async function reviewAbove(db: CommunityDatabase, reply: ReviewId): Promise<ReviewRow | undefined> {
  return withDatabaseErrors(async () => {
    let id = reply;
    for (let depth = 0; depth < deepest; depth += 1) {
      const above = await db.replies.get(id);
      if (!above) break;
      id = above.target;
    }
    const token = await db.tokens.get(id);
    const row = token && (await db.effective.get([token.subjectKey, token.author]));
    if (!row || row.id !== id) return undefined;
    return (await reviewRowsOf(db, [row]))[0];
  });
}
