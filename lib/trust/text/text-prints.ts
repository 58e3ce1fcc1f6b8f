import { textFlags } from "./text-flags.ts";
import { hashWord, mix, wordsOf } from "./words.ts";

/**
 * How texts are told to be alike. A text is the set of its runs of `shingleWords` words; MinHash takes the least of
 * them under `bands` × `rowsPerBand` orders; `rowsPerBand` of those together make a band. Texts that share a band
 * belong together. Two texts whose sets overlap by J do so with probability 1 − (1 − J^rowsPerBand)^bands.
 * @see https://infolab.stanford.edu/~ullman/mmds/ch3.pdf
 */
export const likeness = {
  version: 1,
  shingleWords: 2,
  fewestShingles: 8,
  rowsPerBand: 5,
  bands: 24,
} as const;

/**
 * What stands for each row's text, so that nobody reads 100 000 texts again: worked out once, when a review is
 * stored, from its text alone.
 */
export interface TextPrints {
  /** `likeness.bands` numbers a row; all 0 where the text is too short to be anyone's own. */
  readonly bands: Uint32Array;
  /** Bits of `textFlag`. */
  readonly flags: Uint8Array;
}

/** Room for prints of `length` rows without text. */
export function emptyPrints(length: number): TextPrints {
  return { bands: new Uint32Array(length * likeness.bands), flags: new Uint8Array(length) };
}

export function writePrint(prints: TextPrints, row: number, text: string): void {
  const words = wordsOf(text);
  prints.flags[row] = textFlags(text, words);
  writeBands(words, prints.bands, row * likeness.bands);
}

const orders = likeness.bands * likeness.rowsPerBand;
const multipliers = Uint32Array.from({ length: orders }, (_, index) => mix(index + 1) | 1);
const offsets = Uint32Array.from({ length: orders }, (_, index) => mix(~index));
const least = new Uint32Array(orders);

function writeBands(words: readonly string[], target: Uint32Array, offset: number): void {
  const shingles = shinglesOf(words);
  if (shingles.size < likeness.fewestShingles) return;
  least.fill(0xff_ff_ff_ff);
  for (const shingle of shingles) {
    for (let order = 0; order < orders; order++) {
      const rank = (Math.imul(shingle, multipliers[order] ?? 0) + (offsets[order] ?? 0)) >>> 0;
      if (rank < (least[order] ?? 0)) least[order] = rank;
    }
  }
  for (let band = 0; band < likeness.bands; band++) {
    let hash = band + 1;
    for (let row = 0; row < likeness.rowsPerBand; row++)
      hash = mix(hash ^ (least[band * likeness.rowsPerBand + row] ?? 0));
    // 0 stands for "no text".
    target[offset + band] = hash || 1;
  }
}

function shinglesOf(words: readonly string[]): Set<number> {
  const hashes = words.map(hashWord);
  const shingles = new Set<number>();
  for (let end = likeness.shingleWords; end <= hashes.length; end++) {
    let hash = 0;
    for (let at = end - likeness.shingleWords; at < end; at++)
      hash = mix(Math.imul(hash, 31) + (hashes[at] ?? 0));
    shingles.add(hash);
  }
  return shingles;
}
