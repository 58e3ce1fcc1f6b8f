import type { SentimentValidation } from "../coding/sentiment-validation.ts";
import { counted, knownSentiment, percent } from "./report-words.ts";

/** What computed sentiment is worth on a collection, in a sentence or two; stands wherever the figures go. */
export function sentimentCheck({ agreement, n, isDrawn, unscored }: SentimentValidation): string {
  const check = agreement
    ? `On this collection the method agrees with the researcher's own coding in ${percent(agreement.accuracy.value)} ` +
      `(95 % interval ${percent(agreement.accuracy.low ?? 0)} to ${percent(agreement.accuracy.high ?? 1)}) of ${counted(n, "item")}, macro-F1 ${agreement.macroF1.toFixed(2)}; ` +
      `${counted(unscored, "item")} with a sentiment by hand had none computed. ` +
      (isDrawn
        ? "The items were drawn at random."
        : "The items were picked, not drawn: the figure may not hold for the others.")
    : `It was not checked on this collection (${counted(n, "item")} with both).`;
  return `${check} ${knownSentiment}`;
}
