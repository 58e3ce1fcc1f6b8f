import { defineSignal, type Finding } from "../define-signal.ts";
import type { TrustInput } from "../input.ts";
import { noStars, shiftOf, shiftThresholds, type StarTally, surplusStars } from "../star-shift.ts";

const thresholds = {
  fewestSubjects: 3,
  hours: 24,
  /** Nobody is judged on their first days. */
  restDays: 14,
  factor: 0.15,
  stars: shiftThresholds.stars,
  z: shiftThresholds.z,
} as const;

/**
 * Keys that spoke of several brands within one day and never again, where together they give other stars than
 * everyone else. A key with one review is none of them.
 */
export default defineSignal({
  id: "single-day",
  version: 1,
  thresholds,
  run(input, asOf): readonly Finding[] {
    const { elsewhere, stars, order } = input;
    if (!elsewhere) return [];
    const some: StarTally = noStars();
    const rest: StarTally = noStars();
    const rows: number[] = [];
    for (const row of order) {
      const star = (stars[row] ?? 0) - 1;
      if (star < 0) continue;
      const single = isSingleDay(input, row, asOf);
      const tally = single ? some : rest;
      tally[star] = (tally[star] ?? 0) + 1;
      if (single) rows.push(row);
    }
    if (shiftOf(some, rest) === 0) return [];
    const surplus = new Set(surplusStars(some, rest));
    return [
      {
        reason: "single-day",
        params: { count: rows.length },
        rows: rows.filter((row) => surplus.has(stars[row] ?? 0)),
        weighing: { factor: thresholds.factor },
      },
    ];
  },
});

function isSingleDay({ elsewhere, issuedAt }: TrustInput, row: number, asOf: number): boolean {
  const [from, to] = [elsewhere?.starts[row] ?? 0, elsewhere?.starts[row + 1] ?? 0];
  if (to - from + 1 < thresholds.fewestSubjects) return false;
  let [first, last] = [issuedAt[row] ?? 0, issuedAt[row] ?? 0];
  for (let at = from; at < to; at++) {
    first = Math.min(first, elsewhere?.issuedAt[at] ?? first);
    last = Math.max(last, elsewhere?.issuedAt[at] ?? last);
  }
  return last - first <= thresholds.hours * 3600 && asOf - last >= thresholds.restDays * 86_400;
}
