import type { AuthorId, ReviewId } from "./review.ts";
import type { SubjectKey } from "./subject.ts";
import type { TrustScore } from "./trust-score.ts";

/** Whose reviews are to be weighed together. */
export interface WeighQuery {
  readonly keys: readonly SubjectKey[];
  /** Its proven keys are the brand's own voice. */
  readonly brandId?: string;
  /** Ids of signals that the person has switched off. */
  readonly off: readonly string[];
}

/** Why some reviews weigh less, all together. Words: `weighs_<reason>` in `_locales`. */
export interface WeighReason {
  /** Id of the signal that says so. */
  readonly signal: string;
  readonly reason: string;
  /** What its words need: numbers alone. */
  readonly params: Readonly<Record<string, number>>;
  /** How many reviews it concerns. */
  readonly count: number;
}

/** A review that weighs less than others. */
export interface LighterReview {
  readonly id: ReviewId;
  readonly author: AuthorId;
  /** Above 0, below 1. */
  readonly weight: number;
  /** Indexes into `Weighing.reasons`. */
  readonly reasons: readonly number[];
}

/** What signals make of the reviews of one or more subjects, as a page of ours shows it. */
export interface Weighing {
  /** As if no signal had spoken; and weighed. */
  readonly plain: TrustScore;
  readonly weighed: TrustScore;
  /** Those that concern most reviews first. */
  readonly reasons: readonly WeighReason[];
  readonly lighter: readonly LighterReview[];
}
