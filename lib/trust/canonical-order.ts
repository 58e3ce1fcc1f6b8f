const idBytes = 16;
const indexSpan = 2 ** 20;
const prefixSpan = 2 ** 17;

/**
 * All rows by day, then by id. Sums are taken in this order, so that rounding does not depend on the order in
 * which reviews came. One number a row (day, 17 bits of id, row: 53 bits) sorts without a comparing function;
 * the few that share a beginning are put right behind. At most 2²⁰ rows.
 */
export function canonicalOrder(day: Uint16Array, ids: Uint8Array): Uint32Array {
  const keys = new Float64Array(day.length);
  for (let row = 0; row < day.length; row++)
    keys[row] = ((day[row] ?? 0) * prefixSpan + prefixAt(ids, row)) * indexSpan + row;
  keys.sort();
  const order = Uint32Array.from(keys, (key) => key % indexSpan);
  let from = 0;
  for (let to = 1; to <= order.length; to++) {
    if (to < order.length && sameBeginning(keys[from], keys[to])) continue;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => compareIds(ids, a, b));
    from = to;
  }
  return order;
}

function prefixAt(ids: Uint8Array, row: number): number {
  const at = row * idBytes;
  return ((ids[at] ?? 0) << 9) | ((ids[at + 1] ?? 0) << 1) | ((ids[at + 2] ?? 0) >>> 7);
}

function sameBeginning(a = 0, b = 0): boolean {
  return Math.floor(a / indexSpan) === Math.floor(b / indexSpan);
}

function compareIds(ids: Uint8Array, a: number, b: number): number {
  for (let byte = 0; byte < idBytes; byte++) {
    const difference = (ids[a * idBytes + byte] ?? 0) - (ids[b * idBytes + byte] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
