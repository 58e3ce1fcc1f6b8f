/**
 * Numbers that look like chance and are the same for the same seed, 0 ≤ x < 2³²: a 32-bit hash of a counter. Good enough
 * to draw samples; no secret hangs on it.
 *
 * @see the finaliser of MurmurHash3, https://github.com/aappleby/smhasher
 */
export function mixed(seed: number, index: number): number {
  let hash = (seed ^ Math.imul(index + 1, 0x9e37_79b1)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A seed in words as a number: FNV-1a over its UTF-16 units. */
export function seedNumber(seed: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
}
