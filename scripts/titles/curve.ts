import { brandInTitle } from "../../lib/brands/title-brand.ts";
import type { TitleWeights } from "../../lib/brands/title-sign-weights.ts";
import { foldName } from "../../lib/brands/fold-name.ts";
import type { LabelledTitle } from "./labelled-titles.ts";

/** What was said of a title, how surely, and whether it is right. */
export interface Guess {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Point {
  readonly threshold: number;
  readonly truth: number;
  readonly predicted: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
}

/** The likeliest name of each title that has one, judged. */
export function guessesOf(titles: readonly LabelledTitle[], weights?: TitleWeights): readonly Guess[] {
  return titles.flatMap(({ title, brand, known }) => {
    const [best] = brandInTitle(title, { known: (name) => known.has(name), ...(weights && { weights }) });
    return best ? [{ confidence: best.confidence, right: brand.has(foldName(best.name)) }] : [];
  });
}

/** What remains of guesses at a threshold. @param truth - How many titles have a brand. */
export function pointAt(guesses: readonly Guess[], truth: number, threshold: number): Point {
  const said = guesses.filter(({ confidence }) => confidence >= threshold);
  const right = said.filter((guess) => guess.right).length;
  return {
    threshold,
    truth,
    predicted: said.length,
    right,
    precision: share(right, said.length),
    recall: share(right, truth),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000;
}
