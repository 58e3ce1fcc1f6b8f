import type { Estimate } from "../statistics/estimate.ts";
import { shareOf } from "../statistics/wilson.ts";

/** What sessions with a sample of the others counted, and what a coder said of it. */
export interface RecallCounts {
  /** Posts that did not match and could have been kept. */
  readonly unmatched: number;
  /** Posts that were kept as a match. */
  readonly kept: number;
  /** Of the sample: coded; and of these, given at least one code. */
  readonly sampleCoded: number;
  readonly sampleRelevant: number;
  /** The same of the matches. */
  readonly keptCoded: number;
  readonly keptRelevant: number;
}

export interface RecallEstimate {
  /** Relevant posts that were not kept. */
  readonly missed: Estimate;
  /** Share of the relevant posts that was kept; none where there are none. */
  readonly recall?: Estimate;
  /** Share of the coded matches that is relevant; none of them coded: every match is taken for relevant. */
  readonly precision?: Estimate;
}

/**
 * How much a rule missed: the share of relevant posts in the sample of what it left out, with its Wilson interval,
 * carried over to all that it left out. "Relevant" is what a coder gave a code. `undefined` where nothing was coded.
 */
export function estimateRecall(counts: RecallCounts): RecallEstimate | undefined {
  const share = shareOf(counts.sampleRelevant, counts.sampleCoded);
  if (!share) return undefined;
  const precision = shareOf(counts.keptRelevant, counts.keptCoded);
  const found = counts.kept * (precision?.value ?? 1);
  const missed = (part: number): number => part * counts.unmatched;
  const recall = (part: number): number => found / (found + missed(part));
  const { value, low = value, high = value } = share;
  return {
    missed: { value: missed(value), low: missed(low), high: missed(high) },
    ...(found > 0 && { recall: { value: recall(value), low: recall(high), high: recall(low) } }),
    ...(precision && { precision }),
  };
}
