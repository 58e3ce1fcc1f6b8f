import type { Session } from "../../model/research/session.ts";

/** What a person said of the sampled items of a session. */
export interface JudgedSample {
  /** Sampled items that were looked at. */
  readonly judged: number;
  /** Of these, the ones that should have matched. */
  readonly missed: number;
}

/** Which share of what should have matched was kept, 0–1, with a 95 % interval. */
export interface Recall {
  readonly recall: number;
  readonly low: number;
  readonly high: number;
  /** Posts that are estimated to have been missed. */
  readonly missed: number;
  /** Posts that came by, could have been kept and did not match. */
  readonly others: number;
}

/** 95 % of a normal distribution lie within as many deviations. */
const z = 1.959964;

/**
 * Estimates how much a rule has missed. Of the posts that did not match a seeded sample was kept; the share of it that a
 * person takes for matches holds for all of them, give or take its Wilson interval.
 *
 * @param precision - Share of what matched that the person agrees with; 1 where nobody has looked.
 * @returns `undefined` where there is nothing to estimate from: nothing was judged, or nothing matched and nothing missed.
 */
export function estimateRecall(
  { kept, notPublic, seen }: Pick<Session, "kept" | "notPublic" | "seen">,
  { judged, missed }: JudgedSample,
  precision = 1,
): Recall | undefined {
  if (judged <= 0) return undefined;
  // Of what was left out for its audience nobody knows more than that it was asked for.
  const others = Math.max(seen - kept - notPublic, 0);
  const right = kept * precision;
  const [least, most] = wilson(missed, judged);
  const share = missed / judged;
  if (right === 0 && missed === 0) return undefined;
  const recallAt = (part: number): number => right / (right + part * others || 1);
  return {
    recall: recallAt(share),
    low: recallAt(most),
    high: recallAt(least),
    missed: share * others,
    others,
  };
}

/** Wilson's score interval (1927) of a share. */
function wilson(hits: number, of: number): readonly [number, number] {
  const share = hits / of;
  const centre = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return [Math.max((centre - reach) / whole, 0), Math.min((centre + reach) / whole, 1)];
}
