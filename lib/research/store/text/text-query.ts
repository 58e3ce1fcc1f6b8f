import { wordsOf } from "./words.ts";

/** A word of a query. */
export interface QueryWord {
  readonly text: string;
  /** Whether longer words that begin so count as well. */
  readonly isBeginning: boolean;
}

/** Words that have to stand next to each other in this order; mostly one alone. Never empty. */
export type Phrase = readonly QueryWord[];

const quotation = /["“”„«»「」『』]/u;

/**
 * What a person typed: words by their beginnings, and phrases "in quotation marks" as they stand. Parts that are
 * written together ("e-mail", 返品) have to stand together. Nothing but signs is no query: none.
 */
export function textQuery(typed: string): Phrase[] {
  const parts = typed.split(quotation);
  return parts
    .flatMap((part, index) => {
      if (index % 2 === 0) return part.split(/\s+/u).map((written) => phraseOf(written, true));
      // Whoever has not typed the second quotation mark is still at the last word.
      return [phraseOf(part, index === parts.length - 1)];
    })
    .filter((phrase) => phrase.length > 0);
}

function phraseOf(written: string, isOpen: boolean): Phrase {
  const words = wordsOf(written);
  return words.map(({ text, isWhole }, index) => ({
    text,
    isBeginning: isOpen && !isWhole && index === words.length - 1,
  }));
}
