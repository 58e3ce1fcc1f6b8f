/**
 * When something about a page's own reviews is called unusual. Shown to people and printed in docs/trust.md. We see only
 * what the shop chose to show, so these are laxer than the signals that weigh, and nothing follows from them.
 */
export const ownThresholds = {
  version: 1,
  /** Of fewer nothing is said but their number. */
  fewest: 5,
  /** Of those with a date, the share that bears one and the same, and how many. */
  oneDayShare: 0.5,
  /**
   * Five stars and one star together are 73 % of ratings at large; taken for 85 %, because shops differ, as many as
   * there are come by chance in at most one page of a hundred.
   */
  usualExtremes: 0.85,
  chance: 0.01,
  /** Stars between what the page claims and what it shows, with 10 or more of them and beyond chance (z, two-sided 1 %). */
  meanStars: 0.5,
  meanFewest: 10,
  z: 2.58,
  /** Stars between what the page claims and what its own bars add up to. */
  spreadStars: 0.3,
} as const;
