import { defineSignal } from "../define-signal.ts";

const idBytes = 16;

/** One key's reviews of several addresses that are read as one subject: one voice. */
export default defineSignal({
  id: "same-key",
  version: 1,
  thresholds: { fewestReviews: 2 },
  run({ authors, order }) {
    return rowsByAuthor(authors, order).map((rows) => ({
      reason: "same-key",
      params: { count: rows.length },
      rows,
      weighing: "one-voice",
    }));
  },
});

/** Rows of authors that have several. An open table over the first bytes; the rest is compared. */
function rowsByAuthor(authors: Uint8Array, order: Uint32Array): number[][] {
  const slots = 2 ** Math.ceil(Math.log2(2 * order.length + 2));
  const table = new Int32Array(slots).fill(-1);
  const several = new Map<number, number[]>();
  for (const row of order) {
    let slot = hashAt(authors, row) & (slots - 1);
    for (let other = table[slot] ?? -1; other !== -1; other = table[slot] ?? -1) {
      if (sameAuthor(authors, other, row)) break;
      slot = (slot + 1) & (slots - 1);
    }
    const first = table[slot] ?? -1;
    if (first === -1) table[slot] = row;
    else several.set(first, [...(several.get(first) ?? [first]), row]);
  }
  return [...several.values()];
}

/** Ids are hashes already. */
function hashAt(bytes: Uint8Array, row: number): number {
  const at = row * idBytes;
  return (
    ((bytes[at] ?? 0) << 24) ^
    ((bytes[at + 1] ?? 0) << 16) ^
    ((bytes[at + 2] ?? 0) << 8) ^
    (bytes[at + 3] ?? 0)
  );
}

function sameAuthor(bytes: Uint8Array, a: number, b: number): boolean {
  for (let byte = 0; byte < idBytes; byte++) {
    if (bytes[a * idBytes + byte] !== bytes[b * idBytes + byte]) return false;
  }
  return true;
}
