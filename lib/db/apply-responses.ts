import type { AuthorId, ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ReactionRow, Reactions, Said, StoredReply, TokenRow, VoteRow } from "./community-rows.ts";
import { addReactions, hasReactions, noReactions, replyRow, saidBy, votesCount } from "./derive.ts";
import type { Standing } from "./standing.ts";
import type { TokenCache } from "./token-cache.ts";
import type { Writes } from "./writes.ts";

/** A reply, vote or flag whose rows may have to change. */
export interface ResponseUpdate {
  readonly token: TokenRow;
  /** What it was about before, and `token.root` what it is about now; `undefined` for nothing. */
  readonly targetBefore: ReviewId | undefined;
  /** `undefined` where it no longer stands. */
  readonly standing: Standing | undefined;
}

/** Moves the counts of `id` by the difference of what was and what is. */
type Move = (id: ReviewId, plus: Reactions, minus: Reactions) => void;

/**
 * Writes `replies`, `votes` and `reactions`.
 *
 * @returns The new counts of every target that somebody reacted to.
 */
export async function applyResponses(
  db: CommunityDatabase,
  cache: TokenCache,
  writes: Writes,
  updates: readonly ResponseUpdate[],
): Promise<Map<ReviewId, Reactions>> {
  if (updates.length === 0) return new Map();
  await cache.loadIds(
    updates.flatMap(({ token, targetBefore }) => [token.root ?? [], targetBefore ?? []].flat()),
  );
  const moves = new Map<ReviewId, Reactions>();
  const move: Move = (id, plus, minus) => {
    moves.set(id, addReactions(moves.get(id) ?? noReactions, plus, minus));
  };
  const replies = updates.filter(({ token }) => token.kind === "reply");
  const votes = updates.filter(({ token }) => token.kind !== "reply");
  if (replies.length > 0) await applyReplies(db, writes, replies, move);
  if (votes.length > 0) await applyVotes(db, cache, writes, votes, move);
  return writeReactions(db, writes, moves);
}

async function applyReplies(
  db: CommunityDatabase,
  writes: Writes,
  updates: readonly ResponseUpdate[],
  move: Move,
): Promise<void> {
  // What was about nothing before has no row, so a reply that just arrived costs no read.
  const old = updates.filter(({ targetBefore }) => targetBefore !== undefined).map(({ token }) => token.id);
  const before = new Map<ReviewId, StoredReply>();
  if (old.length > 0) for (const row of await db.replies.bulkGet(old)) if (row) before.set(row.id, row);
  const put: StoredReply[] = [];
  const gone: ReviewId[] = [];
  const one = { ...noReactions, replies: 1 };
  for (const { token, standing } of updates) {
    const was = before.get(token.id);
    if (was) move(was.target, noReactions, one);
    if (standing && token.root !== undefined) {
      put.push(replyRow(standing, token.root));
      move(token.root, one, noReactions);
    } else if (was) gone.push(token.id);
  }
  if (put.length > 0) writes.add(db.replies.bulkPut(put));
  if (gone.length > 0) writes.add(db.replies.bulkDelete(gone));
}

async function applyVotes(
  db: CommunityDatabase,
  cache: TokenCache,
  writes: Writes,
  updates: readonly ResponseUpdate[],
  move: Move,
): Promise<void> {
  const pairs = new Map<string, [ReviewId, AuthorId]>();
  for (const { token, targetBefore } of updates) {
    for (const target of [targetBefore, token.root]) {
      if (target !== undefined) pairs.set(`${target} ${token.author}`, [target, token.author]);
    }
  }
  if (pairs.size === 0) return;
  const keys = [...pairs.values()];
  const rows = await db.votes.bulkGet(keys);
  const byAuthor = Map.groupBy(updates, ({ token }) => token.author);
  const put: VoteRow[] = [];
  const gone: [ReviewId, AuthorId][] = [];
  for (const [index, [target, author]] of keys.entries()) {
    const before = rows[index]?.said ?? [];
    const after = saidAfter(before, byAuthor.get(author) ?? [], target);
    const isOwn = cache.authorOf(target) === author;
    move(target, votesCount(after, isOwn), votesCount(before, isOwn));
    if (after.length > 0) put.push({ target, author, said: after });
    else if (before.length > 0) gone.push([target, author]);
  }
  if (put.length > 0) writes.add(db.votes.bulkPut(put));
  if (gone.length > 0) writes.add(db.votes.bulkDelete(gone));
}

/** What an author's votes and flags about `target` are, after these of their updates. */
function saidAfter(before: readonly Said[], updates: readonly ResponseUpdate[], target: ReviewId): Said[] {
  const touched = new Set(updates.map(({ token }) => token.id));
  const now = updates.flatMap(({ token, standing }) =>
    standing && token.root === target ? [saidBy(standing)] : [],
  );
  return [...before.filter(({ id }) => !touched.has(id)), ...now];
}

async function writeReactions(
  db: CommunityDatabase,
  writes: Writes,
  moves: ReadonlyMap<ReviewId, Reactions>,
): Promise<Map<ReviewId, Reactions>> {
  const targets = [...moves.keys()];
  if (targets.length === 0) return new Map();
  const rows = await db.reactions.bulkGet(targets);
  const changed: ReactionRow[] = [];
  for (const [index, id] of targets.entries()) {
    const sum = addReactions(rows[index] ?? noReactions, moves.get(id) ?? noReactions, noReactions);
    changed.push({ id, ...sum });
  }
  const none = changed.filter((row) => !hasReactions(row)).map(({ id }) => id);
  writes.add(db.reactions.bulkPut(changed.filter(hasReactions)));
  if (none.length > 0) writes.add(db.reactions.bulkDelete(none));
  return new Map(changed.map((row) => [row.id, row]));
}
