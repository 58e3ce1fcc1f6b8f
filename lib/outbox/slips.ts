import type { OutboxRow } from "../db/outbox.ts";
import type { OwnToken } from "../db/own-tokens.ts";
import { refused } from "../model/refusal.ts";
import { ok, type Result } from "../model/result.ts";
import type { AuthorId } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import { targetOf } from "../reviews/kind.ts";
import { verifyToken } from "../reviews/token.ts";
import { holdMs, issuedAtOf } from "./compose.ts";

/** What is known here of the review that a slip withdraws. */
export interface SlipTarget {
  readonly author: AuthorId;
  readonly subjectKey: SubjectKey;
  readonly title: string;
}

/** The newest slip for an own token: its own, or that of an edit since. */
export function slipOf(own: OwnToken, tokens: readonly OwnToken[]): string | undefined {
  // A flag or a vote about it has a slip too, which withdraws something else.
  const isEdit = ({ kind, subject }: OwnToken): boolean =>
    kind === "edit" && targetOf(subject) === own.signatureKey;
  return tokens
    .filter((token) => token.signatureKey === own.signatureKey || isEdit(token))
    .toSorted((a, b) => issuedAtOf(b.jwt) - issuedAtOf(a.jwt))
    .find(({ slipJwt }) => slipJwt)?.slipJwt;
}

/**
 * A slip as the delete that it is, held like any other. It was signed long ago and needs no key.
 *
 * Problems: `refused` with `slip-signature`, `slip-unreadable` (a token that deletes nothing), or `not-own`
 * (another key's review, which no server would delete for it).
 *
 * @param everywhere - Send it to each server, not only to the first that takes it.
 */
export async function slipRow(
  jwt: string,
  target: SlipTarget | undefined,
  nowMs: number,
  everywhere = false,
): Promise<Result<OutboxRow>> {
  const slip = await verifyToken(jwt);
  if (!slip.ok) return refused("slip-signature");
  const { author, id, kind, signature, signatureKey, subject } = slip.value;
  if (kind !== "delete") return refused("slip-unreadable");
  if (target && target.author !== author) return refused("not-own");
  return ok({
    id,
    jwt,
    signature,
    signatureKey,
    author,
    subject,
    subjectKey: target?.subjectKey ?? subject,
    kind,
    title: target?.title ?? "",
    state: "held",
    sendAt: nowMs + holdMs,
    attempts: 0,
    tried: [],
    slipJwt: "",
    createdAt: nowMs,
    ...(everywhere && { everywhere }),
  });
}
