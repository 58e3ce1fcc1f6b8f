import type { OwnReview, OwnReviews } from "./own-reviews.ts";

/** What is unusual about the reviews that a page shows. Words live in `_locales` under `own_found_<kind>`. */
export type OwnFindingKind =
  | "alike"
  | "burst"
  | "one-day"
  | "extreme"
  | "incentive"
  | "odd-text"
  | "mean"
  | "spread";

export interface OwnFinding {
  readonly kind: OwnFindingKind;
  /** What its words need: numbers alone. Days are since 1970. */
  readonly params: Readonly<Record<string, number>>;
  /** Some of those meant, to read; of alike ones a group each. */
  readonly examples: readonly (readonly OwnExample[])[];
}

export type OwnExample = Pick<OwnReview, "author" | "day" | "stars"> & { readonly text: string };

/** Plain counts over what was read. */
export interface OwnFacts {
  readonly rated: number;
  /** Of those rated, how many gave five stars, and one. */
  readonly fives: number;
  readonly ones: number;
  /** Mean of the stars read; none where none were. */
  readonly mean?: number;
  readonly withoutText: number;
  readonly dated: number;
  readonly verified: number;
  /** Mean of the spread that the page shows. */
  readonly spreadMean?: number;
}

/** What a look at a page's own reviews brings. Kept in memory alone, as long as it is on screen. */
export interface OwnReviewsCheck extends Pick<OwnReviews, "claimed" | "isCut"> {
  readonly shown: number;
  /** Nothing is said of fewer than five. */
  readonly facts?: OwnFacts;
  readonly findings: readonly OwnFinding[];
}
