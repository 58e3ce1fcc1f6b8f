import type { OwnFacts, OwnReviewsCheck } from "../../model/own-reviews-check.ts";
import type { OwnReviews } from "../../model/own-reviews.ts";
import type { StarCounts } from "../../model/summary.ts";
import { dayFindings } from "./day-findings.ts";
import { extremeFinding, meanFinding, spreadFinding } from "./star-findings.ts";
import { textFindings } from "./text-findings.ts";
import { ownThresholds } from "./thresholds.ts";

/**
 * What can be told of the reviews that a page shows, from them alone: plain counts, and what is unusual. It is never
 * said that a review is false: we saw only what the page shows, and shops choose what comes first.
 */
export function checkOwnReviews(shown: OwnReviews): OwnReviewsCheck {
  const { claimed, isCut, reviews } = shown;
  const seen = { shown: reviews.length, isCut, ...(claimed && { claimed }) };
  if (reviews.length < ownThresholds.fewest) return { ...seen, findings: [] };
  const facts = factsOf(shown);
  return {
    ...seen,
    facts,
    findings: [
      ...textFindings(reviews),
      ...dayFindings(reviews),
      ...extremeFinding(facts),
      ...meanFinding(shown, facts),
      ...spreadFinding(shown, facts),
    ],
  };
}

function factsOf({ reviews, spread }: OwnReviews): OwnFacts {
  const stars = reviews.flatMap((review) => review.stars ?? []);
  const count = (holds: (review: OwnReviews["reviews"][number]) => boolean): number =>
    reviews.filter(holds).length;
  return {
    rated: stars.length,
    fives: stars.filter((star) => Math.round(star) === 5).length,
    ones: stars.filter((star) => Math.round(star) === 1).length,
    ...(stars.length > 0 && { mean: stars.reduce((sum, star) => sum + star, 0) / stars.length }),
    withoutText: count(({ text }) => text === undefined),
    dated: count(({ day }) => day !== undefined),
    verified: count(({ isVerified }) => isVerified),
    ...(spread && { spreadMean: meanOf(spread) }),
  };
}

function meanOf(shares: StarCounts): number {
  return shares.reduce((sum, share, index) => sum + share * (index + 1), 0);
}
