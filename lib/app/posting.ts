import type { CommunityDatabase } from "../db/community.ts";
import type { TokenRow } from "../db/community-rows.ts";
import { reviewAbove } from "../db/official-answers.ts";
import { draftOf } from "../db/drafts.ts";
import { hideItem, unhideItem } from "../db/hidden.ts";
import { currentKey, saveKey } from "../db/keys.ts";
import { outboxRow } from "../db/outbox.ts";
import { ownTokenBySignature } from "../db/own-tokens.ts";
import type { PersonalDatabase } from "../db/personal.ts";
import type { Result } from "../model/result.ts";
import { refused, type RefusalReason } from "../model/refusal.ts";
import type { ReviewId, SignatureKey } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import { type Adding, personalStorage, type Outbox } from "../outbox/index.ts";
import type { Vote } from "../outbox/compose.ts";
import { sampleDataSource } from "../reviews/client.ts";
import { confirms, isVote } from "../reviews/confirmations.ts";
import { generateSigningKey, type SigningKey } from "../reviews/keys.ts";
import { targetOf } from "../reviews/kind.ts";
import { signatureKey } from "../reviews/signature.ts";
import { parseSlip } from "../reviews/slip.ts";
import { type SettleDependencies, settleReview, type Settling } from "./settle.ts";

export interface PostingDependencies {
  readonly personal: PersonalDatabase;
  readonly community: CommunityDatabase;
  readonly outbox: Pick<Outbox, keyof Adding | "sendNow" | "undo">;
  readonly tokenBySignature: (db: CommunityDatabase, key: SignatureKey) => Promise<TokenRow | undefined>;
  /** The outbox has work: sets its alarm. */
  readonly armOutbox: () => Promise<void>;
  readonly now: () => number;
}

export interface Posting {
  /** Problems: `refused` with `no-draft`, or what the outbox refuses. */
  readonly post: (subjectKey: SubjectKey) => Promise<Result<ReviewId>>;
  /**
   * With the key, or once that is lost with the slip that was signed beside the review.
   *
   * Problems: `refused` with `not-own`, or `key-lost` where there is no slip either.
   */
  readonly withdraw: (signature: SignatureKey) => Promise<Result<ReviewId>>;
  /** Problems: `refused` with `unknown-review`. */
  readonly vote: (vote: {
    readonly signature: string;
    readonly confirm: boolean;
  }) => Promise<Result<ReviewId>>;
  /** The writer of a review says whether an answer settled it. Problems: see `settleReview`. */
  readonly settle: (what: Settling) => Promise<Result<void>>;
  /**
   * What is reported is gone for the person at once; taking the report back brings it again.
   *
   * Problems: `refused` with `unknown-review` or `already-flagged`.
   */
  readonly flag: (flag: {
    readonly signature: string;
    readonly reason: "terms" | "quality";
    readonly words: string;
  }) => Promise<Result<ReviewId>>;
  /**
   * Sends a withdrawal slip (its file's text, or the bare token) to every server.
   *
   * Problems: `refused` with `slip-unreadable`, `slip-signature`, or `not-own`: the review is another key's.
   */
  readonly useSlip: (text: string) => Promise<Result<ReviewId>>;
  readonly undo: (id: ReviewId) => Promise<Result<void>>;
  readonly sendNow: (id: ReviewId) => Promise<Result<void>>;
}

/** Everything a person signs. The first post makes the first key, so that nobody has to care for keys before. */
export function createPosting(needs: PostingDependencies): Posting {
  const { community, outbox, personal } = needs;
  const storage = personalStorage(personal);
  let making: Promise<SigningKey> | undefined;
  const posts = new Map<SubjectKey, Promise<Result<ReviewId>>>();

  const signingKey = async (): Promise<SigningKey> => {
    const row = await currentKey(personal);
    const known = row && (await storage.key(row.author));
    // Two first posts at once must not make two keys.
    return known ?? (making ??= makeKey(personal, needs.now()).finally(() => (making = undefined)));
  };
  const target = (signature: string): Promise<TokenRow | undefined> =>
    needs.tokenBySignature(community, signatureKey(signature));
  const armed = async <T>(result: Promise<Result<T>>): Promise<Result<T>> => {
    const settled = await result;
    await needs.armOutbox();
    return settled;
  };

  const post = async (subjectKey: SubjectKey): Promise<Result<ReviewId>> => {
    const draft = await draftOf(personal, subjectKey);
    if (!draft) return refused("no-draft");
    const about = draft.replyTo ?? draft.editOf;
    const isSample = about !== undefined && isSampleRow(await target(about));
    return armed(outbox.add(draft, await signingKey(), { isSample }));
  };
  const settling = settlingIn(needs, storage, target);

  return {
    async post(subjectKey) {
      // A second press while the first is at work means the same draft: one token, not two a second apart.
      const posting = posts.get(subjectKey) ?? post(subjectKey).finally(() => posts.delete(subjectKey));
      posts.set(subjectKey, posting);
      return posting;
    },
    async withdraw(signature) {
      const own = await ownTokenBySignature(personal, signatureKey(signature));
      if (!own) return refused("not-own");
      return armed(outbox.addDelete(own.signatureKey, await storage.key(own.author)));
    },
    async vote({ signature, confirm }) {
      const row = await target(signature);
      if (!row) return refused("unknown-review");
      const key = await signingKey();
      const waiting = (await storage.rows()).find((own) => isVote(own, key.author, signature));
      // A confirmation says "helpful", too; and servers take one vote of a key on a review.
      if (confirm && waiting && !confirms(waiting.jwt)) await outbox.undo(waiting.id);
      return armed(outbox.addVote({ signature, confirm, ...placeOf(row) }, key));
    },
    settle: (what) => armed(settleReview(what, settling)),
    async useSlip(text) {
      const slip = await parseSlip(text);
      if (!slip.ok) return refused(slip.error === "broken" ? "slip-signature" : "slip-unreadable");
      const row = await target(slip.value.original);
      const about = row && { author: row.author, subjectKey: row.subjectKey, title: row.subject };
      return armed(outbox.addSlip(slip.value.jwt, about));
    },
    ...reporting(needs, target, armed),
    sendNow: (id) => armed(outbox.sendNow(id)),
  };
}

function settlingIn(
  { community, outbox }: PostingDependencies,
  storage: ReturnType<typeof personalStorage>,
  answer: SettleDependencies["answer"],
): SettleDependencies {
  const above = ({ id }: TokenRow): Promise<TokenRow | undefined> => reviewAbove(community, id);
  return { answer, isSample: isSampleRow, outbox, reviewAbove: above, storage };
}

type Armed = <T>(result: Promise<Result<T>>) => Promise<Result<T>>;

/** Reporting, and taking it back: what is reported is hidden as long as the report stands. */
function reporting(
  { now, outbox, personal }: PostingDependencies,
  target: (signature: string) => Promise<TokenRow | undefined>,
  armed: Armed,
): Pick<Posting, "flag" | "undo"> {
  return {
    async flag({ signature, reason, words }) {
      const row = await target(signature);
      if (!row) return refused("unknown-review");
      const flag = { signature: row.signature, reason, words, ...placeOf(row) };
      const flagged = await armed(outbox.addFlag(flag));
      // Reported before: the worker may have died between the two.
      if (flagged.ok || isRefused(flagged, "already-flagged"))
        await hideItem(personal, { id: shownId(row), why: "reported", at: now() });
      return flagged;
    },
    async undo(id) {
      const row = await outboxRow(personal, id);
      const undone = await armed(outbox.undo(id));
      const about = undone.ok && row?.kind === "flag" ? targetOf(row.subject) : undefined;
      const reported = about === undefined ? undefined : await target(about);
      if (reported) await unhideItem(personal, shownId(reported));
      return undone;
    },
  };
}

function isRefused(result: Result<unknown>, reason: RefusalReason): boolean {
  return !result.ok && result.error.params?.["reason"] === reason;
}

async function makeKey(personal: PersonalDatabase, nowMs: number): Promise<SigningKey> {
  const key = await generateSigningKey();
  const publicJwk = { ...key.publicJwk, key_ops: [...key.publicJwk.key_ops] };
  await saveKey(personal, { ...key, publicJwk, backup: "none", createdAt: nowMs, chosenAt: nowMs });
  return key;
}

/** The review or reply as lists know it: an edit stands for its original. */
function shownId({ id, kind, root }: TokenRow): ReviewId {
  return kind === "edit" ? (root ?? id) : id;
}

/** Where a vote or flag belongs in lists. A reply has no name of its own: its subject is a signature. */
function placeOf(row: TokenRow): Pick<Vote, "isSample" | "subjectKey" | "title"> {
  const title = row.kind === "reply" ? "" : row.subject;
  return { subjectKey: row.subjectKey, title, isSample: isSampleRow(row) };
}

function isSampleRow(row: TokenRow | undefined): boolean {
  return row?.metadata.dataSource === sampleDataSource;
}
