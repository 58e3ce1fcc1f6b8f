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
import { voicesOf, votesOf, weightsOf, weightsVersion } from "./weights.ts";
import { prior, type TrustScore, trustScore, type WeightedVotes } from "../model/trust-score.ts";

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

/** Of everything that a weight depends on: figures made under another one are made anew. */
export const trustVersion = [
  `prior:${prior.version}`,
  `weights:${weightsVersion}`,
  ...signals.map(({ id, version }) => `${id}:${version}`),
].join(" ");

/** A finding, and whose it is. */
export interface Reason {
  readonly signal: SignalId;
  readonly finding: Finding;
}

export interface Weighed {
  /** By row: above 0, at most 1. */
  readonly weights: Float64Array;
  readonly reasons: readonly Reason[];
  /** What the weighed score is made of. */
  readonly votes: WeightedVotes;
  /** As if no signal had spoken; and weighed. */
  readonly plain: TrustScore;
  readonly weighed: TrustScore;
}

/** A subject's reviews, weighed. `off`: signals that the person does not want. `asOf`: seconds. */
export function weigh(input: TrustInput, asOf: number, off: ReadonlySet<SignalId> = new Set()): Weighed {
  const wanted = signals.filter(({ id }) => !off.has(id));
  return weighedBy(
    input,
    wanted.flatMap((signal) => reasonsOf(signal, input, asOf)),
  );
}

/** What one signal has to say. For those who cannot wait for all of them at once. */
export function reasonsOf(
  signal: (typeof signals)[number],
  input: TrustInput,
  asOf: number,
): readonly Reason[] {
  return signal.run(input, asOf).map((finding) => ({ signal: signal.id, finding }));
}

/** `reasons`: in the order of `signals`. */
export function weighedBy(input: TrustInput, reasons: readonly Reason[]): Weighed {
  const findings = reasons.map(({ finding }) => finding);
  const voices = voicesOf(input, findings);
  const weights = weightsOf(input, findings, voices);
  const votes = votesOf(input, weights, voices);
  return { weights, reasons, votes, plain: trustScore(votesOf(input)), weighed: trustScore(votes) };
}
