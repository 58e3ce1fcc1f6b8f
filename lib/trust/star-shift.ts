import { prior } from "../model/trust-score.ts";

/** How many gave 1 to 5 stars. Mutable, for counting up. */
export type StarTally = [number, number, number, number, number];

export const noStars = (): StarTally => [0, 0, 0, 0, 0];

/**
 * When some reviews give noticeably other stars than the rest: by enough to matter (whoever pushes by less than
 * `stars` cannot move a score by more than a quarter of it while they are a quarter of the voices), and beyond chance,
 * in the mean (`z`, two-sided 2.5 %) or in how the stars are spread (`g`: chi-squared with four degrees of freedom,
 * 2.5 %). Twenty times five stars have a mean that may be chance where most give five; that there is nothing else may not.
 */
export const shiftThresholds = { z: 2.24, g: 11.14, stars: 0.4, fewest: 5, fewestOthers: 10 } as const;

export function countOf(tally: StarTally): number {
  return tally[0] + tally[1] + tally[2] + tally[3] + tally[4];
}

/** Shares of each star among `rest`, softened by the prior. */
export function sharesOf(rest: StarTally): StarTally {
  const total = countOf(rest) + prior.strength;
  return rest.map(
    (count, index) => (count + (prior.shares[index] ?? 0) * prior.strength) / total,
  ) as StarTally;
}

/** Which way `some` differ from `rest`: 1 up, -1 down, 0 not noticeably. */
export function shiftOf(some: StarTally, rest: StarTally): -1 | 0 | 1 {
  const [count, others] = [countOf(some), countOf(rest)];
  if (count < shiftThresholds.fewest || others < shiftThresholds.fewestOthers) return 0;
  const [own, usual] = [momentsOf(some, count), momentsOf(sharesOf(rest), 1)];
  const difference = own.mean - usual.mean;
  // Under chance both have the spread of the rest: five equal ratings have none of their own.
  const error = Math.sqrt(usual.variance * (1 / count + 1 / others));
  if (Math.abs(difference) < shiftThresholds.stars) return 0;
  if (Math.abs(difference) < shiftThresholds.z * error && unlikeness(some, rest) < shiftThresholds.g)
    return 0;
  return difference > 0 ? 1 : -1;
}

/** The G statistic of two samples. @see https://en.wikipedia.org/wiki/G-test */
function unlikeness(some: StarTally, rest: StarTally): number {
  const [count, others] = [countOf(some), countOf(rest)];
  let sum = 0;
  for (const [index, own] of some.entries()) {
    const usual = rest[index] ?? 0;
    const share = (own + usual) / (count + others);
    if (own > 0) sum += own * Math.log(own / (share * count));
    if (usual > 0) sum += usual * Math.log(usual / (share * others));
  }
  return 2 * sum;
}

function momentsOf(tally: StarTally, count: number): { mean: number; variance: number } {
  const moment = (power: number): number =>
    tally.reduce((sum, share, index) => sum + share * (index + 1) ** power, 0) / count;
  const mean = moment(1);
  return { mean, variance: moment(2) - mean ** 2 };
}

/** The stars of which `some` have a larger share than `rest`: those that make the difference. */
export function surplusStars(some: StarTally, rest: StarTally): number[] {
  const shares = sharesOf(rest);
  const count = countOf(some);
  return [1, 2, 3, 4, 5].filter((star) => (some[star - 1] ?? 0) > (shares[star - 1] ?? 0) * count);
}
