/** How a word hangs together with the one before it. */
export const Gap = {
  /** Nothing between: unspaced script, or parts of one tag. */
  none: 0,
  /** A hyphen, apostrophe, dot or the like without space. */
  joiner: 1,
  space: 2,
  /** A comma, quote, bracket: names do not run across. */
  pause: 3,
  /** The end of a sentence, a new line, or the beginning of the text. */
  sentence: 4,
} as const;

export const Sigil = { none: 0, handle: 1, hashtag: 2, cashtag: 3 } as const;

/** Bits of `info`. */
export const gapMask = 0b111;
const sigilShift = 3;
const sigilMask = 0b11;
export const TokenBit = {
  /** First part of a handle or tag. */
  tagStart: 1 << 5,
  upperFirst: 1 << 6,
  /** An upper-case letter after the first. */
  upperInside: 1 << 7,
  lower: 1 << 8,
  digits: 1 << 9,
  unspaced: 1 << 10,
  /** Part of a link, an address or an absurdly long word: no name. */
  blocked: 1 << 11,
  /** An apostrophe before it: the "s" of "Nike's". */
  apostrophe: 1 << 12,
  /** Stands for "&" or "+". */
  sign: 1 << 13,
} as const;

export function sigilOf(info: number): number {
  return (info >>> sigilShift) & sigilMask;
}
export function sigilBits(sigil: number): number {
  return sigil << sigilShift;
}

/** A link as written in the text. */
export interface WrittenLink {
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text as numbers: where they stand, and the hash of their folded form, such that the hash of
 * several words is that of their folded forms joined (as in `foldName`). Reused from text to text.
 */
export class TokenList {
  count = 0;
  start = new Int32Array(1_024);
  end = new Int32Array(1_024);
  hash = new Int32Array(1_024);
  /** `hashBase` to the power of the word's folded length, for joining. */
  power = new Int32Array(1_024);
  info = new Int32Array(1_024);
  links: WrittenLink[] = [];
  /** How many handles there are. */
  handles = 0;

  clear(): void {
    this.handles = 0;
    this.count = 0;
    this.links = [];
  }

  add(start: number, end: number, hash: number, power: number, info: number): void {
    const at = this.count++;
    if (at === this.start.length) this.#grow();
    this.start[at] = start;
    this.end[at] = end;
    this.hash[at] = hash;
    this.power[at] = power;
    this.info[at] = info;
  }

  /** Bits of word `at`; those of a break where there is none. */
  infoAt(at: number): number {
    return at >= 0 && at < this.count ? (this.info[at] ?? 0) : TokenBit.blocked | Gap.sentence;
  }

  #grow(): void {
    this.start = twice(this.start);
    this.end = twice(this.end);
    this.hash = twice(this.hash);
    this.power = twice(this.power);
    this.info = twice(this.info);
  }
}

function twice(old: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * old.length);
  grown.set(old);
  return grown;
}
