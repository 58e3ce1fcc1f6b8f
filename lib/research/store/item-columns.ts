/** The columns of a table of items, widest first, so that each starts on a multiple of its element's size. */
const layout = {
  /** Epoch ms: of publication, else of collection. */
  times: Float64Array,
  collected: Float64Array,
  /** `hashOf` the author; NaN: none. */
  authors: Float64Array,
  seqs: Uint32Array,
  /** Number of a set. */
  brands: Uint32Array,
  codes: Uint32Array,
  sites: Uint32Array,
  sessions: Uint32Array,
  langs: Uint32Array,
  /** Highest of any mention; NaN: no mention. */
  confidences: Float32Array,
  /** By hand, else computed; NaN: neither. */
  sentiments: Float32Array,
  why: Uint8Array,
  classes: Uint8Array,
  flags: Uint8Array,
} as const;

type ColumnName = keyof typeof layout;

export type ItemColumns = {
  readonly [Name in ColumnName]: InstanceType<(typeof layout)[Name]> & { readonly buffer: ArrayBufferLike };
};

const entries = Object.entries(layout) as [ColumnName, (typeof layout)[ColumnName]][];
const columnNames = entries.map(([name]) => name);
const rowBytes = entries.reduce((sum, [, Column]) => sum + Column.BYTES_PER_ELEMENT, 0);

export const flag = {
  /** Not deleted. */
  alive: 1,
  /** Has a time of publication. */
  dated: 2,
} as const;

/** Columns of `length` rows; bytes that are given, beginning on a multiple of eight, are looked at, not copied. */
export function viewColumns(length: number, bytes = new Uint8Array(length * rowBytes)): ItemColumns {
  const { buffer } = bytes;
  let offset = bytes.byteOffset;
  const columns = entries.map(([name, Column]) => {
    const column = new Column(buffer, offset, length);
    offset += length * Column.BYTES_PER_ELEMENT;
    return [name, column];
  });
  return Object.fromEntries(columns) as ItemColumns;
}

/** How many rows a buffer of this size holds; `undefined` where it is cut short. */
export function rowsIn(bytes: number): number | undefined {
  return bytes % rowBytes === 0 ? bytes / rowBytes : undefined;
}

/** Copies rows `from` … `to` of some columns to a place in others. */
export function copyRows(
  source: ItemColumns,
  [from, to]: readonly [number, number],
  target: ItemColumns,
  at: number,
): void {
  for (const name of columnNames) target[name].set(source[name].subarray(from, to), at);
}

/**
 * 53 bits of a string, as a number: enough that no two of some million authors share it by chance. Not for secrets.
 */
export function hashOf(text: string): number {
  let high = 0x9e_37_79_b9;
  let low = 0x85_eb_ca_6b;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01_00_01_93);
    low = Math.imul(low ^ unit, 0x5b_d1_e9_95);
    low = (low << 13) | (low >>> 19);
  }
  high = Math.imul(high ^ (high >>> 16), 0x21_f0_aa_ad) ^ low;
  low = Math.imul(low ^ (low >>> 15), 0x73_5a_2d_97) ^ high;
  return ((high ^ (high >>> 15)) & 0x1f_ff_ff) * 4_294_967_296 + ((low ^ (low >>> 13)) >>> 0);
}
