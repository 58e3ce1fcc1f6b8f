import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/**
 * SHA-256 without a promise. An id is needed for each token, and a call into WebCrypto for so few bytes costs more
 * than the hash: it would take a third off the speed of verification. See docs/decisions/0005.
 */
type Hash = ReturnType<typeof sha256.create>;

/** Where a hash stands after a beginning that many messages share. */
export interface HashStart {
  readonly hash: Hash;
  readonly length: number;
}

/** Hashes a shared beginning once. */
export function startHash(beginning: Uint8Array): HashStart {
  return { hash: sha256.create().update(beginning), length: beginning.length };
}

/**
 * The first `bytes` of the hash, as lower-case hex; 32 for the whole hash.
 *
 * @param start - `startHash` of a beginning of `message`.
 */
export function sha256Hex(message: Uint8Array, bytes = 32, start?: HashStart): string {
  const whole = start ? start.hash.clone().update(message.subarray(start.length)).digest() : sha256(message);
  return bytesToHex(whole.subarray(0, bytes));
}
