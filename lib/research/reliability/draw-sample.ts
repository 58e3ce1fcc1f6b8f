import { mixed, seedNumber } from "../statistics/random.ts";

/**
 * Draws items by a seed, in the order in which they are to be coded. Every item has a place that hangs on the seed and
 * its number alone, and the first ones are taken: the same seed draws the same of the same items in whatever order they
 * come, and a larger sample begins with the smaller one.
 */
export function drawSample(seqs: Uint32Array, size: number, seed: string): readonly number[] {
  const base = seedNumber(seed);
  const taken = Math.min(size, seqs.length);
  const hashes = new Uint32Array(seqs.length);
  for (let at = 0; at < seqs.length; at++) hashes[at] = mixed(base, seqs[at] ?? 0);
  const limit = hashes.toSorted()[taken - 1] ?? 0;
  const near: { readonly hash: number; readonly seq: number }[] = [];
  for (let at = 0; at < seqs.length; at++) {
    const hash = hashes[at] ?? 0;
    if (hash <= limit) near.push({ hash, seq: seqs[at] ?? 0 });
  }
  near.sort((a, b) => a.hash - b.hash || a.seq - b.seq);
  return near.slice(0, taken).map(({ seq }) => seq);
}

/** A seed nobody has chosen, short enough to be written down. */
export function freshSeed(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(36);
}
