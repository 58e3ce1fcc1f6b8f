import type { Estimate } from "./estimate.ts";
import { mixed } from "./random.ts";

const times = 1000;
/** So many of the resamples have to have a figure: an interval of the rest would be of luckier data. */
const leastDefined = 0.95;
const fewestUnits = 2;

/**
 * A figure with its 95 % percentile interval from resampling the units, the same on every run. There is no interval where
 * more than a few resamples have no figure.
 *
 * @see Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13; for alpha: Zapf et al. 2016, BMC Medical
 *   Research Methodology 16:93
 */
export function bootstrapped<U>(
  units: readonly U[],
  figure: (units: readonly U[]) => number | undefined,
): Estimate | undefined {
  const value = figure(units);
  if (value === undefined) return undefined;
  if (units.length < fewestUnits) return { value };
  const figures: number[] = [];
  for (let round = 0; round < times; round++) {
    const drawn = units.map((unit, at) => units[mixed(round, at) % units.length] ?? unit);
    const again = figure(drawn);
    if (again !== undefined) figures.push(again);
  }
  if (figures.length < times * leastDefined) return { value };
  figures.sort((a, b) => a - b);
  return { value, low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}

/** Of sorted values, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
