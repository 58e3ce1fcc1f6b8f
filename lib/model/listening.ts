/** A review that an official answer was given to. */
export interface AnsweredReview {
  /** Seconds from the review to the first answer. */
  readonly afterSeconds: number;
  /** Its writer says that an answer settled it. */
  readonly isSettled: boolean;
}

/** What a brand could have answered, and did. */
export interface Heard {
  /** Reviews with a text of the last twelve months, answered or not. */
  readonly reviews: number;
  readonly answered: readonly AnsweredReview[];
}

/** Whether a brand listens, as far as its answers tell. */
export interface Listening {
  readonly reviews: number;
  readonly answered: number;
  readonly settled: number;
  /** Too few reviews to say anything of a share. */
  readonly isTooFew: boolean;
  /** Half of the first answers came within so many seconds; none where nothing was answered. */
  readonly medianSeconds?: number;
}

/** As for scores: below this any share is an accident. */
const fewest = 5;

/** How much of what was written to it a brand has answered, how soon, and what its writers say came of it. */
export function listeningOf({ answered, reviews }: Heard): Listening {
  // A date is its author's own: an answer dated before its review came at once.
  const waits = answered.map(({ afterSeconds }) => Math.max(0, afterSeconds));
  const medianSeconds = medianOf(waits);
  return {
    // Both come from one copy, but it changes while it is read.
    reviews: Math.max(reviews, answered.length),
    answered: answered.length,
    settled: answered.filter(({ isSettled }) => isSettled).length,
    isTooFew: Math.max(reviews, answered.length) < fewest,
    ...(medianSeconds !== undefined && { medianSeconds }),
  };
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
