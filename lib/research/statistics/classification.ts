import type { Contingency } from "./contingency.ts";
import type { Estimate } from "./estimate.ts";
import { shareOf } from "./wilson.ts";

/** How a method's classes agree with a person's. */
export interface Classification {
  readonly n: number;
  /** With its Wilson interval. */
  readonly accuracy: Estimate;
  /** Mean of the classes' F1, each class counting alike; over classes that either of the two used. */
  readonly macroF1: number;
  /** Rows: what the person said; columns: what the method said. */
  readonly confusion: Contingency;
}

/** `undefined` where nothing was classified. */
export function classificationOf(confusion: Contingency): Classification | undefined {
  const { counts, n } = confusion;
  const right = counts.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  const accuracy = shareOf(right, n);
  if (accuracy === undefined) return undefined;
  const scores = counts.flatMap((row, at) => {
    const said = row.reduce((sum, count) => sum + count, 0);
    const given = counts.reduce((sum, other) => sum + (other[at] ?? 0), 0);
    // F1 = 2·right / (said + given): the harmonic mean of precision and recall.
    return said + given === 0 ? [] : [(2 * (row[at] ?? 0)) / (said + given)];
  });
  const macroF1 = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { n, accuracy, macroF1, confusion };
}
