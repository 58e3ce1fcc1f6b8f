import { Dexie } from "dexie";
import { hasTrait, trait } from "../columns/traits.ts";
import type { AnsweredReview, Heard } from "../model/listening.ts";
import type { AuthorId, ReviewId } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import { columnsOf } from "./columns-store.ts";
import type { CommunityDatabase } from "./community.ts";
import type { EffectiveRow, StoredReply } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { reviewAbove } from "./official-answers.ts";
import { officialKeysOf } from "./official-keys.ts";
import { confirmedBy } from "./settled.ts";
import { tokensById } from "./tokens.ts";

const yearSeconds = 365 * 86_400;
const mostKeys = 64;
/** Keys and answers that are looked at, the newest of each key: more is as good an answer. */
const mostAuthors = 20;
const mostAnswers = 1000;

/**
 * What was written to a brand within twelve months, and what of it keys that are proven now have answered; `undefined`
 * where no key is: then nobody knows whom it would come from.
 *
 * @param keys - Subjects that are read as the brand.
 * @param nowMs - Epoch ms.
 */
export async function heardBy(
  db: CommunityDatabase,
  brandId: string,
  keys: readonly SubjectKey[],
  nowMs: number,
): Promise<Heard | undefined> {
  return withDatabaseErrors(async () => {
    const proven = await officialKeysOf(db, brandId, nowMs);
    if (proven.length === 0) return undefined;
    const authors = proven.slice(0, mostAuthors).map(({ author }) => author);
    const since = Math.floor(nowMs / 1000) - yearSeconds;
    const subjects = [...new Set(keys)].slice(0, mostKeys);
    const [reviews, answered] = await Promise.all([
      countReviews(db, subjects, authors, since),
      answeredReviews(db, subjects, authors, since),
    ]);
    return { reviews, answered };
  });
}

/** What counts as written to the brand: words of others, of this year. */
function isHeard({ issuedAt, traits }: Pick<EffectiveRow, "issuedAt" | "traits">, since: number): boolean {
  return issuedAt >= since && hasTrait(traits, trait.text) && !hasTrait(traits, trait.generated);
}

async function countReviews(
  db: CommunityDatabase,
  subjects: readonly SubjectKey[],
  authors: readonly AuthorId[],
  since: number,
): Promise<number> {
  let count = 0;
  for (const { issuedAt, length, traits } of await columnsOf(db, subjects))
    for (let i = 0; i < length; i += 1)
      if (isHeard({ issuedAt: issuedAt[i] ?? 0, traits: traits[i] ?? 0 }, since)) count += 1;
  // A brand does not write to itself.
  const pairs = subjects.flatMap((subject) =>
    authors.map((author): [SubjectKey, AuthorId] => [subject, author]),
  );
  const own = await db.effective.bulkGet(pairs);
  return count - own.filter((row) => row && isHeard(row, since)).length;
}

async function answeredReviews(
  db: CommunityDatabase,
  subjects: readonly SubjectKey[],
  authors: readonly AuthorId[],
  since: number,
): Promise<readonly AnsweredReview[]> {
  const answers = await answersByReview(db, authors, since);
  const tokens = await tokensById(db, [...answers.keys()]);
  const about = [...tokens.values()].filter(
    ({ author, subjectKey }) => subjects.includes(subjectKey) && !authors.includes(author),
  );
  // An answer to what its author has replaced or taken back since answers nothing that is read here.
  const standing = await db.effective.bulkGet(about.map(({ author, subjectKey }) => [subjectKey, author]));
  const answered: AnsweredReview[] = [];
  for (const row of standing) {
    const own = row && isHeard(row, since) ? answers.get(row.id) : undefined;
    if (!row || !own) continue;
    const first = Math.min(...own.map(({ repliedAt }) => repliedAt));
    const confirmed = await confirmedBy(
      db,
      row.author,
      own.map(({ id }) => id),
    );
    answered.push({ afterSeconds: first - row.issuedAt, isSettled: confirmed.size > 0 });
  }
  return answered;
}

/** What these keys have replied since a moment, by the review that it is about in the end. */
async function answersByReview(
  db: CommunityDatabase,
  authors: readonly AuthorId[],
  since: number,
): Promise<ReadonlyMap<ReviewId, readonly StoredReply[]>> {
  const replies = await Promise.all(
    authors.map((author) =>
      db.replies
        .where("[author+repliedAt]")
        .between([author, since], [author, Dexie.maxKey])
        .reverse()
        .limit(mostAnswers)
        .toArray(),
    ),
  );
  const byReview = new Map<ReviewId, StoredReply[]>();
  for (const reply of replies.flat()) {
    const review = await reviewAbove(db, reply.target);
    if (review) byReview.set(review.id, [...(byReview.get(review.id) ?? []), reply]);
  }
  return byReview;
}
