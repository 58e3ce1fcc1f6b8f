import { termLanguages } from "./terms/index.ts";
import type { Word } from "./vocabulary.ts";

export const everyLanguage = (1 << termLanguages.length) - 1;

/** Bits of the languages that a text may be in, and whether that is more than a guess. */
export interface TextLanguage {
  readonly bits: number;
  readonly isKnown: boolean;
}

/** Small words needed to tell a language of a text with more than a few words. */
const enoughSmallWords = 2;
const fewWords = 6;

/**
 * The language that a text says it is in, else the one most of whose small words stand in it. A short text may leave
 * several; one without any small word leaves all.
 */
export function languageOf(words: readonly (Word | undefined)[], declared?: string): TextLanguage {
  const said = bitsOf(declared);
  if (said !== undefined) return { bits: said, isKnown: said !== 0 };
  const score = termLanguages.map(() => 0);
  for (const word of words) {
    if (!word?.small) continue;
    for (let place = 0; place < score.length; place++) {
      if (word.small & (1 << place)) score[place] = (score[place] ?? 0) + 1;
    }
  }
  const most = Math.max(...score);
  const bits = score.reduce((sum, count, place) => (count === most ? sum | (1 << place) : sum), 0);
  const isOne = (bits & (bits - 1)) === 0;
  return { bits, isKnown: isOne && most >= (words.length <= fewWords ? 1 : enoughSmallWords) };
}

/** 0 for a language whose words are not known here; `undefined` where none is said. */
function bitsOf(declared: string | undefined): number | undefined {
  if (declared === undefined || declared === "" || declared === "und") return undefined;
  const primary = declared.toLowerCase().split(/[-_]/)[0];
  const place = termLanguages.findIndex((language) => language === primary);
  return place < 0 ? 0 : 1 << place;
}
