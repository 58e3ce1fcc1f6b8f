import { err, ok, type Result } from "../model/result.ts";
import { TokenHeader, TokenPayload } from "../schema/mangrove.ts";
import { decodeBase64UrlText } from "./base64url.ts";
import { isLonger, latestIssuedAt, readLimits } from "./limits.ts";
import { Lru } from "./lru.ts";
import { parsePublicKey, type PublicKey } from "./public-key.ts";
import { startHash, type HashStart } from "./sha256.ts";
import { parseSignature } from "./signature.ts";
import { parseStrictJson } from "./strict-json.ts";

/** Why a token is worth nothing. */
export type RejectionCode =
  /** Not three parts of strict base64url with UTF-8 JSON objects inside. */
  | "malformed"
  | "too-large"
  /** One key twice in an object: two readers could see two different reviews. */
  | "duplicate-key"
  | "algorithm"
  /** No `kid`, or not a P-256 public key. */
  | "key"
  /** `jwk` names another key than `kid`. */
  | "key-mismatch"
  | "signature"
  /** The signature beside the token is not the token's own. */
  | "side-signature"
  | "payload"
  /** Not a time in whole seconds, or later than the caller allows. */
  | "iat"
  /** An edit or a delete of somebody else's review. */
  | "other-author";

export interface Rejection {
  readonly code: RejectionCode;
  /** For logs and people who debug: a field, a value. Never shown as a sentence. */
  readonly detail?: string;
}

/** A token taken apart and checked in every way but its signature. */
export interface DecodedToken {
  readonly jwt: string;
  readonly publicKey: PublicKey;
  readonly payload: TokenPayload;
  /** `header.payload`, the bytes that are signed. */
  readonly signedPart: Uint8Array<ArrayBuffer>;
  /** The hash of `signedPart`'s header, which an author's tokens have in common. */
  readonly hashStart: HashStart;
  readonly signature: string;
  readonly signatureBytes: Uint8Array<ArrayBuffer>;
}

export function reject(
  code: RejectionCode,
  detail?: string,
): { readonly ok: false; readonly error: Rejection } {
  return err(detail === undefined ? { code } : { code, detail });
}

const encoder = new TextEncoder();

/** Takes a token apart without looking at its signature. Never throws. */
export function decodeToken(jwt: string): Result<DecodedToken, Rejection> {
  if (jwt.length > readLimits.token) return reject("too-large", String(jwt.length));
  const parts = jwt.split(".");
  const [header, body, signature] = parts;
  if (parts.length !== 3 || !header || !body || !signature) return reject("malformed", "parts");
  const keys = readHeader(header);
  if (!keys.ok) return keys;
  const payload = readPayload(body);
  if (!payload.ok) return payload;
  const { publicKey, isContradicted, hashStart } = keys.value;
  if (isContradicted && payload.value.iat >= jwkMattersFrom) return reject("key-mismatch");
  const signatureBytes = parseSignature(signature);
  if (!signatureBytes) return reject("signature", "not 64 bytes");
  return ok({
    jwt,
    publicKey,
    hashStart,
    payload: payload.value,
    signedPart: encoder.encode(jwt.slice(0, header.length + 1 + body.length)),
    signature,
    signatureBytes,
  });
}

/**
 * Seconds; 2021-01-01. The first client sometimes put the `jwk` of another key beside the `kid` it signed with,
 * and such reviews are in the network. Since then a contradiction is a reason to distrust a token.
 * See docs/decisions/0004-jwk-beside-kid.md.
 */
const jwkMattersFrom = 1_609_459_200;

interface HeaderKeys {
  /** Of `kid`, which alone decides. */
  readonly publicKey: PublicKey;
  /** Whether `jwk` names another key. */
  readonly isContradicted: boolean;
}

interface KnownHeader extends HeaderKeys {
  readonly segment: string;
  readonly hashStart: HashStart;
}

// One author's client writes the same header again and again. The end of it, where the key's own digits stand,
// finds it as well as the whole and is quicker to hash; equality is then checked on the whole.
const headers = new Lru<string, KnownHeader>(1024);
const tailLength = 120;

function readHeader(segment: string): Result<KnownHeader, Rejection> {
  const tail = segment.slice(-tailLength);
  const known = headers.get(tail);
  if (known?.segment === segment) return ok(known);
  const json = readJson(segment, "header");
  if (!json.ok) return json;
  const header = TokenHeader.safeParse(json.value);
  if (!header.success) return reject("malformed", `header.${issuePath(header.error.issues)}`);
  const keys = keysOfHeader(header.data);
  if (!keys.ok) return keys;
  const fresh = { ...keys.value, segment, hashStart: startHash(encoder.encode(segment)) };
  headers.set(tail, fresh);
  return ok(fresh);
}

function keysOfHeader({ alg, kid, jwk, crit }: TokenHeader): Result<HeaderKeys, Rejection> {
  if (alg !== "ES256") return reject("algorithm", alg.slice(0, 20));
  // RFC 7515 section 4.1.11: extensions that must be understood, and we know none.
  if (crit !== undefined) return reject("algorithm", "crit");
  if (!kid) return reject("key", "kid is missing");
  const publicKey = parsePublicKey(kid);
  if (!publicKey) return reject("key", "kid");
  return ok({ publicKey, isContradicted: jwk !== undefined && !isSameKey(jwk, publicKey) });
}

function isSameKey(jwk: string | Record<string, unknown>, publicKey: PublicKey): boolean {
  const parsed = typeof jwk === "string" ? parseStrictJson(jwk) : ok(jwk);
  if (!parsed.ok || typeof parsed.value !== "object" || parsed.value === null) return false;
  const { kty, crv, x, y } = parsed.value as Record<string, unknown>;
  return kty === "EC" && crv === "P-256" && x === publicKey.x && y === publicKey.y;
}

function readPayload(segment: string): Result<TokenPayload, Rejection> {
  const json = readJson(segment, "payload");
  if (!json.ok) return json;
  const payload = TokenPayload.safeParse(json.value);
  if (!payload.success) return reject("payload", issuePath(payload.error.issues));
  const flaw = flawOfPayload(payload.data);
  return flaw ?? ok(payload.data);
}

function flawOfPayload(payload: TokenPayload): ReturnType<typeof reject> | undefined {
  const { iat, sub, rating, opinion, action } = payload;
  if (!Number.isSafeInteger(iat) || iat < 0 || iat > latestIssuedAt) return reject("iat", String(iat));
  if (sub === "" || sub.length > readLimits.subject || !isPlainText(sub)) return reject("payload", "sub");
  if (rating != null && !isRating(rating)) return reject("payload", "rating");
  if (opinion && (isLonger(opinion, readLimits.opinion) || !isPlainText(opinion))) {
    return reject("payload", "opinion");
  }
  if (rating == null && !opinion && action !== "delete")
    return reject("payload", "neither rating nor opinion");
  return undefined;
}

function isRating(rating: number): boolean {
  return Number.isInteger(rating) && rating >= 0 && rating <= 100;
}

/** No lone surrogate and no NUL: neither survives UTF-8 or every database. */
function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

function readJson(segment: string, part: string): Result<unknown, Rejection> {
  const text = decodeBase64UrlText(segment);
  if (!text.ok) return reject("malformed", `${part}: ${text.error}`);
  const json = parseStrictJson(text.value);
  if (json.ok) return json;
  return json.error === "duplicate-key"
    ? reject("duplicate-key", part)
    : reject("malformed", `${part}: ${json.error}`);
}

function issuePath(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  return (issues[0]?.path ?? []).map(String).join(".").slice(0, 60) || "not an object";
}
