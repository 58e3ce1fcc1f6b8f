import { Dexie } from "dexie";
import { withoutHidden } from "../model/hiding.ts";
import type { AuthorId, ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ReplyRow, StoredReply } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { hidingsAmong } from "./hidden.ts";
import { listOwnTokens } from "./own-tokens.ts";
import type { SeenAnswer } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";
import { replyRowsOf } from "./replies.ts";

/** A reply by somebody else to something that the person wrote. */
export interface OwnAnswer {
  readonly reply: ReplyRow;
  /** What it answers. */
  readonly to: "review" | "reply";
  /** Of the answered review as it was signed; of a reply there is none to read. */
  readonly subject?: string;
  /** The person has not seen it. */
  readonly isNew: boolean;
}

/**
 * Own statements that are looked at, and answers that are told of, the newest of each. Of more answers than `read`
 * those to each statement are read by themselves: whoever floods one drowns nobody who answered another.
 */
const most = { own: 2000, answers: 200, read: 2000, each: 20 } as const;

/**
 * Who answered what the person wrote, the newest first: from the local copy alone, nobody is asked. Whatever they muted
 * or hid is left out, and so is what they answered themselves with any of their keys. What a removal list named is no
 * longer here at all.
 */
export async function answersToOwn(
  personal: PersonalDatabase,
  community: CommunityDatabase,
): Promise<readonly OwnAnswer[]> {
  return withDatabaseErrors(async () => {
    const own = await ownStatements(personal, community);
    if (own.ids.size === 0) return [];
    const all = await repliesTo(community, [...own.ids.keys()]);
    const others = all.filter(({ author, id }) => !own.authors.has(author) && !own.ids.has(id));
    const shown = withoutHidden(others, await hidingsAmong(personal, community, others))
      .toSorted((one, other) => other.repliedAt - one.repliedAt)
      .slice(0, most.answers);
    const seen = await personal.seenAnswers.bulkGet(shown.map(({ id }) => id));
    const isSeen = new Set(seen.flatMap((row) => (row?.state === "seen" ? [row.id] : [])));
    const rows = await replyRowsOf(community, shown);
    return rows.map((reply) => answerOf(reply, own.ids.get(reply.target), !isSeen.has(reply.id)));
  });
}

async function repliesTo(db: CommunityDatabase, ids: readonly ReviewId[]): Promise<readonly StoredReply[]> {
  const ranges = ids.map((id): [unknown, unknown] => [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ]);
  const index = () => db.replies.where("[target+repliedAt]");
  if ((await index().inAnyRange(ranges).count()) <= most.read) return index().inAnyRange(ranges).toArray();
  const newest = ranges.map(([from, to]) => index().between(from, to).reverse().limit(most.each).toArray());
  return (await Promise.all(newest)).flat();
}

function answerOf(reply: ReplyRow, subject: string | undefined, isNew: boolean): OwnAnswer {
  return subject === undefined ? { reply, to: "reply", isNew } : { reply, to: "review", subject, isNew };
}

interface OwnStatements {
  /** Of reviews with their subject, of replies without. */
  readonly ids: ReadonlyMap<ReviewId, string | undefined>;
  readonly authors: ReadonlySet<AuthorId>;
}

/** What was posted from here, and what keys that were brought here wrote elsewhere. */
async function ownStatements(
  personal: PersonalDatabase,
  community: CommunityDatabase,
): Promise<OwnStatements> {
  const [tokens, keys] = await Promise.all([
    listOwnTokens(personal),
    personal.keys.toCollection().primaryKeys(),
  ]);
  const posted = tokens
    .filter(({ kind, state }) => (kind === "review" || kind === "reply") && state !== "deleted")
    .slice(0, most.own)
    .map(({ id, kind, subject }) => [id, kind === "review" ? subject : undefined] as const);
  const brought = await Promise.all(keys.map((author) => writtenBy(community, author)));
  return {
    ids: new Map([...brought.flat(), ...posted]),
    authors: new Set([...keys, ...tokens.map(({ author }) => author)]),
  };
}

async function writtenBy(
  db: CommunityDatabase,
  author: AuthorId,
): Promise<readonly (readonly [ReviewId, string | undefined])[]> {
  const range = [[author, Dexie.minKey] as const, [author, Dexie.maxKey] as const] as const;
  const [reviews, replies] = await Promise.all([
    db.effective.where("[author+issuedAt]").between(range[0], range[1]).reverse().limit(most.own).toArray(),
    db.replies.where("[author+repliedAt]").between(range[0], range[1]).reverse().limit(most.own).toArray(),
  ]);
  return [
    ...reviews.flatMap(({ id, older = [], subjectKey }) =>
      [id, ...older].map((each) => [each, subjectKey] as const),
    ),
    ...replies.map(({ id }: StoredReply) => [id, undefined] as const),
  ];
}

/** How many people answered of whom the person has seen nothing new yet. */
export function newAnswerers(answers: readonly OwnAnswer[]): number {
  return new Set(answers.flatMap(({ isNew, reply }) => (isNew ? [reply.author] : []))).size;
}

export async function markAnswersSeen(
  db: PersonalDatabase,
  answers: readonly { readonly id: ReviewId }[],
  nowMs: number,
): Promise<void> {
  await mark(db, answers, (before) => before?.state !== "seen", { state: "seen", at: nowMs });
}

/** The person is told of these now. @returns Those of which they had not been told. */
export async function markAnswersTold(
  db: PersonalDatabase,
  answers: readonly { readonly id: ReviewId }[],
  nowMs: number,
): Promise<readonly ReviewId[]> {
  return mark(db, answers, (before) => before === undefined, { state: "told", at: nowMs });
}

/** Writes only where something changes: every write wakes the queries that watch these rows. */
async function mark(
  db: PersonalDatabase,
  answers: readonly { readonly id: ReviewId }[],
  isDue: (before: SeenAnswer | undefined) => boolean,
  change: Omit<SeenAnswer, "id">,
): Promise<readonly ReviewId[]> {
  if (answers.length === 0) return [];
  const ids = answers.map(({ id }) => id);
  const before = await db.seenAnswers.bulkGet(ids);
  const due = ids.filter((_, index) => isDue(before[index]));
  if (due.length > 0) await db.seenAnswers.bulkPut(due.map((id) => ({ id, ...change })));
  return due;
}
