import { defineSignal, type Finding } from "../define-signal.ts";
import { shiftThresholds } from "../star-shift.ts";
import { dayTable, surgesIn, surgeThresholds } from "../surges.ts";
import { surplusFindings } from "../surplus.ts";

/** Far more reviews than usual within days, with other stars than usual: the surplus weighs less. */
export default defineSignal({
  id: "burst",
  version: 1,
  thresholds: { ...surgeThresholds, ...shiftThresholds },
  run({ day, stars, order }): readonly Finding[] {
    const surges = surgesIn(dayTable(day, stars, order));
    return surplusFindings("burst", surges, order, day, stars);
  },
});
