import type { AuthorId, ReviewId, SignatureKey } from "../model/review.ts";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";
import { sha256Hex, type HashStart } from "./sha256.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** r‖s of P-256, 32 bytes each (RFC 7518 section 3.4). */
const signatureBytes = 64;

// Order of the P-256 group (FIPS 186-5, SP 800-186 section 3.2.1.3) and its half, rounded down.
const order = bytesOfHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
const halfOrder = bytesOfHex("7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8");

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

/** The 64 bytes of a signature, or `undefined` when the text is not one. */
export function parseSignature(signature: string): Bytes | undefined {
  const bytes = decodeBase64Url(signature);
  return bytes?.length === signatureBytes ? bytes : undefined;
}

/**
 * r‖s and r‖(n−s) are both valid for one message and key (ECDSA is malleable): this is the one with the
 * lower s. Returns its argument when that is low already.
 */
export function lowS(signature: Bytes): Bytes {
  if (compareS(signature, halfOrder) <= 0 || compareS(signature, order) >= 0) return signature;
  const low = new Uint8Array(signature);
  let borrow = 0;
  for (let i = 31; i >= 0; i--) {
    const difference = (order[i] ?? 0) - (signature[32 + i] ?? 0) - borrow;
    borrow = difference < 0 ? 1 : 0;
    low[32 + i] = difference & 0xff;
  }
  return low;
}

/** Sign of s − `number`. */
function compareS(signature: Bytes, number: Uint8Array): number {
  for (let i = 0; i < 32; i++) {
    const difference = (signature[32 + i] ?? 0) - (number[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Where both spellings of a signature meet: the strict base64url of its low form. */
export function keyOfSignatureBytes(bytes: Bytes, signature: string): SignatureKey {
  const low = lowS(bytes);
  return low === bytes ? signature : encodeBase64Url(low);
}

/** The same of a text. Never throws: a text that is no signature is its own key. */
export function signatureKey(signature: string): SignatureKey {
  const bytes = parseSignature(signature);
  return bytes ? keyOfSignatureBytes(bytes, signature) : signature;
}

function shortHash(bytes: Uint8Array, start?: HashStart): string {
  return sha256Hex(bytes, 16, start);
}

/**
 * @param signedPart - `header.payload` of a token as it was signed, as bytes.
 * @param start - `startHash` of a beginning of it, where that is at hand.
 */
export function reviewIdOf(signedPart: Uint8Array, start?: HashStart): ReviewId {
  return shortHash(signedPart, start);
}

/** @param spki - The author's public key as DER. */
export function authorIdOf(spki: Uint8Array): AuthorId {
  return shortHash(spki);
}
