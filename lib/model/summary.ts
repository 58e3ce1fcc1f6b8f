import type { SubjectKey } from "./subject.ts";

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

/** Below this many voices a figure is a count without a score. */
const fewestForScore = 5;

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

/** The figure of a summary: nothing, a count, or from five rated voices on the mean in stars (1–5). */
export function figureOf(summary: Summary | undefined): Figure {
  if (!summary || summary.count === 0) return { kind: "none" };
  if (summary.rated < fewestForScore) return { kind: "count", count: summary.count };
  return { kind: "score", score: 1 + summary.ratingSum / summary.rated / 25, count: summary.count };
}
