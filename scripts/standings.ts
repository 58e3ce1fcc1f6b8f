import { isMutation, reach, type Standing, standingOf } from "../lib/db/standing.ts";
import type { Review, SignatureKey } from "../lib/model/review.ts";

export interface Standings {
  /** What was not withdrawn, with the content that it has now. */
  readonly standing: readonly Standing<Review>[];
  readonly withdrawn: readonly Review[];
  /** Edits and deletes of what another key signed. */
  readonly refused: readonly Review[];
  /** Edits and deletes whose original is not among the reviews. */
  readonly pending: readonly Review[];
}

/** What remains of a collection after its edits and deletes, by the very rules of the database. */
export function standingsOf(reviews: readonly Review[]): Standings {
  const bySignature = new Map(reviews.map((review) => [review.signatureKey, review]));
  // The same token twice counts once.
  const tokens = [...bySignature.values()];
  const changes = new Map<SignatureKey, Review[]>();
  const refused: Review[] = [];
  const pending: Review[] = [];
  for (const change of tokens.filter(isMutation)) {
    const found = reach(change, (key) => bySignature.get(key));
    if (found.kind === "missing") pending.push(change);
    else if (found.kind === "rejected") refused.push(change);
    else {
      const { signatureKey } = found.root;
      changes.set(signatureKey, [...(changes.get(signatureKey) ?? []), change]);
    }
  }
  const originals = tokens.filter((review) => !isMutation(review));
  const standings = originals.map((original) => ({
    original,
    standing: standingOf(original, changes.get(original.signatureKey) ?? []),
  }));
  return {
    standing: standings.flatMap(({ standing }) => standing ?? []),
    withdrawn: standings.flatMap(({ original, standing }) => (standing ? [] : [original])),
    refused,
    pending,
  };
}
