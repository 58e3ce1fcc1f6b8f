import { ratingOfStars } from "../model/review.ts";
import { clientId } from "./client.ts";
import { subjectOfReview } from "./kind.ts";

/** What is signed. Field names are the protocol's. */
export interface ReviewPayload {
  readonly sub: string;
  readonly rating?: number;
  readonly opinion?: string;
  readonly images?: readonly { readonly src: string; readonly label?: string }[];
  readonly action?: "edit" | "delete";
  readonly metadata: Readonly<Record<string, string>>;
  /** Seconds since 1970. */
  readonly iat: number;
}

interface Common {
  readonly nickname?: string | undefined;
  /** "I have used it myself." */
  readonly ownExperience?: boolean | undefined;
  /** "I work for them, or was paid." */
  readonly affiliated?: boolean | undefined;
  readonly generated?: boolean | undefined;
  readonly dataSource?: string | undefined;
  /** Seconds since 1970, now; written rounded down to the hour. */
  readonly issuedAt: number;
}

interface Content extends Common {
  /** 1 to 5. */
  readonly stars?: number | undefined;
  readonly opinion?: string | undefined;
  readonly images?: ReviewPayload["images"] | undefined;
}

interface Again {
  /** Seconds: `issuedAt` of the newest own token about the same thing, withdrawn or not; this one comes after it. */
  readonly newestIssuedAt?: number | undefined;
}

interface AboutReview extends Common, Again {
  /** Signature of the review it is about, as that review carries it. */
  readonly signature: string;
}

interface Change {
  /** Signature of the original, never of an earlier edit. */
  readonly original: string;
  /** Seconds: `issuedAt` of the newest own token for this review; the change comes after it. */
  readonly newestIssuedAt: number;
}

const hourSeconds = 3600;
/** Servers and libraries that do not know `action` insist on a rating or an opinion. */
const deletedText = "Deleted by its author.";
/** The same for a flag without words of its own: they take a lone rating of 0 for none. */
const againstTerms = "Against the terms of service.";
const lowQuality = "Of low quality.";

/** A second of day tells more about a person than a review needs to. */
function hourOf(seconds: number): number {
  return Math.floor(seconds / hourSeconds) * hourSeconds;
}

/** The hour, or a second after what came before: the same words in the same hour would be the same review. */
function timeOf({ issuedAt, newestIssuedAt = 0 }: Common & Again): number {
  return Math.max(hourOf(issuedAt), newestIssuedAt + 1);
}

/** Flags are the string `"true"` or absent: the published server refuses booleans. */
function metadataOf(common: Common): Record<string, string> {
  return {
    client_id: clientId,
    ...(common.nickname && { nickname: common.nickname }),
    ...(common.dataSource && { data_source: common.dataSource }),
    ...(common.ownExperience && { is_personal_experience: "true" }),
    ...(common.affiliated && { is_affiliated: "true" }),
    ...(common.generated && { is_generated: "true" }),
  };
}

function contentOf({
  stars,
  opinion,
  images,
}: Content): Pick<ReviewPayload, "rating" | "opinion" | "images"> {
  const text = opinion?.trim();
  return {
    ...(stars !== undefined && { rating: ratingOfStars(stars) }),
    ...(text && { opinion: text }),
    ...(images?.length && { images }),
  };
}

/** A review of a brand, a product or a shop. */
export function reviewPayload(review: Content & Again & { readonly subject: string }): ReviewPayload {
  return {
    sub: review.subject,
    ...contentOf(review),
    metadata: metadataOf(review),
    iat: timeOf(review),
  };
}

/** The whole new content in place of the old. */
export function editPayload(edit: Content & Change): ReviewPayload {
  return {
    sub: subjectOfReview(edit.original),
    ...contentOf(edit),
    metadata: metadataOf(edit),
    action: "edit",
    iat: timeOf(edit),
  };
}

export function deletePayload(deletion: Common & Change): ReviewPayload {
  return {
    sub: subjectOfReview(deletion.original),
    opinion: deletedText,
    metadata: metadataOf(deletion),
    action: "delete",
    iat: timeOf(deletion),
  };
}

/** "Useful", or with `ownExperience` "I can confirm this". */
export function votePayload(vote: AboutReview): ReviewPayload {
  return {
    sub: subjectOfReview(vote.signature),
    rating: 100,
    metadata: metadataOf(vote),
    iat: timeOf(vote),
  };
}

export function replyPayload(reply: AboutReview & { readonly opinion: string }): ReviewPayload {
  return {
    sub: subjectOfReview(reply.signature),
    opinion: reply.opinion.trim(),
    metadata: metadataOf(reply),
    iat: timeOf(reply),
  };
}

/** Rating 0: against the terms of service; 1: of low quality. Sign it with a key of its own. */
export function flagPayload(
  flag: AboutReview & { readonly reason: "terms" | "quality"; readonly opinion: string },
): ReviewPayload {
  return {
    sub: subjectOfReview(flag.signature),
    rating: flag.reason === "terms" ? 0 : 1,
    opinion: flag.opinion.trim() || (flag.reason === "terms" ? againstTerms : lowQuality),
    metadata: metadataOf(flag),
    iat: timeOf(flag),
  };
}
