import { rootOf, separate, unite } from "../union-find.ts";
import { likeness, type TextPrints } from "./text-prints.ts";

const { bands } = likeness;
const empty = -1;

/**
 * Rows whose texts share a band, directly or through others, as a union-find's parents. Linear: one pass a band
 * over a table that holds one row for each value. Sharing a band is all it takes, so the sets do not depend on the
 * order of rows and only ever grow with a further one.
 */
export function clusterTexts({ bands: values, flags }: TextPrints): Int32Array {
  const length = flags.length;
  const parents = separate(length);
  const slots = 2 ** Math.ceil(Math.log2(2 * length + 2));
  const table = new Int32Array(slots);
  for (let band = 0; band < bands; band++) {
    table.fill(empty);
    for (let row = 0; row < length; row++) {
      const value = values[row * bands + band] ?? 0;
      if (value === 0) continue;
      let slot = value & (slots - 1);
      for (;;) {
        const other = table[slot] ?? empty;
        if (other === empty) {
          table[slot] = row;
          break;
        }
        if (values[other * bands + band] === value) {
          unite(parents, other, row);
          break;
        }
        slot = (slot + 1) & (slots - 1);
      }
    }
  }
  return parents;
}

/**
 * Joins one row more to those whose texts share a band with its own: compared with each row once, which takes a few
 * milliseconds for 100 000 and needs no table kept. Changes `parents`.
 */
export function addToClusters(
  parents: Int32Array,
  { bands: values, flags }: TextPrints,
  added: number,
): void {
  const own = values.subarray(added * bands, (added + 1) * bands);
  if (own[0] === 0) return;
  for (let row = 0; row < flags.length; row++) {
    if (row !== added && sharesBand(values, row * bands, own)) unite(parents, row, added);
  }
}

function sharesBand(values: Uint32Array, offset: number, own: Uint32Array): boolean {
  for (let band = 0; band < bands; band++) {
    if (values[offset + band] === own[band]) return true;
  }
  return false;
}

/** Rows by their set, sets of one left out; sets and rows in the order given. */
export function setsOf(parents: Int32Array, order: Iterable<number>): number[][] {
  const sizes = new Uint32Array(parents.length);
  for (let row = 0; row < parents.length; row++) {
    const root = rootOf(parents, row);
    sizes[root] = (sizes[root] ?? 0) + 1;
  }
  const sets = new Map<number, number[]>();
  for (const row of order) {
    const root = rootOf(parents, row);
    if ((sizes[root] ?? 0) < 2) continue;
    const set = sets.get(root);
    if (set) set.push(row);
    else sets.set(root, [row]);
  }
  return [...sets.values()];
}
