import { formatNumber, t } from "../../lib/i18n.ts";
import type { HandSentiment } from "../../lib/model/research/coding.ts";
import type { Sentiment } from "../../lib/model/research/item.ts";
import { sentimentClass } from "../../lib/model/research/query.ts";

export const handSentiments: readonly HandSentiment[] = [-1, 0, 1];

/** "Negative", "neutral" or "positive". */
export function handWord(sentiment: HandSentiment): string {
  return t(`research_sentiment_${sentimentClass(undefined, sentiment)}`);
}

/** "positive (0.62)", or that it was not scored. */
export function computedWord(sentiment: Sentiment | undefined): string {
  if (!sentiment) return t("research_sentiment_unscored");
  const score = formatNumber(sentiment.score, { maximumFractionDigits: 2, signDisplay: "negative" });
  return t("research_sentiment_scored", {
    class: t(`research_sentiment_${sentimentClass(sentiment.score, undefined)}`),
    score,
  });
}
