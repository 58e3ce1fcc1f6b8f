import type { OwnFinding, OwnFacts } from "../../model/own-reviews-check.ts";
import type { OwnReviews } from "../../model/own-reviews.ts";
import { ownThresholds } from "./thresholds.ts";

/** Below that a page of equal stars would make every difference look certain. */
const leastDeviation = 0.5;

/** Next to nothing but five stars and one star. */
export function extremeFinding({ fives, ones, rated }: OwnFacts): OwnFinding[] {
  const extremes = fives + ones;
  const { chance, usualExtremes } = ownThresholds;
  if (rated === 0 || chanceOf(extremes, rated, usualExtremes) > chance) return [];
  return [{ kind: "extreme", params: { count: extremes, rated, fives, ones }, examples: [] }];
}

/** Chance of `count` or more of `total` where each comes with a chance of `share`. */
function chanceOf(count: number, total: number, share: number): number {
  let term = share ** total;
  let sum = 0;
  for (let at = total; at >= count; at--) {
    sum += term;
    term *= (at * (1 - share)) / ((total - at + 1) * share);
  }
  return sum;
}

/** What the page claims against the mean of what it shows. */
export function meanFinding({ claimed, reviews }: OwnReviews, { mean, rated }: OwnFacts): OwnFinding[] {
  if (!claimed || mean === undefined || rated < ownThresholds.meanFewest) return [];
  const value = (5 * claimed.value) / claimed.best;
  const squares = reviews.reduce(
    (sum, { stars }) => sum + (stars === undefined ? 0 : (stars - mean) ** 2),
    0,
  );
  const deviation = Math.max(leastDeviation, Math.sqrt(squares / rated));
  const difference = Math.abs(value - mean);
  const isBeyondChance = difference >= (ownThresholds.z * deviation) / Math.sqrt(rated);
  if (difference < ownThresholds.meanStars || !isBeyondChance) return [];
  return [{ kind: "mean", params: { claimed: value, mean, rated }, examples: [] }];
}

/** What the page claims against what its own bars add up to. Some shops weigh, and say so. */
export function spreadFinding({ claimed }: OwnReviews, { spreadMean }: OwnFacts): OwnFinding[] {
  if (!claimed || spreadMean === undefined) return [];
  const value = (5 * claimed.value) / claimed.best;
  if (Math.abs(value - spreadMean) < ownThresholds.spreadStars) return [];
  return [{ kind: "spread", params: { claimed: value, mean: spreadMean }, examples: [] }];
}
