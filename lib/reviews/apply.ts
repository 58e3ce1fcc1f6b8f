import type { Review, SignatureKey } from "../model/review.ts";
import type { Rejection } from "./decode-token.ts";

/** What a review is after its author's later changes. */
export interface AppliedReview {
  readonly original: Review;
  /** Whose rating, opinion, images and metadata hold: the newest edit, or the original. */
  readonly content: Review;
  /** Seconds: the newest edit's own time. */
  readonly editedAt?: number;
  readonly isDeleted: boolean;
}

/** Whether `a` holds against `b`: the later one; at the same second the greater id. */
function isNewer(a: Review, b: Review): boolean {
  if (a.issuedAt !== b.issuedAt) return a.issuedAt > b.issuedAt;
  return a.id > b.id;
}

function newest(reviews: Iterable<Review>): Review | undefined {
  let best: Review | undefined;
  for (const review of reviews) if (!best || isNewer(review, best)) best = review;
  return best;
}

/**
 * Decides what holds of a review. Only its own author's changes count; a change that names an earlier change
 * instead of the original is followed there. A delete holds whatever its date: a withdrawal slip is signed together
 * with the review, so it is older than later edits. The order of the arguments' elements does not matter.
 */
export function applyEdits(
  original: Review,
  edits: readonly Review[],
  deletes: readonly Review[] = [],
): AppliedReview {
  const own = ownChanges(original, [...edits, ...deletes]);
  const edit = newest(own.filter(({ kind }) => kind === "edit"));
  return {
    original,
    content: edit ?? original,
    ...(edit && { editedAt: edit.issuedAt }),
    isDeleted: own.some(({ kind }) => kind === "delete"),
  };
}

function ownChanges(original: Review, changes: readonly Review[]): readonly Review[] {
  const own = new Map<SignatureKey, Review>();
  for (const change of changes) if (change.author === original.author) own.set(change.signatureKey, change);
  return [...own.values()].filter((change) => endOfChain(change, own) === original.signatureKey);
}

/** The first target that is not itself among `changes`. */
function endOfChain(change: Review, changes: ReadonlyMap<SignatureKey, Review>): SignatureKey | undefined {
  const seen = new Set<Review>();
  let link: Review | undefined = change;
  let target: SignatureKey | undefined;
  while (link && !seen.has(link)) {
    seen.add(link);
    target = link.target;
    link = target === undefined ? undefined : changes.get(target);
  }
  return target;
}

/** Reviews that tell of the same subject by the same author count once: the newest of each. */
export function latestPerAuthor<T extends Review>(
  reviews: Iterable<T>,
  subjectKeyOf: (review: T) => string = ({ subject }) => subject,
): readonly T[] {
  const latest = new Map<string, T>();
  for (const review of reviews) {
    const key = `${review.author} ${subjectKeyOf(review)}`;
    const known = latest.get(key);
    if (!known || isNewer(review, known)) latest.set(key, review);
  }
  return [...latest.values()];
}

export interface AppliedAll {
  /** Every token that stands by itself (a review, a reply, a vote, a flag), with its author's changes. */
  readonly applied: readonly AppliedReview[];
  /** Edits and deletes of somebody else's review. */
  readonly refused: readonly { readonly review: Review; readonly rejection: Rejection }[];
  /** Edits and deletes whose original is not here. */
  readonly pending: readonly Review[];
}

function isChange({ kind }: Review): boolean {
  return kind === "edit" || kind === "delete";
}

/** `applyEdits` over a whole collection. */
export function applyAll(reviews: readonly Review[]): AppliedAll {
  const originals = new Map<SignatureKey, Review>();
  const changes = new Map<SignatureKey, Review>();
  for (const review of reviews) (isChange(review) ? changes : originals).set(review.signatureKey, review);

  const changesOf = new Map<SignatureKey, Review[]>();
  const pending: Review[] = [];
  const refused: { review: Review; rejection: Rejection }[] = [];
  for (const change of changes.values()) {
    const end = endOfChain(change, changes);
    const original = end === undefined ? undefined : originals.get(end);
    if (!original) pending.push(change);
    else if (original.author !== change.author)
      refused.push({ review: change, rejection: { code: "other-author" } });
    else {
      const known = changesOf.get(original.signatureKey);
      if (known) known.push(change);
      else changesOf.set(original.signatureKey, [change]);
    }
  }
  const applied = [...originals.values()].map((original) =>
    applyEdits(original, changesOf.get(original.signatureKey) ?? []),
  );
  return { applied, refused, pending };
}
