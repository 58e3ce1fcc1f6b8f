import { segmentSize } from "../../../db/research-segments.ts";
import { positionKeys, shared } from "./positions.ts";
import type { WordLists } from "./word-lists.ts";
import type { Phrase, QueryWord } from "./text-query.ts";

/** Words, by number: from (inclusive) to (exclusive). */
type Range = readonly [from: number, to: number];

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
      if (words.length === 1 && first) this.#eachText(first, (place) => raise(hits, place, index));
      else for (const key of this.#phrase(words, hits, index)) raise(hits, key >>> 16, index);
    }
    return hits;
  }

  /** Where a phrase stands, as keys of `positions.ts`, in texts that have all phrases before it. */
  #phrase(words: readonly Range[], hits: Uint16Array, before: number): Uint32Array {
    let places = Uint8Array.from(hits, (had) => (had === before ? 1 : 0));
    for (const range of words) {
      const having = new Uint8Array(segmentSize);
      this.#eachText(range, (place) => {
        having[place] = places[place] ?? 0;
      });
      places = having;
    }
    let keys: Uint32Array | undefined;
    for (const [offset, range] of words.entries()) {
      const own = positionKeys(this.lists, range, places, offset);
      keys = keys ? shared(keys, own) : own;
    }
    return keys ?? new Uint32Array();
  }

  #eachText([from, to]: Range, take: (place: number) => void): void {
    const { texts, textStarts } = this.lists;
    for (let word = from; word < to; word++) {
      let place = 0;
      const end = textStarts[word + 1] ?? 0;
      for (let at = textStarts[word] ?? 0; at < end;) {
        let byte = texts[at++] ?? 0;
        let value = byte & 0x7f;
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = texts[at++] ?? 0;
          value |= (byte & 0x7f) << shift;
        }
        place += value >>> 1;
        // Several times: how often follows.
        if ((value & 1) === 0) while ((texts[at++] ?? 0) > 0x7f);
        take(place);
      }
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

function raise(hits: Uint16Array, place: number, before: number): void {
  if (hits[place] === before) hits[place] = before + 1;
}
