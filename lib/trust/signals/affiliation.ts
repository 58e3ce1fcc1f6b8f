import { hasTrait, trait } from "../../columns/traits.ts";
import { defineSignal, type Finding } from "../define-signal.ts";
import { textFlag } from "../text/text-flags.ts";

/** Mild: who says it is more honest than who does not. */
const thresholds = { affiliatedFactor: 0.5, incentiveFactor: 0.5 } as const;

/** Reviews whose writers say that they belong to the brand, or were given something for it. */
export default defineSignal({
  id: "affiliation",
  version: 1,
  thresholds,
  run({ prints, traits, order }): readonly Finding[] {
    const rows = [...order];
    const affiliated = rows.filter((row) => hasTrait(traits[row] ?? 0, trait.affiliated));
    const incentive = rows.filter((row) => ((prints?.flags[row] ?? 0) & textFlag.incentive) !== 0);
    return [
      {
        reason: "affiliated",
        params: {},
        rows: affiliated,
        weighing: { factor: thresholds.affiliatedFactor },
      },
      { reason: "incentive", params: {}, rows: incentive, weighing: { factor: thresholds.incentiveFactor } },
    ].filter(({ rows: found }) => found.length > 0);
  },
});
