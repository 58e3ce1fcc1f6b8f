import { byteLength, earliestIssuedAt, latestIssuedAt, limits } from "./limits.ts";
import type { ReviewPayload } from "./payloads.ts";

/** Why a payload would be refused or misread by servers and clients in use. */
export type PayloadProblem =
  | "empty"
  | "opinion-too-long"
  | "nickname-too-long"
  | "subject-missing"
  | "subject-too-long"
  | "rating-out-of-range"
  /** JavaScript libraries in use take a rating of 0 for none at all: one star needs words. */
  | "one-star-needs-words"
  | "too-many-images"
  | "image-label-too-long"
  | "iat"
  | "not-text";

/** Everything that is wrong with a payload before it is signed; none when it is fine. */
export function payloadProblems(payload: ReviewPayload): readonly PayloadProblem[] {
  return [...subjectProblems(payload), ...contentProblems(payload), ...imageProblems(payload)];
}

function subjectProblems({ sub, iat }: ReviewPayload): PayloadProblem[] {
  const problems: PayloadProblem[] = [];
  // A review's own name is longer than the standard's recommendation for others.
  const most = sub.startsWith("urn:maresi:") ? 2 * limits.subject : limits.subject;
  if (sub === "") problems.push("subject-missing");
  if (sub.length > most) problems.push("subject-too-long");
  if (!Number.isSafeInteger(iat) || iat < earliestIssuedAt || iat > latestIssuedAt) problems.push("iat");
  return problems;
}

function contentProblems({ rating, opinion, metadata }: ReviewPayload): PayloadProblem[] {
  const problems: PayloadProblem[] = [];
  const isInRange = rating === undefined || (Number.isInteger(rating) && rating >= 0 && rating <= 100);
  if (!isInRange) problems.push("rating-out-of-range");
  if (!opinion && rating === undefined) problems.push("empty");
  if (!opinion && rating === 0) problems.push("one-star-needs-words");
  if (opinion && byteLength(opinion) > limits.opinion) problems.push("opinion-too-long");
  if (byteLength(metadata["nickname"] ?? "") > limits.nickname) problems.push("nickname-too-long");
  const texts = [opinion ?? "", ...Object.values(metadata)];
  if (!texts.every((text) => text.isWellFormed() && !text.includes("\0"))) problems.push("not-text");
  return problems;
}

function imageProblems({ images = [] }: ReviewPayload): PayloadProblem[] {
  const problems: PayloadProblem[] = [];
  if (images.length > limits.images) problems.push("too-many-images");
  if (images.some(({ label }) => byteLength(label ?? "") > limits.imageLabel))
    problems.push("image-label-too-long");
  return problems;
}
