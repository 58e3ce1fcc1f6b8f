import { emojiValence } from "./emoji.ts";
import { lexiconWords } from "./lexicon-words.ts";
import { ownWords } from "./own-words.ts";
import { phrases, weakeningPhrases } from "./phrases.ts";

/** What is known of words, taken apart at first use: a worker that scores nothing does not pay for it. */
export interface Lexicon {
  /** Valence, −4…4, by word, emoticon, emoji or phrase. */
  readonly valence: ReadonlyMap<string, number>;
  /** Phrases by their first word. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

let lexicon: Lexicon | undefined;

function takeApart(): Lexicon {
  const valence = new Map<string, number>();
  for (const [value, words] of lexiconWords) for (const word of words.split(" ")) valence.set(word, value);
  for (const [value, words] of ownWords) for (const word of words.split(" ")) valence.set(word, value);
  for (const [value, emoji] of emojiValence) for (const sign of emoji.split(" ")) valence.set(sign, value);
  for (const [phrase, value] of Object.entries(phrases)) valence.set(phrase, value);
  const byFirst = new Map<string, string[][]>();
  for (const phrase of [...Object.keys(phrases), ...weakeningPhrases]) {
    const parts = phrase.split(" ");
    const first = parts[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), parts]);
  }
  return { valence, phrases: byFirst };
}

export function theLexicon(): Lexicon {
  return (lexicon ??= takeApart());
}
