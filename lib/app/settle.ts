import type { TokenRow } from "../db/community-rows.ts";
import { refused } from "../model/refusal.ts";
import { ok, type Result } from "../model/result.ts";
import type { ReviewId } from "../model/review.ts";
import type { Adding, Outbox } from "../outbox/index.ts";
import { confirmationOf } from "../reviews/confirmations.ts";
import type { OutboxStorage } from "../outbox/storage.ts";

export interface SettleDependencies {
  readonly outbox: Pick<Outbox, Extract<keyof Adding, "addDelete" | "addVote"> | "undo">;
  readonly storage: Pick<OutboxStorage, "key" | "ownTokens" | "rows">;
  /** The answer that has this signature. */
  readonly answer: (signature: string) => Promise<TokenRow | undefined>;
  /** The review that it is about in the end. */
  readonly reviewAbove: (answer: TokenRow) => Promise<TokenRow | undefined>;
  /** From the sample world: only its servers take what is said of it. */
  readonly isSample: (row: TokenRow) => boolean;
}

export interface Settling {
  /** Signature of the brand's answer. */
  readonly signature: string;
  /** Whether it settles the review, or no longer. */
  readonly settled: boolean;
}

/**
 * The writer of a review says that an answer settled it, or takes that back: a confirmation of the answer by the key
 * that signed the review, whichever key is the current one. Held like any vote, and until then undone without a trace.
 *
 * Problems: `unknown-review`, `not-own` where no key of the person's signed the review, or what the outbox refuses.
 */
export async function settleReview(
  { signature, settled }: Settling,
  { answer, isSample, outbox, reviewAbove, storage }: SettleDependencies,
): Promise<Result<void>> {
  const reply = await answer(signature);
  const review = reply && (await reviewAbove(reply));
  if (!reply || !review) return refused("unknown-review");
  const key = await storage.key(review.author);
  if (!key) return refused("not-own");
  const said = confirmationOf(
    { author: review.author, signature: reply.signature },
    await storage.rows(),
    await storage.ownTokens(),
  );
  if (settled) {
    if (said.kind === "leaving") return outbox.undo(said.row.id);
    if (said.kind !== "none") return ok(undefined);
    const { subject: title, subjectKey } = review;
    const vote = { signature: reply.signature, confirm: true, subjectKey, title, isSample: isSample(reply) };
    return done(await outbox.addVote(vote, key));
  }
  if (said.kind === "waiting") return outbox.undo(said.row.id);
  return said.kind === "sent" ? done(await outbox.addDelete(said.token.signatureKey, key)) : ok(undefined);
}

function done(result: Result<ReviewId>): Result<void> {
  return result.ok ? ok(undefined) : result;
}
