import type { ClaimedRating } from "./page.ts";
import type { StarCounts } from "./summary.ts";

/*
 * The reviews that a page itself shows: the shop's own, never our network's. They are read when a person looks at a
 * tab in the sidebar, checked on the device and kept nowhere.
 */

/** What the code that a person's look at a tab injects sends of one frame. Strings as they stand in the page. */
export interface RawOwnReviews {
  readonly url: string;
  readonly reviews: readonly RawOwnReview[];
  readonly claims: readonly RawOwnClaim[];
  /** Bodies of `script[type="application/ld+json"]` that speak of reviews. */
  readonly jsonLd: readonly string[];
  /** There were more than are read. */
  readonly isCut: boolean;
  /** The page has frames in which a review service shows reviews. */
  readonly hasFrames: boolean;
}

export interface RawOwnReview {
  /** Id of the markup by which it was found. */
  readonly markup: string;
  /** The page's own id of it. */
  readonly id?: string;
  readonly title?: string;
  readonly text?: string;
  readonly author?: string;
  readonly date?: string;
  readonly stars?: string;
  /** The most stars there are. */
  readonly best?: string;
  readonly isVerified?: boolean;
  readonly isGift?: boolean;
}

/** A figure that a review widget shows above its list. */
export interface RawOwnClaim {
  readonly value: string;
  readonly best?: string;
  readonly count?: string;
  /** How the stars are spread: a star's number, and how many or which share gave it. */
  readonly spread?: readonly (readonly [star: string, count: string])[];
}

/** A review as a page shows it. Untrusted text. */
export interface OwnReview {
  /** Title and text; none where there are stars alone. */
  readonly text?: string;
  readonly author?: string;
  /** 1–5, on a scale of five. */
  readonly stars?: number;
  /** Days since 1970, where the page gives the day. */
  readonly day?: number;
  /** The page says that the writer bought it. Nobody checked. */
  readonly isVerified: boolean;
  /** The page says that something was given for it. */
  readonly isGift: boolean;
}

export interface OwnReviews {
  /** In the order of the page. */
  readonly reviews: readonly OwnReview[];
  /** There were more on the page than are read. */
  readonly isCut: boolean;
  readonly claimed?: Pick<ClaimedRating, "value" | "best" | "count">;
  /** How the page says that stars are spread, as shares that add up to 1. */
  readonly spread?: StarCounts;
}
