import type { ReviewId, SignatureKey } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ReplyRow, StoredReply, TokenRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { isSample, noReactions } from "./derive.ts";
import { brandAnswered, officialAmong } from "./official-keys.ts";
import { tokenBySignature, tokensById } from "./tokens.ts";

export type { ReplyRow } from "./community-rows.ts";

const mostReplies = 200;

/** Replies to a review, or to a reply, the oldest first, at most 200. */
export async function repliesOf(db: CommunityDatabase, signatureKey: SignatureKey): Promise<ReplyRow[]> {
  return withDatabaseErrors(async () => {
    const target = await tokenBySignature(db, signatureKey);
    if (!target) return [];
    const id = target.kind === "edit" ? (target.root ?? target.id) : target.id;
    const rows = await db.replies
      .where("[target+repliedAt]")
      .between([id, 0], [id, Number.MAX_SAFE_INTEGER])
      .limit(mostReplies)
      .toArray();
    return replyRowsOf(db, rows);
  });
}

/** Replies as they are shown, in the given order. A reply whose token went meanwhile is left out. */
export async function replyRowsOf(db: CommunityDatabase, rows: readonly StoredReply[]): Promise<ReplyRow[]> {
  const [tokens, reactions] = await Promise.all([
    tokensById(
      db,
      rows.flatMap(({ id, contentId }) => (contentId === undefined ? [id] : [id, contentId])),
    ),
    db.reactions.bulkGet(rows.map(({ id }) => id)),
  ]);
  const official = await officialByTarget(db, rows);
  return rows.flatMap((row, index) => {
    const original = tokens.get(row.id);
    const content = tokens.get(row.contentId ?? row.id);
    if (!original || !content) return [];
    const shown = shownReply(row, original, content, reactions[index] ?? noReactions);
    const proven = official.get(row.target)?.get(row.author);
    return [proven ? { ...shown, official: proven } : shown];
  });
}

/** For each thing that is answered, those who answer it as its brand. */
async function officialByTarget(
  db: CommunityDatabase,
  rows: readonly StoredReply[],
): Promise<ReadonlyMap<ReviewId, Awaited<ReturnType<typeof officialAmong>>>> {
  const byTarget = Map.groupBy(rows, ({ target }) => target);
  const found = [...byTarget].map(async ([target, some]) => {
    const authors = some.map(({ author }) => author);
    return [target, await officialAmong(db, await brandAnswered(db, target), authors)] as const;
  });
  return new Map(await Promise.all(found));
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
