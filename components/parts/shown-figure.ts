import { scoreOf, type Summary } from "../../lib/model/summary.ts";
import type { TrustScore, WeightedVotes } from "../../lib/model/trust-score.ts";
import type { Weighed } from "../controllers/weighing.ts";

/** What stands large in the sidebar. `heedsOff`: worked out without the signals that the person has switched off. */
export type ShownFigure = TrustScore & { readonly heedsOff: boolean };

interface Choice {
  readonly weighed: Weighed | undefined;
  /** Signals that the person has switched off. */
  readonly off: readonly string[];
}

/**
 * The figure of badge and toolbar, at once; or, where the person has switched signals off, the one without them as
 * soon as it is known.
 *
 * @param votes - What signals made of the reviews, all of them switched on.
 */
export function shownFigure(
  summary: Summary,
  votes: WeightedVotes | undefined,
  { weighed, off }: Choice,
): ShownFigure {
  if (off.length > 0 && weighed && String(weighed.off) === String(off))
    return { ...weighed.weighing.weighed, heedsOff: true };
  return { ...scoreOf(summary, votes), heedsOff: off.length === 0 };
}
