import { isUnusual } from "./poisson.ts";
import { countOf, noStars, sharesOf, shiftOf, type StarTally, surplusStars } from "./star-shift.ts";

/**
 * Days on which far more was said than usual, and with other stars than usual. Of windows of several lengths the one
 * that is least like the usual is taken out, then the next, as long as they are beyond chance (a scan statistic).
 * @see https://www.satscan.org/papers/k-cstm1997.pdf
 */
export const surgeThresholds = {
  /** Chance of as many in any window of the subject's whole time: divided among all windows (Bonferroni). */
  chance: 0.001,
  fewest: 5,
  /** Of the days with reviews, the busiest, which are left out of what is usual. */
  trimmedShare: 0.05,
  /** Days to either side that also say what is usual. */
  aroundDays: 90,
} as const;
const windowDays = [1, 2, 3, 5, 7, 10, 14, 21, 30];
const mostWindows = 24;
/** A review in three years: nothing is ever said never to come. */
const leastRate = 0.001;
/** Days to either side whose stars are the usual ones, where enough gave stars then. */
const usualDays = 180;
const fewestNearby = 30;

/** Consecutive days, and how the stars given then differ from those of other days. */
export interface Surge {
  /** Days since 1970; both are part of it. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** How many are usual in so many days. */
  readonly usual: number;
  /** By star: which share of those who gave it is usual, below 1 where there are too many. */
  readonly share: StarTally;
}

/** Stars by day: `days[i]` is what was given on day `first + i`. */
export interface DayTable {
  readonly first: number;
  readonly days: readonly StarTally[];
}

/** `rows`: those to count. Those without stars say nothing here. */
export function dayTable(day: Uint16Array, stars: Uint8Array, rows: Iterable<number>): DayTable {
  const used: number[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const row of rows) {
    if (!stars[row]) continue;
    used.push(row);
    first = Math.min(first, day[row] ?? 0);
    last = Math.max(last, day[row] ?? 0);
  }
  const days = Array.from({ length: used.length > 0 ? last - first + 1 : 0 }, noStars);
  for (const row of used) {
    const tally = days[(day[row] ?? 0) - first];
    const star = (stars[row] ?? 1) - 1;
    if (tally) tally[star] = (tally[star] ?? 0) + 1;
  }
  return { first, days };
}

export function surgesIn({ first, days }: DayTable): Surge[] {
  const counts = days.map(countOf);
  const usual = usualRate(counts);
  const busy = busyDays(counts, usual);
  const quiet = sumsOf(counts.map((count, day) => (busy[day] ? usual.rate : count)));
  return runsOf(busy).flatMap(([from, to]) => {
    const some = tallyOf(days, from, to);
    const rest = restOf(days, busy, from, to);
    if (shiftOf(some, rest) === 0) return [];
    const length = to - from + 1;
    const expected = Math.max(usual.rate, nearRate(quiet, from, to + 1)) * length;
    const shares = sharesOf(rest);
    const share: StarTally = [1, 1, 1, 1, 1];
    for (const star of surplusStars(some, rest))
      share[star - 1] = Math.min(1, (expected * (shares[star - 1] ?? 0)) / (some[star - 1] ?? 1));
    return [{ from: first + from, to: first + to, count: countOf(some), usual: expected, share }];
  });
}

interface Usual {
  /** A day. */
  readonly rate: number;
  /** Variance over mean. */
  readonly spread: number;
}

/** Without the busiest days: a burst would raise its own bar. The median would be 0 where few ever speak. */
function usualRate(counts: readonly number[]): Usual {
  const active = counts.filter((count) => count > 0).toSorted((a, b) => b - a);
  const trimmed = active.slice(0, Math.ceil(active.length * surgeThresholds.trimmedShare));
  const kept = active.slice(trimmed.length);
  const days = Math.max(1, counts.length - trimmed.length);
  const rate = kept.reduce((sum, count) => sum + count, 0) / days;
  const square = kept.reduce((sum, count) => sum + count ** 2, 0) / days;
  const spread = rate > 0 ? (square - rate ** 2) / rate : 1;
  return { rate, spread: spread > 1.5 ? spread : 1 };
}

function busyDays(counts: readonly number[], usual: Usual): Uint8Array {
  const busy = new Uint8Array(counts.length);
  const chance = surgeThresholds.chance / Math.max(1, counts.length * windowDays.length);
  const left = [...counts];
  for (let taken = 0; taken < mostWindows; taken++) {
    const found = leastUsual(sumsOf(left), usual.rate);
    if (!found || !isUnusual(Math.round(found.count), found.mean, usual.spread, chance)) break;
    busy.fill(1, found.from, found.to);
    // From here on these days count as usual ones.
    left.fill(usual.rate, found.from, found.to);
  }
  return busy;
}

interface Window {
  readonly from: number;
  /** The first day behind it. */
  readonly to: number;
  readonly count: number;
  readonly mean: number;
}

/** The window whose count is least likely: the largest likelihood ratio against the usual rate. */
function leastUsual(sums: Float64Array, rate: number): Window | undefined {
  let best: Window | undefined;
  let most = 0;
  for (const length of windowDays) {
    for (let from = 0; from + length < sums.length; from++) {
      const count = (sums[from + length] ?? 0) - (sums[from] ?? 0);
      if (count < surgeThresholds.fewest) continue;
      const mean = Math.max(rate, nearRate(sums, from, from + length), leastRate) * length;
      const ratio = count > mean ? count * Math.log(count / mean) - count + mean : 0;
      if (ratio <= most) continue;
      most = ratio;
      best = { from, to: from + length, count, mean };
    }
  }
  return best;
}

function sumsOf(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) sums[index + 1] = (sums[index] ?? 0) + value;
  return sums;
}

/** The daily rate of the days around a window; a subject that is talked of more and more has no surge for that. */
function nearRate(sums: Float64Array, from: number, to: number): number {
  const start = Math.max(0, from - surgeThresholds.aroundDays);
  const end = Math.min(sums.length - 1, to + surgeThresholds.aroundDays);
  const days = end - start - (to - from);
  if (days <= 0) return 0;
  return ((sums[end] ?? 0) - (sums[start] ?? 0) - (sums[to] ?? 0) + (sums[from] ?? 0)) / days;
}

/** First and last of each run of busy days. */
function runsOf(busy: Uint8Array): [number, number][] {
  const runs: [number, number][] = [];
  for (let day = 0; day < busy.length; day++) {
    const last = runs.at(-1);
    if (!busy[day]) continue;
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

function tallyOf(days: readonly StarTally[], from: number, to: number, skip?: Uint8Array): StarTally {
  const sum = noStars();
  for (let day = Math.max(0, from); day <= Math.min(to, days.length - 1); day++) {
    if (skip?.[day]) continue;
    for (const [index, count] of (days[day] ?? []).entries()) sum[index] = (sum[index] ?? 0) + count;
  }
  return sum;
}

/** The stars of quiet days: nearby where enough spoke then, else of all. */
function restOf(days: readonly StarTally[], busy: Uint8Array, from: number, to: number): StarTally {
  const near = tallyOf(days, from - usualDays, to + usualDays, busy);
  return countOf(near) >= fewestNearby ? near : tallyOf(days, 0, days.length - 1, busy);
}
