import { hasTrait, trait } from "../columns/traits.ts";
import type { Comment, Thread } from "../model/conversation.ts";
import { plainText } from "../model/rich-text.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { SaidText } from "../model/topic.ts";
import type { CommunityDatabase } from "./community.ts";
import type { EffectiveRow, ReviewRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { reviewRowsOf } from "./review-rows.ts";
import type { ConversationRow } from "./talk-rows.ts";

const textsAtOnce = 250;

/** The one review by an author about a subject, as it is now. */
export async function reviewBy(
  db: CommunityDatabase,
  subjectKey: SubjectKey,
  author: string,
): Promise<ReviewRow | undefined> {
  const row = await db.effective.get([subjectKey, author]);
  return row && (await reviewRowsOf(db, [row]))[0];
}

/**
 * What people wrote in the newest `limit` reviews of some subjects, in portions: the caller may stop after each.
 * Reviews that say they were made by software are nobody's voice and are left out.
 */
export async function* reviewTexts(
  db: CommunityDatabase,
  keys: readonly SubjectKey[],
  limit: number,
): AsyncGenerator<readonly SaidText[]> {
  let left = limit;
  for (const subjectKey of new Set(keys)) {
    const rows = await withDatabaseErrors(async () => newestWithText(db, subjectKey, left));
    left -= rows.length;
    for (let from = 0; from < rows.length; from += textsAtOnce) {
      const some = rows.slice(from, from + textsAtOnce);
      const reviews = await withDatabaseErrors(async () => reviewRowsOf(db, some));
      yield reviews.flatMap((review) => saidIn(review));
    }
    if (left <= 0) return;
  }
}

async function newestWithText(
  db: CommunityDatabase,
  subjectKey: SubjectKey,
  limit: number,
): Promise<EffectiveRow[]> {
  const rows = await db.effective
    .where("[subjectKey+issuedAt+author]")
    .between([subjectKey, 0, ""], [subjectKey, Number.MAX_SAFE_INTEGER, ""])
    .reverse()
    .limit(limit)
    .toArray();
  return rows.filter(({ textLength, traits }) => textLength > 0 && !hasTrait(traits, trait.generated));
}

function saidIn(review: ReviewRow): SaidText[] {
  const { opinion, subjectKey, author, nickname, rating, isSample, lang } = review;
  if (opinion === undefined || opinion.trim() === "") return [];
  return [
    {
      id: review.id,
      text: opinion,
      lang,
      source: { kind: "review", subjectKey, author, isSample, nickname, rating },
      saidAt: review.issuedAt * 1000,
    },
  ];
}

/** Threads about a brand that were read. */
export async function conversationsAbout(db: CommunityDatabase, brandId: string): Promise<ConversationRow[]> {
  return withDatabaseErrors(async () => db.conversations.where("brandId").equals(brandId).toArray());
}

/** Their keys alone: cheap enough for a live query. */
export async function conversationKeys(db: CommunityDatabase, brandId: string): Promise<readonly string[]> {
  return db.conversations.where("brandId").equals(brandId).primaryKeys();
}

/** What was said in a conversation: its beginning and each comment, each a text of its own. */
export function conversationTexts({ conversation }: ConversationRow): SaidText[] {
  const { thread, body, comments } = conversation;
  return [
    saidAs(thread, { id: thread.key, body, url: thread.url, publishedAt: thread.publishedAt }),
    ...comments.map((comment) => saidAs(thread, { ...comment, id: `${thread.key}#${comment.id}` })),
  ].filter(({ text }) => text.trim() !== "");
}

interface Words extends Pick<Comment, "id" | "body"> {
  readonly author?: string;
  readonly url?: string | undefined;
  readonly publishedAt?: number | undefined;
}

function saidAs(thread: Thread, { id, body, author, url, publishedAt }: Words): SaidText {
  const { key, title, source, language } = thread;
  return {
    id,
    text: plainText(body),
    lang: language,
    source: { kind: "comment", thread: key, title, source, url: url ?? thread.url, author },
    saidAt: publishedAt,
  };
}
