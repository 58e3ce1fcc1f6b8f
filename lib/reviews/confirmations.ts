import type { AuthorId, ReviewKind, SignatureKey } from "../model/review.ts";
import { decodeToken } from "./token.ts";
import { subjectOfReview, targetOf } from "./kind.ts";

/** A statement of the person's own that waits to be sent, as far as it is looked at. */
interface Waiting {
  readonly author?: AuthorId;
  readonly kind: ReviewKind;
  readonly subject: string;
  readonly jwt: string;
  readonly state: string;
}

/** One that a server has. */
interface Sent extends Waiting {
  readonly signatureKey: SignatureKey;
}

/** Whether an author confirms what somebody wrote, by what this device has signed. */
export type Confirmation<W, S> =
  | { readonly kind: "none" }
  /** Signed, and still to be sent. */
  | { readonly kind: "waiting"; readonly row: W }
  | { readonly kind: "sent"; readonly token: S }
  /** Taken back, which is still to be sent. */
  | { readonly kind: "leaving"; readonly row: W };

/**
 * Looks for an author's standing confirmation (rating 100, own experience) of what has this signature.
 *
 * @param rows - The outbox.
 * @param tokens - What was sent.
 */
export function confirmationOf<W extends Waiting, S extends Sent>(
  { author, signature }: { readonly author: AuthorId; readonly signature: string },
  rows: readonly W[],
  tokens: readonly S[],
): Confirmation<W, S> {
  const open = rows.filter(({ state }) => state !== "refused");
  const cast = tokens.filter((own) => own.state !== "deleted" && isVote(own, author, signature));
  const token = cast.find((own) => confirms(own.jwt) || tokens.some((other) => confirmsBy(other, own)));
  if (token) {
    const leaving = open.find((own) => own.kind === "delete" && targetOf(own.subject) === token.signatureKey);
    return leaving ? { kind: "leaving", row: leaving } : { kind: "sent", token };
  }
  const row = open.find(
    (own) =>
      (isVote(own, author, signature) && confirms(own.jwt)) || cast.some((vote) => confirmsBy(own, vote)),
  );
  return row ? { kind: "waiting", row } : { kind: "none" };
}

/** Whether this is an author's vote on what has this signature. */
export function isVote(own: Omit<Waiting, "state">, author: AuthorId, signature: string): boolean {
  return own.kind === "vote" && own.author === author && own.subject === subjectOfReview(signature);
}

/** Whether a change turns a vote that was "helpful" into a confirmation. */
function confirmsBy(change: Waiting, vote: Pick<Sent, "signatureKey">): boolean {
  return change.kind === "edit" && targetOf(change.subject) === vote.signatureKey && confirms(change.jwt);
}

export function confirms(jwt: string): boolean {
  const token = decodeToken(jwt);
  return token.ok && String(token.value.payload.metadata?.is_personal_experience) === "true";
}
