import type { WordLists } from "./word-lists.ts";

/**
 * Where words stand, in texts that are `wanted`: the place of the text and the position in it as one number each, rising.
 * `offset` is taken off, so that words of one phrase have the same key.
 */
export function positionKeys(
  { texts, textStarts, positions, positionStarts }: WordLists,
  [from, to]: readonly [number, number],
  wanted: (place: number) => boolean,
  offset: number,
): Uint32Array {
  const keys: number[] = [];
  for (let word = from; word < to; word++) {
    const source = new Numbers(texts, textStarts[word] ?? 0);
    const stands = new Numbers(positions, positionStarts[word] ?? 0);
    let place = 0;
    while (source.at < (textStarts[word + 1] ?? 0)) {
      const value = source.next();
      place += value >>> 1;
      const times = (value & 1) === 1 ? 1 : source.next();
      if (wanted(place)) addKeys(keys, stands, times, place, offset);
      else stands.skip(times);
    }
  }
  const rising = Uint32Array.from(keys);
  return to - from > 1 ? rising.toSorted() : rising;
}

/** Places of the texts in which a word stands, rising, into a list. @returns How many there are. */
export function readPlaces({ texts, textStarts }: WordLists, word: number, into: Uint32Array): number {
  const end = textStarts[word + 1] ?? 0;
  let [place, count] = [0, 0];
  for (let at = textStarts[word] ?? 0; at < end;) {
    let byte = texts[at++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = texts[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    place += value >>> 1;
    into[count++] = place;
    // Several times: how often follows.
    if ((value & 1) === 0) while ((texts[at++] ?? 0) > 0x7f);
  }
  return count;
}

function addKeys(keys: number[], stands: Numbers, times: number, place: number, offset: number): void {
  let position = 0;
  for (let time = 0; time < times; time++) {
    position += stands.next();
    if (position >= offset) keys.push(place * 65_536 + position - offset);
  }
}

/** What two rising lists share. */
export function shared(some: Uint32Array, others: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(some.length, others.length));
  let count = 0;
  let at = 0;
  for (const key of some) {
    while (at < others.length && (others[at] ?? 0) < key) at++;
    if (at < others.length && others[at] === key) both[count++] = key;
  }
  return both.subarray(0, count);
}

/** Reads what `ByteWriter` wrote. */
class Numbers {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  next(): number {
    let byte = this.#bytes[this.at++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = this.#bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    return value;
  }

  skip(count: number): void {
    for (let left = count; left > 0;) if ((this.#bytes[this.at++] ?? 0) <= 0x7f) left--;
  }
}
