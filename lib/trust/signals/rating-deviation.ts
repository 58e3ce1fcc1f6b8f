import { defineSignal, type Finding } from "../define-signal.ts";
import { deviationScale } from "../elsewhere.ts";
import { countOf, noStars, sharesOf } from "../star-shift.ts";

/** Nothing is usual for who gave fewer ratings elsewhere. */
export const fewestElsewhere = 4;

const thresholds = {
  fewestElsewhere,
  /** Mean deviation elsewhere, in standard deviations, drawn towards 0 by `shrink` ratings without any. */
  deviation: 1,
  shrink: 3,
  /** And here at least so far from the others, the same way. */
  stars: 1,
  factor: 0.3,
} as const;

/** Keys that everywhere rate far from everyone else, always the same way, and do so here. */
export default defineSignal({
  id: "rating-deviation",
  version: 1,
  thresholds,
  run({ elsewhere, stars, order }): readonly Finding[] {
    if (!elsewhere) return [];
    const all = noStars();
    for (const row of order) {
      const star = (stars[row] ?? 0) - 1;
      if (star >= 0) all[star] = (all[star] ?? 0) + 1;
    }
    if (countOf(all) <= thresholds.fewestElsewhere) return [];
    const mean = sharesOf(all).reduce((sum, share, index) => sum + share * (index + 1), 0);
    const rows = [...order].filter((row) => {
      if (!stars[row]) return false;
      const usual = deviationOf(
        elsewhere.deviation,
        elsewhere.starts[row] ?? 0,
        elsewhere.starts[row + 1] ?? 0,
      );
      const here = (stars[row] ?? 0) - mean;
      return (
        Math.abs(usual) >= thresholds.deviation &&
        Math.abs(here) >= thresholds.stars &&
        usual > 0 === here > 0
      );
    });
    if (rows.length === 0) return [];
    return [{ reason: "rating-deviation", params: {}, rows, weighing: { factor: thresholds.factor } }];
  },
});

function deviationOf(deviation: Int8Array, from: number, to: number): number {
  if (to - from < thresholds.fewestElsewhere) return 0;
  let sum = 0;
  for (let at = from; at < to; at++) sum += (deviation[at] ?? 0) / deviationScale;
  return sum / (to - from + thresholds.shrink);
}
