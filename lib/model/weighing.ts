import type { AuthorId, ReviewId } from "./review.ts";
import type { SubjectKey } from "./subject.ts";
import type { TrustScore } from "./trust-score.ts";

/** Subjects whose reviews are shown as one: those of a lens. */
export interface WeighGroup {
  readonly keys: readonly SubjectKey[];
  /** Its proven keys are the brand's own voice. A brand's own domain needs no telling. */
  readonly brandId?: string | undefined;
}

/** Whose reviews are to be weighed together. */
export interface WeighQuery extends WeighGroup {
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

/** A subject that somebody speaks about. */
export interface SpokenOf {
  readonly subjectKey: SubjectKey;
  readonly siteKey?: string | undefined;
}

/**
 * What stands for subjects that are weighed as one: their keys, sorted, one a line; and the brand where it is none of
 * their sites, as then its keys are known by it alone.
 */
export function groupKeyOf(subjects: readonly SpokenOf[], brandId: string | undefined): string {
  const keys = [...new Set(subjects.map(({ subjectKey }) => subjectKey))].toSorted();
  const isTold = brandId === undefined || subjects.some(({ siteKey }) => siteKey === brandId);
  return [...keys, ...(isTold ? [] : [`brand ${brandId}`])].join("\n");
}

const daySeconds = 86_400;

/**
 * As of when reviews are weighed: the beginning of the day, in UTC, in seconds. So a figure is the same on every
 * device all day, and is worked out anew once a day at most where nobody wrote anything.
 */
export function weighedAsOf(nowMs: number): number {
  return Math.floor(nowMs / 1000 / daySeconds) * daySeconds;
}
