import type { StarCounts } from "../model/summary.ts";

/** One pseudo-vote for each star: with few voices the interval stays wide, and never has no width at all. */
const priorPerStar = 1;
/** Two-sided 90 %. */
const z = 1.645;

/**
 * Half the width, in stars, of the 90 % interval around a star figure, from a Dirichlet posterior over the
 * five counts. `undefined` where nobody gave stars.
 * @see https://en.wikipedia.org/wiki/Dirichlet_distribution#Moments
 */
export function halfInterval(stars: StarCounts): number | undefined {
  const votes = stars.reduce((total, count) => total + count, 0);
  if (votes === 0) return undefined;
  const weights = stars.map((count) => count + priorPerStar);
  const total = votes + stars.length * priorPerStar;
  const moment = (power: number): number =>
    weights.reduce((sum, weight, index) => sum + (index + 1) ** power * weight, 0) / total;
  return z * Math.sqrt((moment(2) - moment(1) ** 2) / (total + 1));
}
