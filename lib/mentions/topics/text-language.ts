import { foreignLanguage } from "./term-index.ts";
import { termLanguages } from "./terms/index.ts";
import type { Word } from "./vocabulary.ts";

/** Those whose terms are known, and all others as one. */
const languages = termLanguages.length + 1;

export interface TextLanguage {
  /** Of the languages that the text may be in; in that of another one no term is known. */
  readonly bits: number;
  /** Whether it is more than a guess, and a language whose words are known. */
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
  if (said !== undefined) return { bits: said, isKnown: said !== foreignLanguage };
  const score = Array.from({ length: languages }, () => 0);
  for (const word of words) {
    if (!word?.small) continue;
    for (let place = 0; place < score.length; place++) {
      if (word.small & (1 << place)) score[place] = (score[place] ?? 0) + 1;
    }
  }
  const most = Math.max(...score);
  const bits = score.reduce((sum, count, place) => (count === most ? sum | (1 << place) : sum), 0);
  const isOne = (bits & (bits - 1)) === 0;
  return {
    bits,
    isKnown: isOne && bits !== foreignLanguage && most >= (words.length <= fewWords ? 1 : enoughSmallWords),
  };
}

/** `undefined` where no language is said. */
function bitsOf(declared: string | undefined): number | undefined {
  if (declared === undefined || declared === "" || declared === "und") return undefined;
  const primary = declared.toLowerCase().split(/[-_]/)[0];
  const place = termLanguages.findIndex((language) => language === primary);
  return place < 0 ? foreignLanguage : 1 << place;
}
