import type { DayRange } from "./weighing-groups.ts";

/** How many reviews came in some days; both ends are part of it. Days are counted from 1970, in UTC. */
export interface HistogramBar extends DayRange {
  readonly count: number;
  /** How many of them came on the days of a burst. */
  readonly inBurst: number;
}

export interface ReviewHistogram {
  readonly unit: "day" | "month" | "year";
  /** Without a gap, oldest first. */
  readonly bars: readonly HistogramBar[];
}

/** More bars than this are too thin to be told apart in a sidebar. */
const mostBars = 48;
const dayMs = 86_400_000;

/**
 * Reviews over time: by day, month or year, the finest that is still readable.
 *
 * @param byDay - How many came on which day.
 * @param within - Only these days; all that have any where it is missing.
 */
export function histogramOf(
  byDay: ReadonlyMap<number, number>,
  bursts: readonly DayRange[],
  within?: DayRange,
): ReviewHistogram {
  const days = [...byDay.keys()];
  if (days.length === 0) return { unit: "day", bars: [] };
  const from = within?.from ?? days.reduce((least, day) => Math.min(least, day));
  const to = within?.to ?? days.reduce((most, day) => Math.max(most, day));
  const unit = unitOf(from, to);
  const bars = rangesOf(unit, from, to).map((range) => ({
    from: range.from,
    to: range.to,
    count: 0,
    inBurst: 0,
  }));
  for (const [day, count] of byDay) {
    const bar = bars[indexOf(bars, day)];
    if (!bar) continue;
    bar.count += count;
    if (bursts.some((burst) => burst.from <= day && day <= burst.to)) bar.inBurst += count;
  }
  return { unit, bars };
}

function unitOf(from: number, to: number): ReviewHistogram["unit"] {
  if (to - from < mostBars) return "day";
  return (to - from) / 30.4 < mostBars - 1 ? "month" : "year";
}

function rangesOf(unit: ReviewHistogram["unit"], from: number, to: number): DayRange[] {
  const ranges: DayRange[] = [];
  for (let start = from; start <= to;) {
    const next = unit === "day" ? start + 1 : nextStart(unit, start);
    ranges.push({ from: start, to: next - 1 });
    start = next;
  }
  const first = ranges[0];
  // The first bar stands for its whole month or year, as the others do.
  if (first && unit !== "day") ranges[0] = { from: startOf(unit, from), to: first.to };
  return ranges;
}

function startOf(unit: "month" | "year", day: number): number {
  const date = new Date(day * dayMs);
  return Date.UTC(date.getUTCFullYear(), unit === "month" ? date.getUTCMonth() : 0) / dayMs;
}

function nextStart(unit: "month" | "year", day: number): number {
  const date = new Date(day * dayMs);
  const year = date.getUTCFullYear();
  return (unit === "month" ? Date.UTC(year, date.getUTCMonth() + 1) : Date.UTC(year + 1, 0)) / dayMs;
}

/** The bar that holds a day, by halves; -1 where none does. */
function indexOf(bars: readonly DayRange[], day: number): number {
  let [low, high] = [0, bars.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const bar = bars[middle];
    if (!bar) break;
    if (day < bar.from) high = middle - 1;
    else if (day > bar.to) low = middle + 1;
    else return middle;
  }
  return -1;
}
