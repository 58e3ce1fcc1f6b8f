import type { Finding, Signal } from "./define-signal.ts";
import type { TrustInput } from "./input.ts";
import affiliation from "./signals/affiliation.ts";
import alikeTexts from "./signals/alike-texts.ts";
import bursts from "./signals/bursts.ts";
import coReview from "./signals/co-review.ts";
import mintedKeys from "./signals/minted-keys.ts";
import ownBrand from "./signals/own-brand.ts";
import ratingDeviation from "./signals/rating-deviation.ts";
import sameKey from "./signals/same-key.ts";
import singleDay from "./signals/single-day.ts";
import spamText from "./signals/spam-text.ts";
import { votesOf, weightsOf } from "./weights.ts";
import { type TrustScore, trustScore } from "../model/trust-score.ts";

/** Factors are multiplied in this order. Alphabetical. */
export const signals = [
  affiliation,
  alikeTexts,
  bursts,
  coReview,
  mintedKeys,
  ownBrand,
  ratingDeviation,
  sameKey,
  singleDay,
  spamText,
] as const satisfies readonly Signal[];

export type SignalId = (typeof signals)[number]["id"];

/** A finding, and whose it is. */
interface Reason {
  readonly signal: SignalId;
  readonly finding: Finding;
}

export interface Weighed {
  /** By row: above 0, at most 1. */
  readonly weights: Float64Array;
  readonly reasons: readonly Reason[];
  /** As if no signal had spoken; and weighed. */
  readonly plain: TrustScore;
  readonly weighed: TrustScore;
}

/** A subject's reviews, weighed. `off`: signals that the person does not want. `asOf`: seconds. */
export function weigh(input: TrustInput, asOf: number, off: ReadonlySet<SignalId> = new Set()): Weighed {
  const reasons = signals
    .filter(({ id }) => !off.has(id))
    .flatMap((signal) => signal.run(input, asOf).map((finding) => ({ signal: signal.id, finding })));
  const weights = weightsOf(
    input,
    reasons.map(({ finding }) => finding),
  );
  return {
    weights,
    reasons,
    plain: trustScore(votesOf(input)),
    weighed: trustScore(votesOf(input, weights)),
  };
}
