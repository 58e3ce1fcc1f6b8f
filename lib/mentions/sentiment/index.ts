import type { Sentiment } from "../../model/research/item.ts";
import { compoundOf } from "./compound.ts";
import { isEnglish } from "./english.ts";
import { wordsOf } from "./read-words.ts";

/** Our reading of VADER, and its version: changes whenever a rule or a word does, so that old scores are told apart. */
export const sentimentMethod = "backtalk-vader-1";

/**
 * How a text sounds, −1…1, to four digits. `undefined`, "not scored": not English, or nothing to read in it. `lang` is
 * what the page or the browser says it is (BCP 47). An English text without any word that is known is 0.
 */
export function sentimentOf(text: string, lang: string | undefined): Sentiment | undefined {
  if (!isEnglish(text, lang)) return undefined;
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  return { score: Math.round(compoundOf(words, text) * 10_000) / 10_000, method: sentimentMethod };
}
