import { defineSignal } from "../define-signal.ts";
import { leastFactor } from "../weights.ts";

/** A brand that rates itself with a key it has proven to be its own. Its answers are another matter. */
export default defineSignal({
  id: "own-brand",
  version: 1,
  thresholds: { factor: leastFactor },
  run({ ownKeys = [] }) {
    if (ownKeys.length === 0) return [];
    return [{ reason: "own-brand", params: {}, rows: ownKeys, weighing: { factor: leastFactor } }];
  },
});
