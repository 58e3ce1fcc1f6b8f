/** Two-sided 95 %. */
const z = 1.96;

/**
 * The lower end of Wilson's interval around the share that found something helpful, 0–1: what answers are sorted
 * by, so that 40 of 50 stand before 1 of 1. 0 where nobody voted.
 * @see https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 */
export function helpfulness(helpful: number, votes: number): number {
  if (votes < 1) return 0;
  const share = Math.min(1, Math.max(0, helpful / votes));
  const middle = share + z ** 2 / (2 * votes);
  const spread = z * Math.sqrt((share * (1 - share) + z ** 2 / (4 * votes)) / votes);
  return Math.max(0, (middle - spread) / (1 + z ** 2 / votes));
}
