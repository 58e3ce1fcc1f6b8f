import { decodeBase64, encodeBase64, encodeBase64Url } from "./base64url.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A P-256 public key in the forms in which tokens carry it. */
export interface PublicKey {
  /** SPKI PEM on one line: the protocol's name for an author. */
  readonly kid: string;
  readonly spki: Bytes;
  /** 0x04 ‖ x ‖ y. */
  readonly point: Bytes;
  /** Coordinates as in a JWK. */
  readonly x: string;
  readonly y: string;
}

const begin = "-----BEGIN PUBLIC KEY-----";
const end = "-----END PUBLIC KEY-----";
/** DER of SEQUENCE { SEQUENCE { ecPublicKey, prime256v1 }, BIT STRING } up to the point (RFC 5480). */
const spkiPrefix = Uint8Array.of(
  0x30,
  0x59,
  0x30,
  0x13,
  0x06,
  0x07,
  0x2a,
  0x86,
  0x48,
  0xce,
  0x3d,
  0x02,
  0x01,
  0x06,
  0x08,
  0x2a,
  0x86,
  0x48,
  0xce,
  0x3d,
  0x03,
  0x01,
  0x07,
  0x03,
  0x42,
  0x00,
);
const pointBytes = 65;

/**
 * Reads SPKI PEM, on one line or folded. Whether the point lies on the curve only WebCrypto can tell.
 * `undefined` for any other kind of key or text.
 */
export function parsePublicKey(pem: string): PublicKey | undefined {
  const text = pem.trim();
  if (!text.startsWith(begin) || !text.endsWith(end)) return undefined;
  const body = text.slice(begin.length, text.length - end.length);
  const spki = decodeBase64(body.replace(/\s/g, ""));
  return spki && publicKeyOfSpki(spki);
}

/** @returns `undefined` for any other kind of key. */
export function publicKeyOfSpki(spki: Bytes): PublicKey | undefined {
  if (spki.length !== spkiPrefix.length + pointBytes) return undefined;
  if (!spkiPrefix.every((byte, i) => spki[i] === byte)) return undefined;
  return publicKeyOfPoint(spki.slice(spkiPrefix.length));
}

/** @returns `undefined` unless it is an uncompressed point of 65 bytes. */
export function publicKeyOfPoint(point: Bytes): PublicKey | undefined {
  if (point.length !== pointBytes || point[0] !== 0x04) return undefined;
  const spki = new Uint8Array(spkiPrefix.length + pointBytes);
  spki.set(spkiPrefix);
  spki.set(point, spkiPrefix.length);
  return {
    kid: `${begin}${encodeBase64(spki)}${end}`,
    spki,
    point,
    x: encodeBase64Url(point.subarray(1, 33)),
    y: encodeBase64Url(point.subarray(33)),
  };
}
