import type { PersonalDatabase } from "../../lib/db/personal.ts";
import { listOwnTokens } from "../../lib/db/own-tokens.ts";
import type { Draft, OwnToken } from "../../lib/db/personal-rows.ts";
import { starsOfRating } from "../../lib/model/review.ts";
import { type OwnPayload, ownPayload } from "./own-payload.ts";

export interface OwnReview {
  readonly token: OwnToken;
  /** Of the newest edit, else of the review itself. */
  readonly content: OwnPayload;
  readonly title: string;
}

/** What a subject is called where only its address is known. */
function subjectTitle(subject: string): string {
  return subject.replace(/^https?:\/\/(www\.)?/, "").replace(/^urn:maresi:.*/, "");
}

/** Own reviews and replies that stand, the newest first, each with its newest content. */
export function ownReviewsOf(tokens: readonly OwnToken[]): readonly OwnReview[] {
  const newest = new Map<string, OwnToken>();
  for (const token of tokens) {
    if (token.kind === "edit" && !newest.has(token.subject)) newest.set(token.subject, token);
  }
  return tokens
    .filter(({ kind, state }) => (kind === "review" || kind === "reply") && state !== "deleted")
    .map((token) => ({
      token,
      content: ownPayload((newest.get(`urn:maresi:${token.signature}`) ?? token).jwt),
      title: subjectTitle(token.subject),
    }));
}

interface NewestContent {
  readonly title: string;
  /** Of a reply: the signature that it answers. */
  readonly replyTo?: string;
  readonly beginning: Partial<Draft>;
}

/** An own review or reply that stands. */
export async function ownReviewOf(
  personal: PersonalDatabase,
  signature: string,
): Promise<OwnReview | undefined> {
  return ownReviewsOf(await listOwnTokens(personal)).find(({ token }) => token.signature === signature);
}

/** What an own review says now, as the beginning of an edit. */
export async function newestContent(
  personal: PersonalDatabase,
  signature: string,
): Promise<NewestContent | undefined> {
  const own = await ownReviewOf(personal, signature);
  if (!own) return undefined;
  const { rating, opinion, nickname, confirms, affiliated } = own.content;
  return {
    title: own.title,
    ...(own.token.kind === "reply" && { replyTo: own.token.subject.slice("urn:maresi:".length) }),
    beginning: {
      ...(rating === undefined ? {} : { stars: Math.round(starsOfRating(rating)) }),
      text: opinion,
      nickname,
      ownExperience: confirms,
      affiliated,
    },
  };
}
