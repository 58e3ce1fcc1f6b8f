import type { SubjectKey } from "./subject.ts";
import { type TrustScore, trustScore, type WeightedVotes } from "./trust-score.ts";

/** How many effective reviews gave 1, 2, 3, 4, 5 stars (rounded to the nearest star). */
export type StarCounts = readonly [number, number, number, number, number];

/**
 * What is known of one subject: kept as the difference of effective rows, equal to a recompute.
 * Generated reviews count in `generated` alone.
 */
export interface Summary {
  readonly subjectKey: SubjectKey;
  /** Effective reviews = distinct keys, generated ones left out. */
  readonly count: number;
  readonly stars: StarCounts;
  /** Reviews with a rating, and the sum of their ratings on the 0–100 scale. */
  readonly rated: number;
  readonly ratingSum: number;
  readonly withText: number;
  readonly generated: number;
  readonly affiliated: number;
  readonly samples: number;
  /** Seconds; 0 where there is none. Clamped to the time of storing. */
  readonly newestAt: number;
}

/** The one figure that badge, chip and sidebar show. */
export type Figure =
  | { readonly kind: "none" }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "score"; readonly score: number; readonly count: number };

/** Joins the summaries of equal subjects into one. */
export function joinSummaries(subjectKey: SubjectKey, summaries: readonly Summary[]): Summary {
  const sum = (pick: (summary: Summary) => number): number =>
    summaries.reduce((total, summary) => total + pick(summary), 0);
  return {
    subjectKey,
    count: sum((s) => s.count),
    stars: [
      sum((s) => s.stars[0]),
      sum((s) => s.stars[1]),
      sum((s) => s.stars[2]),
      sum((s) => s.stars[3]),
      sum((s) => s.stars[4]),
    ],
    rated: sum((s) => s.rated),
    ratingSum: sum((s) => s.ratingSum),
    withText: sum((s) => s.withText),
    generated: sum((s) => s.generated),
    affiliated: sum((s) => s.affiliated),
    samples: sum((s) => s.samples),
    newestAt: Math.max(0, ...summaries.map((s) => s.newestAt)),
  };
}

/**
 * The score of what people said, and how sure it is.
 *
 * @param votes - What signals made of it when it was weighed last; without, everyone's voice counts fully.
 */
export function scoreOf({ stars }: Summary, votes?: WeightedVotes): TrustScore {
  return trustScore(votes ?? { stars, squares: stars.reduce((sum, count) => sum + count, 0) });
}

/** The figure of a summary: nothing, a count, or from five voices on the score in stars (1–5). */
export function figureOf(summary: Summary | undefined, votes?: WeightedVotes): Figure {
  if (!summary || summary.count === 0) return { kind: "none" };
  const score = scoreOf(summary, votes);
  const { count } = summary;
  return score.kind === "few" ? { kind: "count", count } : { kind: "score", score: score.score, count };
}
