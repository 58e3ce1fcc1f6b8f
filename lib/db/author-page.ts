import { nearestStar } from "../columns/select.ts";
import { hasTrait, trait } from "../columns/traits.ts";
import { cleanPersonName } from "../model/person-name.ts";
import type { AuthorId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { EffectiveRow, ReviewRow, StoredReply } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { reviewRowsOf } from "./review-rows.ts";
import { tokensById } from "./tokens.ts";

/** What the local copy knows of one key. Whoever wrote more than `mostCounted` is counted up to there. */
export interface AuthorFigures {
  readonly reviews: number;
  readonly replies: number;
  /** Brands, shops and places that the reviews are about; products count for their site. */
  readonly brands: number;
  /** How many reviews gave one, two … five stars. */
  readonly stars: readonly number[];
  /** Nicknames that were used, the most frequent first. Untrusted text, cleaned. */
  readonly nicknames: readonly string[];
  /** SPKI PEM on one line, where anything of theirs is here. */
  readonly kid?: string;
  /** Seconds; of the first and the last thing they said. */
  readonly firstAt?: number;
  readonly lastAt?: number;
  /** Not everything was counted. */
  readonly isMore: boolean;
  /** Everything that they said is sample data. */
  readonly isSample: boolean;
}

const mostCounted = 2000;
/** Tokens that are read for nicknames, half of them the newest and half the oldest. */
const mostNamed = 60;

/** Everything that one key wrote, in figures. */
export async function authorFigures(db: CommunityDatabase, author: AuthorId): Promise<AuthorFigures> {
  return withDatabaseErrors(async () => {
    const [reviews, replies] = await Promise.all([
      reviewsOf(db, author)
        .limit(mostCounted + 1)
        .toArray(),
      repliesOf(db, author)
        .limit(mostCounted + 1)
        .toArray(),
    ]);
    const { nicknames, kid } = await namesOf(db, reviews, replies);
    const times = [...reviews.map(({ issuedAt }) => issuedAt), ...replies.map(({ repliedAt }) => repliedAt)];
    return {
      reviews: Math.min(reviews.length, mostCounted),
      replies: Math.min(replies.length, mostCounted),
      brands: new Set(reviews.map(({ siteKey, subjectKey }) => siteKey ?? subjectKey)).size,
      stars: starsOf(reviews),
      nicknames,
      ...(kid !== undefined && { kid }),
      ...(times.length > 0 && { firstAt: least(times), lastAt: -least(times.map((time) => -time)) }),
      isMore: reviews.length > mostCounted || replies.length > mostCounted,
      isSample: reviews.length > 0 && reviews.every(({ traits }) => hasTrait(traits, trait.sample)),
    };
  });
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((low, number) => Math.min(low, number), Number.MAX_SAFE_INTEGER);
}

function starsOf(reviews: readonly EffectiveRow[]): readonly number[] {
  const stars = [0, 0, 0, 0, 0];
  for (const { rating } of reviews) {
    if (rating === undefined) continue;
    const star = nearestStar(rating) - 1;
    stars[star] = (stars[star] ?? 0) + 1;
  }
  return stars;
}

async function namesOf(
  db: CommunityDatabase,
  reviews: readonly EffectiveRow[],
  replies: readonly StoredReply[],
): Promise<{ readonly nicknames: readonly string[]; readonly kid?: string }> {
  const ids = [...ends(reviews), ...ends(replies)].map(({ contentId, id }) => contentId ?? id);
  const tokens = [...(await tokensById(db, ids)).values()];
  const counts = new Map<string, number>();
  for (const { metadata } of tokens) {
    const name = cleanPersonName(metadata.nickname);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const nicknames = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  const kid = tokens[0]?.kid;
  return { nicknames, ...(kid !== undefined && { kid }) };
}

function ends<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.length <= mostNamed ? rows : [...rows.slice(0, mostNamed / 2), ...rows.slice(-mostNamed / 2)];
}

/** Where a page ended: how many of that very second were shown. An author may sign thousands in one second. */
export interface AuthorCursor {
  readonly at: number;
  readonly shown: number;
}

export interface AuthorPage<Row> {
  readonly rows: readonly Row[];
  /** Absent on the last page. */
  readonly next?: AuthorCursor;
}

/** What a key said, the newest first. */
export async function authorReviews(
  db: CommunityDatabase,
  author: AuthorId,
  { after, limit }: { readonly after?: AuthorCursor | undefined; readonly limit: number },
): Promise<AuthorPage<ReviewRow>> {
  return withDatabaseErrors(async () => {
    const found = await reviewsOf(db, author, after?.at)
      .offset(after?.shown ?? 0)
      .limit(limit + 1)
      .toArray();
    const page = found.slice(0, limit);
    const rows = await reviewRowsOf(db, page);
    const next =
      found.length > limit
        ? cursorBehind(
            page.map(({ issuedAt }) => issuedAt),
            after,
          )
        : undefined;
    return { rows, ...(next && { next }) };
  });
}

/** A reply as the author's page shows it: with the subject that it is about in the end. */
export interface AuthorReply {
  readonly id: string;
  readonly opinion: string;
  /** Seconds. */
  readonly issuedAt: number;
  /** Who was answered; `undefined` where that is not here any more. */
  readonly to?: { readonly author: AuthorId; readonly nickname?: string };
}

/** What a key answered to others, the newest first. */
export async function authorReplies(
  db: CommunityDatabase,
  author: AuthorId,
  { after, limit }: { readonly after?: AuthorCursor | undefined; readonly limit: number },
): Promise<AuthorPage<AuthorReply>> {
  return withDatabaseErrors(async () => {
    const found = await repliesOf(db, author, after?.at)
      .offset(after?.shown ?? 0)
      .limit(limit + 1)
      .toArray();
    const page = found.slice(0, limit);
    const tokens = await tokensById(
      db,
      page.flatMap(({ contentId, id, target }) => [
        id,
        target,
        ...(contentId === undefined ? [] : [contentId]),
      ]),
    );
    const rows = page.flatMap(({ contentId, id, repliedAt, target }): AuthorReply[] => {
      const content = tokens.get(contentId ?? id);
      const above = tokens.get(target);
      const nickname = above?.metadata.nickname;
      const to = above && { author: above.author, ...(nickname !== undefined && { nickname }) };
      return content ? [{ id, opinion: content.opinion ?? "", issuedAt: repliedAt, ...(to && { to }) }] : [];
    });
    const next =
      found.length > limit
        ? cursorBehind(
            page.map(({ repliedAt }) => repliedAt),
            after,
          )
        : undefined;
    return { rows, ...(next && { next }) };
  });
}

function cursorBehind(times: readonly number[], before: AuthorCursor | undefined): AuthorCursor | undefined {
  const at = times.at(-1);
  if (at === undefined) return undefined;
  const here = times.filter((time) => time === at).length;
  return { at, shown: before?.at === at ? before.shown + here : here };
}

function reviewsOf(db: CommunityDatabase, author: AuthorId, upTo = Number.MAX_SAFE_INTEGER) {
  return db.effective.where("[author+issuedAt]").between([author, 0], [author, upTo], true, true).reverse();
}

function repliesOf(db: CommunityDatabase, author: AuthorId, upTo = Number.MAX_SAFE_INTEGER) {
  return db.replies.where("[author+repliedAt]").between([author, 0], [author, upTo], true, true).reverse();
}
