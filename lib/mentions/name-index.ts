/*
 * `m.bin` of the directory, little-endian, read whole and searched where it lies:
 *   "BTM1", build (4 bytes), n, cut (bits of a bucket number)
 *   2^cut + 1 × 16-bit first row of each bucket, padded to 4 bytes
 *   n × 16 further bits of the name's hash, by bucket, padded to 4 bytes
 *   n × 16 bits of what is known of the name, in the same order, padded likewise
 *   8 kB bitmap: hashes of two words with which a longer name begins
 */
/** Where the index stands in the directory. */
export const namesPath = "m.bin";
const magic = 0x314d5442;
const headLength = 16;
const longerBits = 1 << 16;
const longerBytes = longerBits / 8;

/** What the index says of a name, in 16 bits. */
export interface NameTraits {
  /** How ordinary the words are: 0 no word at all … 5 among the commonest, 6 a function word, 7 a word elsewhere. */
  readonly ordinary: number;
  /** How well known the best brand of the name is, 0–3. */
  readonly fame: number;
  readonly person: boolean;
  readonly place: boolean;
  /** Index into `trades`. */
  readonly trade: number;
  /** Several brands go by it. */
  readonly shared: boolean;
  /** No brand is called so; one has it as an alias or a variant. */
  readonly alias: boolean;
  /** An account's name and nothing else. */
  readonly handleOnly: boolean;
  /** How the brand writes it. */
  readonly writing: number;
}

export const Writing = { usual: 0, capitals: 1, mixed: 2, small: 3 } as const;

export function packTraits(traits: NameTraits): number {
  return (
    traits.ordinary |
    (traits.fame << 3) |
    (Number(traits.person) << 5) |
    (Number(traits.place) << 6) |
    (traits.trade << 7) |
    (Number(traits.shared) << 11) |
    (Number(traits.alias) << 12) |
    (Number(traits.handleOnly) << 13) |
    (traits.writing << 14)
  );
}

export function unpackTraits(bits: number): NameTraits {
  return {
    ordinary: bits & 7,
    fame: (bits >>> 3) & 3,
    person: (bits & 0x20) !== 0,
    place: (bits & 0x40) !== 0,
    trade: (bits >>> 7) & 15,
    shared: (bits & 0x800) !== 0,
    alias: (bits & 0x1000) !== 0,
    handleOnly: (bits & 0x2000) !== 0,
    writing: (bits >>> 14) & 3,
  };
}

/** Spreads a polynomial hash, whose low bits are poor, over all 32. */
function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}

export interface NameRow {
  readonly hash: number;
  readonly traits: number;
}

/** `longer`: hashes of the first two words of names of three and more. */
export function encodeNameIndex(
  build: number,
  rows: readonly NameRow[],
  longer: Iterable<number>,
): Uint8Array {
  if (rows.length > 0xffff) throw new Error(`${rows.length} names: more than 16 bits can count`);
  // About four rows a bucket.
  const cut = Math.max(1, Math.ceil(Math.log2(rows.length / 4 + 1)));
  const sorted = rows
    .map(({ hash, traits }) => ({ mix: mixed(hash) >>> 0, traits }))
    .toSorted((a, b) => a.mix - b.mix);
  const prints = headLength + padded((1 << cut) + 1);
  const traits = prints + padded(rows.length);
  const firstBit = traits + padded(rows.length);
  const bytes = new Uint8Array(firstBit + longerBytes);
  const view = new DataView(bytes.buffer);
  [magic, build, rows.length, cut].forEach((word, i) => view.setUint32(4 * i, word, true));
  const counts = new Uint32Array((1 << cut) + 1);
  for (const { mix } of sorted)
    counts[(mix >>> (32 - cut)) + 1] = (counts[(mix >>> (32 - cut)) + 1] ?? 0) + 1;
  let sum = 0;
  for (const [i, count] of counts.entries()) view.setUint16(headLength + 2 * i, (sum += count), true);
  for (const [i, row] of sorted.entries()) {
    view.setUint16(prints + 2 * i, row.mix & 0xffff, true);
    view.setUint16(traits + 2 * i, row.traits, true);
  }
  for (const hash of longer) {
    const bit = mixed(hash) & (longerBits - 1);
    view.setUint8(firstBit + (bit >>> 3), view.getUint8(firstBit + (bit >>> 3)) | (1 << (bit & 7)));
  }
  return bytes;
}

/** Bytes of so many 16-bit numbers, padded to four. */
function padded(count: number): number {
  return 4 * Math.ceil(count / 2);
}

/** Names by the hash of their words. */
export class NameIndex {
  readonly #starts: Uint16Array;
  readonly #prints: Uint16Array;
  readonly #traits: Uint16Array;
  readonly #longer: Uint8Array;
  readonly #shift: number;

  constructor(starts: Uint16Array, prints: Uint16Array, traits: Uint16Array, longer: Uint8Array) {
    this.#starts = starts;
    this.#prints = prints;
    this.#traits = traits;
    this.#longer = longer;
    this.#shift = 32 - Math.log2(starts.length - 1);
  }

  /** Traits of the name with that hash, -1 where there is none. A stranger passes once in about 15 000. */
  find(hash: number): number {
    const mix = mixed(hash);
    const bucket = mix >>> this.#shift;
    const to = this.#starts[bucket + 1] ?? 0;
    const print = mix & 0xffff;
    for (let i = this.#starts[bucket] ?? 0; i < to; i++) {
      if (this.#prints[i] === print) return this.#traits[i] ?? -1;
    }
    return -1;
  }

  /** Whether a longer name may begin with these two words. */
  mayGoOn(hash: number): boolean {
    const bit = mixed(hash) & (longerBits - 1);
    return ((this.#longer[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}

/** Bytes that are no such index or contradict themselves are `corrupt`, those of another directory `mixed`. */
export function openNameIndex(bytes: Uint8Array, version: string): NameIndex | "corrupt" | "mixed" {
  if (bytes.length < headLength) return "corrupt";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(8, true);
  const cut = view.getUint32(12, true);
  if (view.getUint32(0, true) !== magic || cut < 1 || cut > 16 || count > 0xffff) return "corrupt";
  if (view.getUint32(4, false) !== Number.parseInt(version.slice(0, 8), 16)) return "mixed";
  const prints = headLength + padded((1 << cut) + 1);
  const traits = prints + padded(count);
  const firstBit = traits + padded(count);
  if (bytes.length !== firstBit + longerBytes) return "corrupt";
  // A copy only where the bytes do not lie on a boundary of four.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const at = aligned.byteOffset;
  return new NameIndex(
    new Uint16Array(aligned.buffer, at + headLength, (1 << cut) + 1),
    new Uint16Array(aligned.buffer, at + prints, count),
    new Uint16Array(aligned.buffer, at + traits, count),
    aligned.subarray(firstBit),
  );
}
