import type { StoredReview } from "../db/community-rows.ts";
import { type TokenInput, type VerifiedChunk, verifyTokens } from "../reviews/token.ts";
import type { PlaceSubject, SyncStorage } from "./storage.ts";

/** How many rejected tokens of a source are remembered, so that each is counted once. */
const mostMarks = 200;
/** Tokens between two writes: a transaction short enough that open pages do not wait for it. */
const chunk = 250;
const markLength = 22;

export interface Taken {
  readonly newest: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly rejectedMarks: readonly string[];
}

export interface TakeContext {
  readonly storage: Pick<SyncStorage, "storeReviews">;
  readonly place: PlaceSubject;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Verifies tokens and stores what holds, chunk by chunk. Safe to repeat from the start after a death at any
 * point: the counts come back to the caller, who saves them together with its cursor.
 *
 * @param source - Server or feed they came from.
 * @param before - What the source's row says so far.
 */
export async function takeTokens(
  { storage, place, now }: TakeContext,
  source: string,
  tokens: readonly TokenInput[],
  before: Taken,
): Promise<Taken> {
  const asOf = Math.floor(now() / 1000);
  const rejected: Record<string, number> = { ...before.rejected };
  const marks = new Set(before.rejectedMarks);
  let { newest } = before;
  for await (const part of verifyAhead(tokens)) {
    const rows = part.reviews.map((review): StoredReview => ({
      ...review,
      ...(place(review.subject) ?? { subjectKey: review.subject }),
      addedFrom: source,
    }));
    if (rows.length > 0) await storage.storeReviews(rows, asOf);
    // Dates are the author's own: one in the future must not move the cursor past reviews still to come.
    newest = rows.reduce((latest, { issuedAt }) => Math.max(latest, Math.min(issuedAt, asOf)), newest);
    for (const { jwt, rejection } of part.rejected) {
      const mark = jwt.slice(-markLength);
      if (marks.has(mark)) continue;
      marks.add(mark);
      rejected[rejection.code] = (rejected[rejection.code] ?? 0) + 1;
    }
  }
  return { newest, rejected, rejectedMarks: [...marks].slice(-mostMarks) };
}

/**
 * Verified chunks in order, the next one under way while the caller stores one: decoding, WebCrypto's threads
 * and the disk then work side by side instead of in turns.
 */
async function* verifyAhead(tokens: readonly TokenInput[]): AsyncGenerator<VerifiedChunk, void, void> {
  let ahead = verifyFrom(tokens, 0);
  for (let from = chunk; from - chunk < tokens.length; from += chunk) {
    const current = ahead;
    ahead = verifyFrom(tokens, from);
    yield await current;
  }
  await ahead;
}

async function verifyFrom(tokens: readonly TokenInput[], from: number): Promise<VerifiedChunk> {
  for await (const part of verifyTokens(tokens.slice(from, from + chunk), { chunk })) return part;
  return { reviews: [], rejected: [] };
}
