/** An odd multiplier with well mixed bits (2^32 divided by the golden ratio). */
export const hashBase = 0x9e3779b1;

/** Polynomial hash of a folded word, modulo 2^32. */
export function hashWord(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++) hash = (Math.imul(hash, hashBase) + folded.charCodeAt(i)) | 0;
  return hash;
}

/** The factor that makes room for a word of that many units behind another. */
export function hashPower(length: number): number {
  let power = 1;
  for (let i = 0; i < length; i++) power = Math.imul(power, hashBase);
  return power;
}

/** The hash of two words written together. */
export function joinHash(hash: number, nextHash: number, nextPower: number): number {
  return (Math.imul(hash, nextPower) + nextHash) | 0;
}
