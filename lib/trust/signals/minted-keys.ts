import { defineSignal, type Finding } from "../define-signal.ts";
import { shiftThresholds } from "../star-shift.ts";
import { dayTable, surgesIn, surgeThresholds } from "../surges.ts";
import { surplusFindings } from "../surplus.ts";

const daySeconds = 86_400;

/**
 * Many keys that first spoke, anywhere, within the same days, and only later of this subject, with other stars than
 * the rest: keys made in stock. Keys first used here are none of them: when they came is what `burst` looks at.
 */
export default defineSignal({
  id: "minted-keys",
  version: 1,
  thresholds: { ...surgeThresholds, ...shiftThresholds },
  run({ elsewhere, issuedAt, stars, order }): readonly Finding[] {
    if (!elsewhere) return [];
    const born = new Uint16Array(issuedAt.length);
    const rows = [...order].filter((row) => {
      let first = Number.POSITIVE_INFINITY;
      for (let at = elsewhere.starts[row] ?? 0; at < (elsewhere.starts[row + 1] ?? 0); at++)
        first = Math.min(first, elsewhere.issuedAt[at] ?? first);
      born[row] = Math.floor(Math.min(first, issuedAt[row] ?? 0) / daySeconds);
      return first < (issuedAt[row] ?? 0) - daySeconds;
    });
    return surplusFindings("minted-keys", surgesIn(dayTable(born, stars, rows)), rows, born, stars);
  },
});
