import type { ReviewKind, SignatureKey } from "../model/review.ts";
import { parseSignature, signatureKey } from "./signature.ts";

const maresi = "urn:maresi:";

/** The subject that names another review. */
export function subjectOfReview(signature: string): string {
  return `${maresi}${signature}`;
}

/** The npm client of 2020 appends this to every subject, the names of reviews included. */
const emptyQuery = "?q=";

/** The review that a subject names, or `undefined` where it names none. */
export function targetOf(subject: string): SignatureKey | undefined {
  if (!subject.startsWith(maresi)) return undefined;
  const end = subject.endsWith(emptyQuery) ? -emptyQuery.length : subject.length;
  const signature = subject.slice(maresi.length, end);
  return parseSignature(signature) ? signatureKey(signature) : undefined;
}

interface Statement {
  readonly subject: string;
  readonly target?: SignatureKey | undefined;
  readonly rating?: number | undefined;
  readonly opinion?: string | undefined;
  readonly action?: string | undefined;
}

const kindOfAction = new Map<string, ReviewKind>([
  ["edit", "edit"],
  ["delete", "delete"],
  ["report_abuse", "flag"],
]);

/** What a token does, by the conventions of the protocol's own client and its newer kin. */
export function kindOf({ subject, target, rating, opinion, action }: Statement): ReviewKind {
  const isAboutReview = subject.startsWith(maresi);
  if (action) return (target !== undefined && kindOfAction.get(action)) || "other";
  if (!isAboutReview) return "review";
  if (target === undefined) return "other";
  // 0: against the terms of service, 1: of low quality. The reasons are the opinion.
  if (rating === 0 || rating === 1) return "flag";
  if (opinion) return "reply";
  return rating === 100 ? "vote" : "other";
}
