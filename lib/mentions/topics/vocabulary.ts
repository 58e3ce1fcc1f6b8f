import { foldLetters } from "../../brands/fold-name.ts";
import { termIndex, type WordRoles } from "./term-index.ts";

/** What is known of a word of the texts that are read. */
export interface Word extends WordRoles {
  /** Shared by its singular and plural: phrases are counted by it. */
  readonly stem: Stem;
}

/** What phrases are counted by. */
export interface Stem {
  readonly id: number;
  readonly folded: string;
  /** In how many texts it stands, as a word that phrases may hold. */
  texts: number;
  lastText: number;
  /** How often it stands, and how often like a noun: behind an article, with nothing but small words behind it. */
  times: number;
  timesAsNoun: number;
}

/** The words of one run over many texts, each looked up once. */
export class Vocabulary {
  readonly #words = new Map<number, Word>();
  readonly #stems = new Map<string, Stem>();
  readonly stemsById: Stem[] = [];

  /** @param hash - Of the folded word, as the tokeniser gives it. */
  wordAt(text: string, start: number, end: number, hash: number): Word {
    const known = this.#words.get(hash);
    if (known) return known;
    const folded = foldLetters(text.slice(start, end));
    const word = { ...termIndex().rolesOf(folded), stem: this.#stemOf(folded) };
    this.#words.set(hash, word);
    return word;
  }

  #stemOf(folded: string): Stem {
    const singular = singularOf(folded);
    const known = this.#stems.get(singular);
    if (known) return known;
    const id = this.stemsById.length;
    const stem = { id, folded: singular, texts: 0, lastText: -1, times: 0, timesAsNoun: 0 };
    this.#stems.set(singular, stem);
    this.stemsById.push(stem);
    return stem;
  }
}

/** "soles" and "sole" are one. Only the plural that English, French, Spanish and (some) Dutch words share. */
function singularOf(folded: string): string {
  return folded.length > 3 && folded.endsWith("s") && !folded.endsWith("ss") ? folded.slice(0, -1) : folded;
}
