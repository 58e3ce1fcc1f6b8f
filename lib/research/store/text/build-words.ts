import { ByteWriter } from "./byte-writer.ts";
import { readWords } from "./words.ts";
import { WordBlock } from "./word-block.ts";

/** What is searched of one item: phrases do not reach from one field into the next. */
export interface SearchedText {
  /** Its place in the block; texts come by rising place. */
  readonly place: number;
  readonly fields: readonly string[];
}

/** Words behind this one are not found by phrases, and are not kept: posts are shorter. */
const mostWords = 65_535;

/** Collects words and packs them, sorted, each with where it stands. */
export class WordBlockBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  /** Three numbers for each word that stands somewhere: which, in which text, at which position. */
  #places = new Uint32Array(3 * 4096);
  #count = 0;

  add({ place, fields }: SearchedText): void {
    let position = 0;
    for (const field of fields) {
      readWords(field, (word) => {
        if (position < mostWords) this.#note(word, place, position++);
      });
      position++;
    }
  }

  build(): WordBlock {
    const order = this.#words
      .map((_, number) => number)
      .toSorted((a, b) => compare(this.#words[a], this.#words[b]));
    const starts = this.#byWord();
    const texts = new ByteWriter();
    const positions = new ByteWriter();
    const textStarts = new Uint32Array(order.length + 1);
    const positionStarts = new Uint32Array(order.length + 1);
    for (const [index, number] of order.entries()) {
      this.#packWord(starts.rows, starts.from[number] ?? 0, starts.from[number + 1] ?? 0, texts, positions);
      textStarts[index + 1] = texts.length;
      positionStarts[index + 1] = positions.length;
    }
    const words = order.map((number) => this.#words[number] ?? "");
    return new WordBlock({
      vocabulary: words.join(""),
      wordStarts: startsOf(words),
      texts: texts.bytes(),
      textStarts,
      positions: positions.bytes(),
      positionStarts,
    });
  }

  #note(word: string, place: number, position: number): void {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.length;
      this.#numbers.set(word, number);
      this.#words.push(word);
    }
    if (this.#count + 3 > this.#places.length) {
      const grown = new Uint32Array(this.#places.length * 2);
      grown.set(this.#places);
      this.#places = grown;
    }
    this.#places[this.#count++] = number;
    this.#places[this.#count++] = place;
    this.#places[this.#count++] = position;
  }

  /** Where each word stands, in the order in which texts came: a counting sort. */
  #byWord(): { readonly from: Uint32Array; readonly rows: Uint32Array } {
    const from = new Uint32Array(this.#words.length + 1);
    for (let at = 0; at < this.#count; at += 3) {
      const next = (this.#places[at] ?? 0) + 1;
      from[next] = (from[next] ?? 0) + 1;
    }
    for (let number = 1; number < from.length; number++)
      from[number] = (from[number] ?? 0) + (from[number - 1] ?? 0);
    const rows = new Uint32Array(this.#count / 3);
    const next = from.slice();
    for (let at = 0; at < this.#count; at += 3) {
      const number = this.#places[at] ?? 0;
      rows[next[number] ?? 0] = at;
      next[number] = (next[number] ?? 0) + 1;
    }
    return { from, rows };
  }

  /** For each text: how far from the one before, and whether it stands there once or how often; then the positions. */
  #packWord(rows: Uint32Array, from: number, to: number, texts: ByteWriter, positions: ByteWriter): void {
    let before = 0;
    let at = from;
    while (at < to) {
      const place = this.#places[(rows[at] ?? 0) + 1] ?? 0;
      let end = at + 1;
      while (end < to && this.#places[(rows[end] ?? 0) + 1] === place) end++;
      const isOnce = end === at + 1;
      texts.write((place - before) * 2 + (isOnce ? 1 : 0));
      if (!isOnce) texts.write(end - at);
      before = place;
      let last = 0;
      for (; at < end; at++) {
        const position = this.#places[(rows[at] ?? 0) + 2] ?? 0;
        positions.write(position - last);
        last = position;
      }
    }
  }
}

/** By UTF-16 units, as `<` does: the search for beginnings relies on it. */
function compare(a: string | undefined, b: string | undefined): number {
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

function startsOf(words: readonly string[]): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(words.length + 1);
  for (const [index, word] of words.entries()) starts[index + 1] = (starts[index] ?? 0) + word.length;
  return starts;
}
