import { segmentSize } from "../../db/research-segments.ts";
import { WordBlockBuilder } from "./text/build-words.ts";
import type { Phrase } from "./text/text-query.ts";
import type { WordBlock } from "./text/word-block.ts";

/** A part of an index in memory: its words, and what has been said since these were packed. */
export class Segment {
  readonly number: number;
  /** Up to which change and item the packed words go. */
  n: number;
  upTo: number;
  /** None until somebody searches. */
  words: WordBlock | undefined;
  /** Whether it stands on the disk. */
  isKept: boolean;
  /** By place: texts that are newer than the packed words. */
  readonly #fresh = new Map<number, readonly string[]>();
  #freshWords: WordBlock | undefined;

  constructor(number: number, { n, upTo }: { n: number; upTo: number }, words?: WordBlock) {
    this.number = number;
    this.n = n;
    this.upTo = upTo;
    this.words = words;
    this.isKept = words === undefined;
  }

  /** Number of the first item that it may hold. */
  get start(): number {
    return this.number * segmentSize;
  }

  /** Number of the last item that it may hold. */
  get end(): number {
    return this.start + segmentSize - 1;
  }

  /** How many texts are newer than the packed words. */
  get freshCount(): number {
    return this.#fresh.size;
  }

  /** What an item says now. */
  renew(seq: number, fields: readonly string[]): void {
    this.#fresh.set(seq - this.start, fields);
    this.#freshWords = undefined;
  }

  /** Takes packed words that hold everything. */
  settle(words: WordBlock, { n, upTo }: { n: number; upTo: number }): void {
    this.words = words;
    this.n = n;
    this.upTo = upTo;
    this.#fresh.clear();
    this.#freshWords = undefined;
  }

  /** Puts a 1 at each row, of those from … to, whose text has all phrases. `seqs`: by row. */
  search(
    phrases: readonly Phrase[],
    seqs: Uint32Array,
    [from, to]: readonly [number, number],
    rows: Uint8Array,
  ): void {
    const packed = this.words?.search(phrases);
    const fresh = this.#packFresh()?.search(phrases);
    const all = phrases.length;
    if (packed) {
      for (let row = from; row < to; row++) rows[row] = packed[(seqs[row] ?? 0) - this.start] === all ? 1 : 0;
    }
    if (this.#fresh.size === 0) return;
    for (let row = from; row < to; row++) {
      const place = (seqs[row] ?? 0) - this.start;
      if (this.#fresh.has(place)) rows[row] = fresh?.[place] === all ? 1 : 0;
    }
  }

  #packFresh(): WordBlock | undefined {
    if (this.#fresh.size === 0) return undefined;
    if (!this.#freshWords) {
      const builder = new WordBlockBuilder();
      for (const [place, fields] of [...this.#fresh].toSorted(([a], [b]) => a - b))
        builder.add({ place, fields });
      this.#freshWords = builder.build();
    }
    return this.#freshWords;
  }
}
