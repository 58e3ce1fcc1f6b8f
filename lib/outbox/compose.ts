import type { Draft } from "../db/drafts.ts";
import type { OutboxRow } from "../db/outbox.ts";
import type { OwnToken } from "../db/own-tokens.ts";
import { ok, type Result } from "../model/result.ts";
import { refused } from "../model/refusal.ts";
import type { ReviewKind } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import { sampleDataSource } from "../reviews/client.ts";
import type { SigningKey } from "../reviews/keys.ts";
import { targetOf } from "../reviews/kind.ts";
import { payloadProblems } from "../reviews/payload-problems.ts";
import {
  deletePayload,
  editPayload,
  replyPayload,
  type ReviewPayload,
  reviewPayload,
  signToken,
  votePayload,
} from "../reviews/sign.ts";
import { signatureKey } from "../reviews/signature.ts";
import { decodeToken } from "../reviews/token.ts";
import { isSampleSubject } from "./samples.ts";

/** How long a signed review waits for second thoughts. */
const holdMs = 60_000;

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

/** What the person has signed before: needed so that an edit or a delete comes after all of it. */
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

/** What a draft says, as the protocol writes it. Refused with `original-not-sent` where an edit comes too early. */
export function composeDraft(
  draft: Draft,
  history: OwnHistory,
  nowMs: number,
  isSample = false,
): Result<Composed> {
  const common = {
    nickname: draft.nickname.trim(),
    ownExperience: draft.ownExperience,
    affiliated: draft.affiliated,
    dataSource: isSample || isSampleSubject(draft.subject) ? sampleDataSource : undefined,
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
    return ok({ ...base, payload: replyPayload({ ...common, opinion, signature: replyTo }), kind: "reply" });
  }
  const payload = reviewPayload({ ...common, subject: draft.subject, stars, opinion });
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

export function composeVote(vote: Vote, nowMs: number): Composed {
  const payload = votePayload({
    signature: vote.signature,
    ownExperience: vote.confirm,
    issuedAt: Math.floor(nowMs / 1000),
    dataSource: vote.isSample ? sampleDataSource : undefined,
  });
  return { payload, kind: "vote", subjectKey: vote.subjectKey, title: vote.title };
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
    slipJwt: kind === "delete" ? "" : await signSlip(payload, original ?? token.signature, key),
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
  return { ...row, ...token, subject, slipJwt: await signSlip(payload, token.signature, key) };
}

async function signSlip(payload: ReviewPayload, original: string, key: SigningKey): Promise<string> {
  const slip = deletePayload({
    original,
    newestIssuedAt: payload.iat,
    issuedAt: payload.iat,
    dataSource: payload.metadata["data_source"],
  });
  return (await signToken(slip, key)).jwt;
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

function issuedAtOf(jwt: string): number {
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
