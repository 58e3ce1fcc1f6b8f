import { segmentSize } from "../../../db/research-segments.ts";
import { positionKeys, readPlaces, shared } from "./positions.ts";
import type { WordLists } from "./word-lists.ts";
import type { Phrase, QueryWord } from "./text-query.ts";

/** Words, by number: from (inclusive) to (exclusive). */
type Range = readonly [from: number, to: number];

/** One list for all words: a search makes none. */
const places = new Uint32Array(segmentSize);

/** Answers which texts have all of some phrases. */
export class WordBlock {
  readonly lists: WordLists;

  constructor(lists: WordLists) {
    this.lists = lists;
  }

  /** By place, `phrases.length` where a text has them all; none where no text can have. */
  search(phrases: readonly Phrase[]): Uint16Array | undefined {
    const ranges = phrases.map((phrase) => phrase.map((word) => this.#rangeOf(word)));
    if (ranges.some((words) => words.some(([from, to]) => from === to))) return undefined;
    // How many of the phrases a text has, so long as it had all before.
    const hits = new Uint16Array(segmentSize);
    for (const [index, words] of ranges.entries()) {
      const [first] = words;
      if (words.length === 1 && first) this.#raise(hits, first, index);
      else this.#raisePhrase(hits, words, index);
    }
    return hits;
  }

  /** Counts texts with one of the words that had `before` phrases. */
  #raise(hits: Uint16Array, [from, to]: Range, before: number): void {
    for (let word = from; word < to; word++) {
      const count = readPlaces(this.lists, word, places);
      for (let index = 0; index < count; index++) {
        const place = places[index] ?? 0;
        if (hits[place] === before) hits[place] = before + 1;
      }
    }
  }

  #raisePhrase(hits: Uint16Array, words: readonly Range[], before: number): void {
    // First texts that have all of the words, then where in them.
    const having = Uint16Array.from(hits, (had) => (had === before ? 0 : words.length + 1));
    for (const [index, range] of words.entries()) this.#raise(having, range, index);
    let keys: Uint32Array | undefined;
    for (const [offset, range] of words.entries()) {
      const own = positionKeys(this.lists, range, (place) => having[place] === words.length, offset);
      keys = keys ? shared(keys, own) : own;
    }
    for (const key of keys ?? []) {
      const place = key >>> 16;
      if (hits[place] === before) hits[place] = before + 1;
    }
  }

  #rangeOf({ text, isBeginning }: QueryWord): Range {
    const from = this.#firstFrom(text);
    if (isBeginning) return [from, this.#firstFrom(`${text}\uffff`)];
    return this.#wordAt(from) === text ? [from, from + 1] : [from, from];
  }

  /** Number of the first word that is not before this one. */
  #firstFrom(text: string): number {
    let low = 0;
    let high = this.lists.wordStarts.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#wordAt(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #wordAt(index: number): string {
    const { vocabulary, wordStarts } = this.lists;
    return vocabulary.slice(wordStarts[index], wordStarts[index + 1]);
  }
}
