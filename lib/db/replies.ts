import type { ReviewId, SignatureKey } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ReplyRow, StoredReply, TokenRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { isSample, noReactions } from "./derive.ts";
import { reviewAbove } from "./official-answers.ts";
import { officialAmong, officialKeysOf } from "./official-keys.ts";
import { confirmedBy } from "./settled.ts";
import { tokenBySignature, tokensById } from "./tokens.ts";

export type { ReplyRow } from "./community-rows.ts";

/** The newest, and of the brand's own those before them: nobody can drown its answers. */
const most = { replies: 200, official: 20 } as const;

/**
 * Replies to a review, or to a reply, the oldest first: the newest 200, and answers of the brand.
 *
 * @param nowMs - Epoch ms: whose key is proven by then is marked.
 */
export async function repliesOf(
  db: CommunityDatabase,
  signatureKey: SignatureKey,
  nowMs: number = Date.now(),
): Promise<ReplyRow[]> {
  return withDatabaseErrors(async () => {
    const target = await tokenBySignature(db, signatureKey);
    if (!target) return [];
    const id = target.kind === "edit" ? (target.root ?? target.id) : target.id;
    const newest = await thread(db, id).reverse().limit(most.replies).toArray();
    const before = newest.length < most.replies ? [] : await officialBefore(db, id, newest, nowMs);
    return replyRowsOf(db, [...newest, ...before].toReversed(), nowMs);
  });
}

function thread(db: CommunityDatabase, target: ReviewId) {
  return db.replies
    .where("[target+repliedAt]")
    .between([target, 0], [target, Number.MAX_SAFE_INTEGER], true, true);
}

/** What the brand answered before the newest replies, the newest first. */
async function officialBefore(
  db: CommunityDatabase,
  target: ReviewId,
  newest: readonly StoredReply[],
  nowMs: number,
): Promise<readonly StoredReply[]> {
  const site = (await reviewAbove(db, target))?.siteKey;
  const keys = site === undefined ? [] : await officialKeysOf(db, site, nowMs);
  if (keys.length === 0) return [];
  const authors = new Set(keys.map(({ author }) => author));
  const known = new Set(newest.map(({ id }) => id));
  return thread(db, target)
    .reverse()
    .filter(({ author, id }) => authors.has(author) && !known.has(id))
    .limit(most.official)
    .toArray();
}

/**
 * Replies as they are shown, in the given order. A reply whose token went meanwhile is left out.
 *
 * @param nowMs - Epoch ms: whose key is proven by then is marked.
 */
export async function replyRowsOf(
  db: CommunityDatabase,
  rows: readonly StoredReply[],
  nowMs: number = Date.now(),
): Promise<ReplyRow[]> {
  const [tokens, reactions] = await Promise.all([
    tokensById(
      db,
      rows.flatMap(({ id, contentId }) => (contentId === undefined ? [id] : [id, contentId])),
    ),
    db.reactions.bulkGet(rows.map(({ id }) => id)),
  ]);
  const byTarget = Map.groupBy(rows, ({ target }) => target);
  const marks = new Map(
    await Promise.all(
      [...byTarget].map(async (some) => [some[0], await marksIn(db, ...some, nowMs)] as const),
    ),
  );
  return rows.flatMap((row, index) => {
    const original = tokens.get(row.id);
    const content = tokens.get(row.contentId ?? row.id);
    if (!original || !content) return [];
    const shown = shownReply(row, original, content, reactions[index] ?? noReactions);
    const mark = marks.get(row.target);
    const proven = mark?.official.get(row.author);
    return [proven ? { ...shown, official: proven, isSettled: mark?.settled.has(row.id) === true } : shown];
  });
}

interface Marks {
  /** Who of those that answer speaks for the brand. */
  readonly official: Awaited<ReturnType<typeof officialAmong>>;
  /** Answers of the brand that the writer of the review above says have settled it. */
  readonly settled: ReadonlySet<ReviewId>;
}

/** What is marked among the replies to one target. */
async function marksIn(
  db: CommunityDatabase,
  target: ReviewId,
  rows: readonly StoredReply[],
  nowMs: number,
): Promise<Marks> {
  const review = await reviewAbove(db, target);
  const authors = rows.map(({ author }) => author);
  const official = await officialAmong(db, review?.siteKey, authors, nowMs);
  const answers = rows.filter(({ author }) => official.has(author)).map(({ id }) => id);
  return { official, settled: review ? await confirmedBy(db, review.author, answers) : new Set() };
}

function shownReply(
  row: StoredReply,
  original: TokenRow,
  content: TokenRow,
  { helpful, confirmed, replies, flags }: typeof noReactions,
): ReplyRow {
  const nickname = content.metadata.nickname ?? original.metadata.nickname;
  return {
    id: row.id,
    target: row.target,
    author: original.author,
    kid: original.kid,
    ...(nickname !== undefined && { nickname }),
    opinion: content.opinion ?? "",
    issuedAt: row.repliedAt,
    ...(row.editedAt !== undefined && { editedAt: row.editedAt }),
    signature: original.signature,
    signatureKey: original.signatureKey,
    isAffiliated: original.metadata.isAffiliated || content.metadata.isAffiliated,
    isSample: isSample(original) || isSample(content),
    helpful,
    confirmed,
    replies,
    flags,
  };
}
