const digitBits = 16;
const digits = 64 / digitBits;
const buckets = 2 ** digitBits;

/** Rows in order. */
export interface OrderedRows {
  /** Rising. */
  readonly rows: Uint32Array;
  /** How many have a value; the others stand behind them, in whichever direction one reads. */
  readonly valued: number;
}

/**
 * Numbers of rows by their rising value, equal ones by their number, those without a value (NaN) last. A radix sort:
 * time in proportion to the rows, whatever the values.
 */
export function argsort(values: Float64Array | Float32Array): OrderedRows {
  const { length } = values;
  const keys = sortableBits(values);
  let rows = new Uint32Array(length);
  let valued = 0;
  for (let row = 0; row < length; row++) if (!Number.isNaN(values[row])) rows[valued++] = row;
  let other = new Uint32Array(length);
  for (let digit = 0; digit < digits; digit++) {
    if (!sortByDigit(keys, digit, rows, other, valued)) continue;
    [rows, other] = [other, rows];
  }
  let at = valued;
  for (let row = 0; row < length; row++) if (Number.isNaN(values[row])) rows[at++] = row;
  return { rows, valued };
}

/** What `argsort` would say of values of which the first are sorted already. */
export function sortIn(known: OrderedRows, values: Float64Array | Float32Array): OrderedRows {
  const before = known.rows.length;
  const added = argsort(values.subarray(before));
  const rows = new Uint32Array(values.length);
  const valued = known.valued + added.valued;
  let [old, fresh] = [0, 0];
  for (let index = 0; index < valued; index++) {
    const oldRow = known.rows[old] ?? 0;
    const freshRow = before + (added.rows[fresh] ?? 0);
    const isOld =
      fresh >= added.valued || (old < known.valued && (values[oldRow] ?? 0) <= (values[freshRow] ?? 0));
    rows[index] = isOld ? oldRow : freshRow;
    if (isOld) old++;
    else fresh++;
  }
  rows.set(known.rows.subarray(known.valued), valued);
  const unvalued = added.rows.subarray(added.valued).map((row) => before + row);
  rows.set(unvalued, valued + known.rows.length - known.valued);
  return { rows, valued };
}

/** Sorts by one digit, keeping the order of equal ones. @returns Whether anything was done: not where all are equal. */
function sortByDigit(
  keys: Uint16Array,
  digit: number,
  rows: Uint32Array,
  into: Uint32Array,
  count: number,
): boolean {
  const starts = new Uint32Array(buckets + 1);
  for (let index = 0; index < count; index++) {
    const bucket = (keys[(rows[index] ?? 0) * digits + digit] ?? 0) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  if (starts.includes(count, 1)) return false;
  for (let bucket = 1; bucket <= buckets; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  for (let index = 0; index < count; index++) {
    const row = rows[index] ?? 0;
    const bucket = keys[row * digits + digit] ?? 0;
    const at = starts[bucket] ?? 0;
    starts[bucket] = at + 1;
    into[at] = row;
  }
  return true;
}

/** Four digits a value, lowest first, that sort as the values do: the sign bit is turned, of negative ones all bits. */
function sortableBits(values: Float64Array | Float32Array): Uint16Array {
  // −0 and 0 are equal.
  const copy = Float64Array.from(values, (value) => value + 0);
  const words = new Uint32Array(copy.buffer);
  for (let at = 0; at < words.length; at += 2) {
    const high = words[at + 1] ?? 0;
    const isNegative = high >>> 31 === 1;
    words[at] = isNegative ? ~(words[at] ?? 0) : (words[at] ?? 0);
    words[at + 1] = isNegative ? ~high : high ^ 0x80_00_00_00;
  }
  return new Uint16Array(copy.buffer);
}
