import type { Draft } from "../db/drafts.ts";
import type { OutboxRow } from "../db/outbox.ts";
import type { OwnToken } from "../db/own-tokens.ts";
import { ok, type Result } from "../model/result.ts";
import { refused } from "../model/refusal.ts";
import type { AuthorId, ReviewKind } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import { sampleDataSource } from "../reviews/client.ts";
import type { SigningKey } from "../reviews/keys.ts";
import { confirms, isVote } from "../reviews/confirmations.ts";
import { subjectOfReview, targetOf } from "../reviews/kind.ts";
import { payloadProblems } from "../reviews/payload-problems.ts";
import {
  deletePayload,
  editPayload,
  flagPayload,
  replyPayload,
  type ReviewPayload,
  reviewPayload,
  signToken,
  votePayload,
} from "../reviews/sign.ts";
import { signatureKey } from "../reviews/signature.ts";
import { signSlip } from "../reviews/slip.ts";
import { decodeToken } from "../reviews/token.ts";
import { isSampleAddress } from "../model/sample.ts";
import { otherSpelling } from "./spelling.ts";

/** How long a signed review waits for second thoughts. */
export const holdMs = 60_000;

/** A helpful vote or a confirmation. */
export interface Vote {
  /** Signature of the review it is about. */
  readonly signature: string;
  /** "This happened to me too." */
  readonly confirm: boolean;
  /** Where the review belongs, for lists. */
  readonly subjectKey: SubjectKey;
  readonly title: string;
  readonly isSample?: boolean;
}

/** A report of somebody's review to those who run servers. */
export interface Flag {
  /** Signature of the review it is about. */
  readonly signature: string;
  readonly reason: "terms" | "quality";
  readonly words: string;
  /** Where the review belongs, for lists. */
  readonly subjectKey: SubjectKey;
  readonly title: string;
  readonly isSample?: boolean;
}

/** What the person has signed before: needed so that what is signed now comes after it. */
export interface OwnHistory {
  readonly tokens: readonly OwnToken[];
  readonly rows: readonly OutboxRow[];
}

export interface Composed {
  readonly payload: ReviewPayload;
  readonly kind: ReviewKind;
  readonly subjectKey: SubjectKey;
  readonly title: string;
  /** The review that a withdrawal slip would delete: an edit's original, else the token itself. */
  readonly original?: string;
  readonly draft?: Draft;
}

/**
 * What a draft says, as the protocol writes it. Refused with `original-not-sent` where an edit comes too early.
 *
 * @param author - Whose key signs a review or a reply.
 */
export function composeDraft(
  draft: Draft,
  author: AuthorId,
  history: OwnHistory,
  nowMs: number,
  isSample = false,
): Result<Composed> {
  const common = {
    nickname: draft.nickname.trim(),
    ownExperience: draft.ownExperience,
    affiliated: draft.affiliated,
    dataSource: isSample || isSampleAddress(draft.subject) ? sampleDataSource : undefined,
    issuedAt: Math.floor(nowMs / 1000),
  };
  const base = { subjectKey: draft.subjectKey, title: draft.title, draft };
  const { stars, text: opinion, editOf, replyTo } = draft;
  if (editOf !== undefined) {
    if (isUnsent(history, editOf)) return refused("original-not-sent");
    const newestIssuedAt = newestOf(history, editOf);
    const payload = editPayload({ ...common, stars, opinion, original: editOf, newestIssuedAt });
    return ok({ ...base, payload, kind: "edit", original: editOf });
  }
  if (replyTo !== undefined) {
    const newestIssuedAt = newestAbout(history, author, subjectOfReview(replyTo));
    const payload = replyPayload({ ...common, opinion, signature: replyTo, newestIssuedAt });
    return ok({ ...base, payload, kind: "reply" });
  }
  const newestIssuedAt = newestAbout(history, author, draft.subject);
  const payload = reviewPayload({ ...common, subject: draft.subject, stars, opinion, newestIssuedAt });
  return ok({ ...base, payload, kind: "review" });
}

/** The withdrawal of an own review, reply or vote. */
export function composeDelete(own: OwnToken, history: OwnHistory, nowMs: number): Composed {
  const payload = deletePayload({
    original: own.signature,
    newestIssuedAt: newestOf(history, own.signature),
    issuedAt: Math.floor(nowMs / 1000),
    dataSource: dataSourceOf(own.jwt),
  });
  return { payload, kind: "delete", subjectKey: own.subjectKey, title: "" };
}

/**
 * Servers take one vote of a key on a review: who finds one helpful and then confirms it changes the vote.
 *
 * @param author - Whose key signs it.
 */
export function composeVote(vote: Vote, author: AuthorId, history: OwnHistory, nowMs: number): Composed {
  const { signature, confirm, subjectKey, title } = vote;
  const common = {
    ownExperience: confirm,
    issuedAt: Math.floor(nowMs / 1000),
    dataSource: vote.isSample ? sampleDataSource : undefined,
  };
  const before = history.tokens.find(
    (own) => own.state === "live" && isVote(own, author, signature) && !confirms(own.jwt),
  );
  if (confirm && before) {
    const { signature: original } = before;
    const newestIssuedAt = newestOf(history, original);
    const payload = editPayload({ ...common, stars: 5, original, newestIssuedAt });
    return { payload, kind: "edit", subjectKey, title, original };
  }
  // One that still waits is the same vote if its button is pressed again.
  const newestIssuedAt = newestAbout(
    { tokens: history.tokens, rows: [] },
    author,
    subjectOfReview(signature),
  );
  const payload = votePayload({ ...common, signature, newestIssuedAt });
  return { payload, kind: "vote", subjectKey, title };
}

export function composeFlag(flag: Flag, nowMs: number): Composed {
  const { reason, signature, subjectKey, title, words: opinion } = flag;
  const dataSource = flag.isSample ? sampleDataSource : undefined;
  const issuedAt = Math.floor(nowMs / 1000);
  const payload = flagPayload({ signature, reason, opinion, issuedAt, dataSource });
  return { payload, kind: "flag", subjectKey, title };
}

/**
 * Signs a payload, and beside it the slip that withdraws it even after the key is lost.
 *
 * Problems: `refused` with a `PayloadProblem` as `reason`.
 */
export async function signRow(
  composed: Composed,
  key: SigningKey,
  nowMs: number,
): Promise<Result<OutboxRow>> {
  const { payload, kind, subjectKey, title, original, draft } = composed;
  const [flaw] = payloadProblems(payload);
  if (flaw) return refused(flaw);
  const token = await signToken(payload, key);
  return ok({
    ...token,
    author: key.author,
    subject: payload.sub,
    subjectKey,
    kind,
    title,
    state: "held",
    sendAt: nowMs + holdMs,
    attempts: 0,
    tried: [],
    slipJwt: kind === "delete" ? "" : await slipFor(payload, original ?? token.signature, key),
    createdAt: nowMs,
    ...(draft && { draft }),
  });
}

/** The same statement about another spelling of its subject, signed anew; the token before was never accepted. */
export async function signRespelled(row: OutboxRow, subject: string, key: SigningKey): Promise<OutboxRow> {
  const decoded = decodeToken(row.jwt);
  if (!decoded.ok) throw new Error(`An own token cannot be read: ${decoded.error.code}`);
  // Our own payload again, without the `undefined` that parsing leaves in place of absent fields.
  const own = JSON.parse(JSON.stringify(decoded.value.payload)) as ReviewPayload;
  const payload = { ...own, sub: subject };
  const token = await signToken(payload, key);
  return { ...row, ...token, subject, slipJwt: await slipFor(payload, token.signature, key) };
}

async function slipFor(payload: ReviewPayload, original: string, key: SigningKey): Promise<string> {
  const { iat: newestIssuedAt, metadata, sub: subject } = payload;
  const dataSource = metadata["data_source"];
  return (await signSlip({ original, subject, newestIssuedAt, dataSource }, key)).jwt;
}

function isUnsent({ rows }: OwnHistory, signature: string): boolean {
  const key = signatureKey(signature);
  return rows.some((row) => row.signatureKey === key && row.state !== "sent");
}

/** Seconds: the newest `iat` among the original and everything the person signed about it since. */
function newestOf({ tokens, rows }: OwnHistory, original: string): number {
  const key = signatureKey(original);
  const isAbout = (token: { signatureKey: string; subject: string }): boolean =>
    token.signatureKey === key || targetOf(token.subject) === key;
  const times = [...tokens, ...rows].filter(isAbout).map(({ jwt }) => issuedAtOf(jwt));
  return Math.max(0, ...times);
}

/** Seconds: the newest `iat` among what a key signed about a subject, and about that since; 0 if nothing. */
function newestAbout({ tokens, rows }: OwnHistory, author: AuthorId, subject: string): number {
  const own = [...tokens, ...rows].filter((token) => token.author === author);
  // As signed in the end: a silent site is sent under its other spelling.
  const spellings = new Set([subject, otherSpelling(subject) ?? subject]);
  const roots = own.filter((token) => spellings.has(token.subject));
  const keys = new Set<string | undefined>(roots.map((token) => token.signatureKey));
  const since = own.filter((token) => keys.has(targetOf(token.subject)));
  return Math.max(0, ...[...roots, ...since].map(({ jwt }) => issuedAtOf(jwt)));
}

export function issuedAtOf(jwt: string): number {
  const token = decodeToken(jwt);
  return token.ok ? token.value.payload.iat : 0;
}

function dataSourceOf(jwt: string): string | undefined {
  const token = decodeToken(jwt);
  return (token.ok && token.value.payload.metadata?.data_source) || undefined;
}

/** The own token that an edit or a delete is about. */
export function originalOf(row: OutboxRow, tokens: readonly OwnToken[]): OwnToken | undefined {
  if (row.kind !== "edit" && row.kind !== "delete") return undefined;
  const target = targetOf(row.subject);
  return tokens.find((token) => token.signatureKey === target);
}
