/** How often computed sentiment was what people said of the same items in this collection. */
export interface SentimentCheck {
  /** Items that a person gave a sentiment. */
  readonly items: number;
  /** Share of them with the same sign, 0–1, and its 95 % interval. */
  readonly agreement: number;
  readonly low: number;
  readonly high: number;
}
