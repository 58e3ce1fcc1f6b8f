import { byteLength, earliestIssuedAt } from "../../lib/reviews/limits.ts";
import type { Rejection } from "../../lib/reviews/token.ts";
import type { Review } from "../../lib/model/review.ts";
import type { AppendOutcome } from "./storage/append.ts";
import { schemeOf } from "./subject.ts";

/** The published server's own words where it has some, because clients show and compare them. */
const words = {
  tooOld: "Claim too old (`iat` indicates date lower than year 2020).",
  future: "Claim from the future.",
  rating: "Rating out of range.",
  opinion: "Opinion too long.",
  empty: "Review must contain either a rating or a review.",
  duplicate: "Duplicate entry found in the database, please submit reviews with differing rating or opinion.",
} as const;

/** Why a token is no review at all. */
export function wordsForRejection({ code, detail }: Rejection, iatInFuture: boolean): string {
  if (code === "iat") return iatInFuture ? words.future : words.tooOld;
  if (code === "key" && detail === "kid is missing") return "kid is missing from header";
  if (code === "payload" && detail === "rating") return words.rating;
  if (code === "payload" && detail === "opinion") return words.opinion;
  if (code === "payload" && detail?.startsWith("neither")) return words.empty;
  return `Incorrect JWT: ${code}${detail === undefined ? "" : ` (${detail})`}`;
}

/**
 * What the protocol asks of a review beyond a valid signature. Metadata is left alone: newer clients write
 * keys that the published server refuses. The subject's site is never asked: no brand can veto a review by
 * refusing an answer, and no hub can be made to send requests.
 */
export function refusalOf(review: Review, opinionBytes: number): string | undefined {
  if (review.issuedAt < earliestIssuedAt) return words.tooOld;
  if (byteLength(review.opinion ?? "") > opinionBytes) return words.opinion;
  const scheme = schemeOf(review.subject);
  return "refusal" in scheme ? scheme.refusal : undefined;
}

/** What storage says to a submission; `undefined` when it is stored now or was before, or waits under a hold. */
export function wordsForOutcome(outcome: AppendOutcome): string | undefined {
  if (outcome.kind === "removed") return `Removed by the operator of this server: ${outcome.reason}`;
  return wordsFor[outcome.kind];
}

const wordsFor = {
  added: undefined,
  known: undefined,
  held: undefined,
  duplicate: words.duplicate,
  "unknown-target": "Non-existent entity: no review with this signature is known here.",
  "foreign-edit": "Only its author can edit or delete a review.",
} as const;
