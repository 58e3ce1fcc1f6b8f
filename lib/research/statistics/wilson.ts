import { type Estimate, z95 } from "./estimate.ts";

/**
 * A share with its 95 % score interval, without continuity correction; `undefined` of nothing.
 *
 * @see Wilson 1927, Journal of the American Statistical Association 22:209; Newcombe 1998, Statistics in Medicine 17:857,
 *   method 3.
 */
export function shareOf(part: number, whole: number): Estimate | undefined {
  if (whole <= 0) return undefined;
  const share = part / whole;
  const z2 = z95 * z95;
  const middle = (2 * part + z2) / (2 * (whole + z2));
  const half = (z95 * Math.sqrt(z2 + 4 * part * (1 - share))) / (2 * (whole + z2));
  // At the ends the bound is the end itself; rounding must not push it past.
  return {
    value: share,
    low: part === 0 ? 0 : Math.max(0, middle - half),
    high: part === whole ? 1 : Math.min(1, middle + half),
  };
}
