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
  const subject = subjectOfReview(signature);
  const isMeant = (own: Waiting): boolean =>
    own.kind === "vote" && own.author === author && own.subject === subject && confirms(own.jwt);
  const open = rows.filter(({ state }) => state !== "refused");
  const token = tokens.find((own) => own.state === "live" && isMeant(own));
  if (token) {
    const leaving = open.find((own) => own.kind === "delete" && targetOf(own.subject) === token.signatureKey);
    return leaving ? { kind: "leaving", row: leaving } : { kind: "sent", token };
  }
  const row = open.find(isMeant);
  return row ? { kind: "waiting", row } : { kind: "none" };
}

function confirms(jwt: string): boolean {
  const token = decodeToken(jwt);
  return token.ok && String(token.value.payload.metadata?.is_personal_experience) === "true";
}
