import { figureOf, type Summary } from "../../lib/model/summary.ts";
import { type TrustScore, trustScore } from "../../lib/model/trust-score.ts";
import type { Weighed } from "../controllers/weighing.ts";

/** What stands large in the sidebar. `heedsOff`: worked out without the signals that the person has switched off. */
export type ShownFigure = TrustScore & { readonly heedsOff: boolean };

/**
 * The figure of badge and toolbar, at once; or, where the person has switched signals off, the one without them as
 * soon as it is known.
 */
export function shownFigure(
  summary: Summary,
  weighed: Weighed | undefined,
  off: readonly string[],
): ShownFigure {
  if (off.length > 0 && weighed && String(weighed.off) === String(off))
    return { ...weighed.weighing.weighed, heedsOff: true };
  const figure = figureOf(summary);
  return {
    ...trustScore({ stars: summary.stars, squares: summary.rated }),
    ...(figure.kind === "score" && { score: figure.score }),
    heedsOff: off.length === 0,
  };
}
