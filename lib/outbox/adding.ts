import type { Draft } from "../db/drafts.ts";
import type { OutboxRow } from "../db/outbox.ts";
import type { OwnToken } from "../db/own-tokens.ts";
import { refused } from "../model/refusal.ts";
import { ok, type Result } from "../model/result.ts";
import type { AuthorId, ReviewId, SignatureKey } from "../model/review.ts";
import { generateSigningKey, type SigningKey } from "../reviews/keys.ts";
import { targetOf } from "../reviews/kind.ts";
import { signatureKey } from "../reviews/signature.ts";
import {
  composeDelete,
  composeDraft,
  composeFlag,
  composeVote,
  type Flag,
  type OwnHistory,
  signRow,
  type Vote,
} from "./compose.ts";
import type { DeliverContext } from "./deliver.ts";
import { inTurns } from "./in-turns.ts";
import { isSampleToken, takesSamples } from "./samples.ts";
import { slipOf, slipRow, type SlipTarget } from "./slips.ts";

/** Signs, once, and stores what is to be sent. Every problem is a `refused`; `sample` is any method's. */
export interface Adding {
  /**
   * Signs a draft and moves it into the outbox in one step.
   *
   * Problems: `original-not-sent`, `key-lost` or a `PayloadProblem`.
   */
  add(draft: Draft, key: SigningKey, options?: { readonly isSample?: boolean }): Promise<Result<ReviewId>>;
  addVote(vote: Vote, key: SigningKey): Promise<Result<ReviewId>>;
  /**
   * Reports a review, signed by a key that nobody has afterwards: it tells nothing of who reports what else.
   *
   * Problems: `already-flagged`, or a `PayloadProblem`.
   */
  addFlag(flag: Flag): Promise<Result<ReviewId>>;
  /**
   * Withdraws an own token, with the key that signed it, or without one by its slip.
   *
   * Problems: `not-own` where there is none with this signature, `key-lost` without key and slip.
   */
  addDelete(signatureKey: SignatureKey, key?: SigningKey): Promise<Result<ReviewId>>;
  /**
   * Sends somebody's slip to every server: nobody knows which of them have its review.
   *
   * Problems: `slip-signature`, `slip-unreadable`, `not-own`.
   */
  addSlip(jwt: string, target?: SlipTarget): Promise<Result<ReviewId>>;
}

export function createAdding({ now, servers, storage }: DeliverContext): Adding {
  /** One at a time: each must see what the one before has added. */
  const inTurn = inTurns();
  const history = async (): Promise<OwnHistory> => ({
    tokens: await storage.ownTokens(),
    rows: await storage.rows(),
  });
  const store = async (row: Result<OutboxRow>): Promise<Result<ReviewId>> => {
    if (!row.ok) return row;
    if (isSampleToken(row.value.jwt) && !(await servers()).some(takesSamples)) return refused("sample");
    await storage.add(row.value);
    return ok(row.value.id);
  };

  return {
    add: (draft, key, { isSample = false } = {}) =>
      inTurn(async () => {
        const past = await history();
        const composed = composeDraft(draft, key.author, past, now(), isSample);
        if (!composed.ok) return composed;
        // An edit counts only under the key of what it edits, whichever key is the current one.
        const author = draft.editOf === undefined ? undefined : authorOf(draft.editOf, past.tokens);
        const signer = author === undefined || author === key.author ? key : await storage.key(author);
        return signer ? store(await signRow(composed.value, signer, now())) : refused("key-lost");
      }),
    addVote: (vote, key) =>
      inTurn(async () =>
        store(await signRow(composeVote(vote, key.author, await history(), now()), key, now())),
      ),
    addFlag: (flag) =>
      inTurn(async () => {
        if (isFlagged(flag.signature, await history())) return refused("already-flagged");
        return store(await signRow(composeFlag(flag, now()), await generateSigningKey(), now()));
      }),
    addDelete: (target, key) =>
      inTurn(async () => {
        const past = await history();
        const own = past.tokens.find((token) => token.signatureKey === target);
        if (!own || (key && own.author !== key.author)) return refused("not-own");
        if (key) return store(await signRow(composeDelete(own, past, now()), key, now()));
        const slip = slipOf(own, past.tokens);
        return slip === undefined
          ? refused("key-lost")
          : store(await slipRow(slip, { ...own, title: "" }, now()));
      }),
    addSlip: (jwt, target) => inTurn(async () => store(await slipRow(jwt, target, now(), true))),
  };
}

function authorOf(signature: string, tokens: readonly OwnToken[]): AuthorId | undefined {
  const key = signatureKey(signature);
  return tokens.find((token) => token.signatureKey === key)?.author;
}

/** Whether a flag for this review waits or was sent; one that was refused or withdrawn does not count. */
function isFlagged(signature: string, { rows, tokens }: OwnHistory): boolean {
  const key = signatureKey(signature);
  const standing = [
    ...rows.filter(({ state }) => state !== "refused"),
    ...tokens.filter(({ state }) => state === "live"),
  ];
  return standing.some(({ kind, subject }) => kind === "flag" && targetOf(subject) === key);
}
