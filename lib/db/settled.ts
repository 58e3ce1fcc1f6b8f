import type { AuthorId, ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import { officialKeysOf } from "./official-keys.ts";
import { tokensById } from "./tokens.ts";

/** Answers that are looked at under one review. */
const mostAnswers = 200;

/**
 * Which of these replies an author has confirmed. From the writer of a review, about an answer of its brand, that says
 * that the answer settled it.
 */
export async function confirmedBy(
  db: CommunityDatabase,
  author: AuthorId,
  replies: readonly ReviewId[],
): Promise<ReadonlySet<ReviewId>> {
  if (replies.length === 0) return new Set();
  const rows = await db.votes.bulkGet(replies.map((id) => [id, author]));
  return new Set(
    rows.flatMap((row) => (row?.said.some(({ confirms }) => confirms) === true ? [row.target] : [])),
  );
}

/**
 * Which of these reviews an answer of their brand settled, in the word of their own writers.
 *
 * @param nowMs - Epoch ms: answers count of keys that are proven by then.
 */
export async function settledAmong(
  db: CommunityDatabase,
  reviews: readonly ReviewId[],
  nowMs: number,
): Promise<ReadonlySet<ReviewId>> {
  const settled = new Set<ReviewId>();
  const tokens = [...(await tokensById(db, reviews)).values()];
  for (const [site, own] of Map.groupBy(tokens, ({ siteKey }) => siteKey)) {
    const keys = site === undefined ? [] : await officialKeysOf(db, site, nowMs);
    if (keys.length === 0) continue;
    const official = new Set(keys.map(({ author }) => author));
    for (const { id, author } of own) {
      const answers = await db.replies
        .where("[target+repliedAt]")
        .between([id, 0], [id, Number.MAX_SAFE_INTEGER])
        .filter((reply) => official.has(reply.author))
        .limit(mostAnswers)
        .primaryKeys();
      if ((await confirmedBy(db, author, answers)).size > 0) settled.add(id);
    }
  }
  return settled;
}
