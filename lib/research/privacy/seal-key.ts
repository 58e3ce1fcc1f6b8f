import { compactDecrypt } from "jose/jwe/compact/decrypt";
import { CompactEncrypt } from "jose/jwe/compact/encrypt";
import { importJWK } from "jose/key/import";
import type { z } from "zod";
import { jsonOf } from "../../model/json.ts";
import { refused } from "../../model/refusal.ts";
import { ok, problem, type Result } from "../../model/result.ts";
import type { CollectionPrivacy } from "../../model/research/collection.ts";
import { OriginalsSchema, SealKeySchema } from "../../schema/research-seal.ts";

/**
 * PBKDF2 rounds over the passphrase: three times what OWASP asks of SHA-512, half a second.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
 */
const rounds = 600_000;
/** Files of others may have more rounds; without an end they would hold up the page. */
const mostRounds = 2_000_000;
/** Fewer characters are guessed. */
export const shortestPassphrase = 12;
const longestFile = 10_000;

/** A pair of keys of which this browser keeps the public one alone. */
export interface SealKey {
  /** For `CollectionPrivacy.sealTo`. */
  readonly publicKey: JsonWebKey;
  /** The private key as a text under the passphrase: compact JWE, PBES2-HS512+A256KW. To be saved as a file. */
  readonly file: string;
}

/** Makes the pair. Without the file and its passphrase nobody opens what is sealed to it, the researcher included. */
export async function makeSealKey(passphrase: string): Promise<SealKey> {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  const file = await new CompactEncrypt(bytesOf(JSON.stringify({ kty, crv, x, y, d })))
    .setProtectedHeader({ alg: "PBES2-HS512+A256KW", enc: "A256GCM", cty: "jwk+json" })
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(bytesOf(passphrase));
  return { publicKey: { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" }, file };
}

/** A private key in memory, for as long as whoever holds it. */
export interface OpenedKey {
  readonly x: string;
  readonly y: string;
  readonly key: CryptoKey | Uint8Array;
}

/** @returns `bad-shape` for what is no key file, `refused` (`passphrase`) where that does not open it. */
export async function openSealKey(file: string, passphrase: string): Promise<Result<OpenedKey>> {
  const text = file.trim();
  if (text.length > longestFile || text.split(".").length !== 5)
    return problem("bad-shape", { reason: "format" });
  const options = { keyManagementAlgorithms: ["PBES2-HS512+A256KW"], maxPBES2Count: mostRounds };
  const plain = await opened(text, bytesOf(passphrase), options);
  if (plain === undefined) return refused("passphrase");
  const jwk = SealKeySchema.safeParse(jsonOf(plain)).data;
  if (!jwk) return problem("bad-shape", { reason: "data" });
  return ok({ x: jwk.x, y: jwk.y, key: await importJWK(jwk, "ECDH-ES+A256KW") });
}

/** Whether a key opens what a collection seals. */
export function fits({ x, y }: OpenedKey, { sealTo }: CollectionPrivacy): boolean {
  return sealTo?.x === x && sealTo.y === y;
}

/** What was left out of an item; `undefined` where it was sealed to another key. */
export async function openSealed(
  sealed: string,
  { key }: OpenedKey,
): Promise<z.infer<typeof OriginalsSchema> | undefined> {
  const plain = await opened(sealed, key, { keyManagementAlgorithms: ["ECDH-ES+A256KW"] });
  return plain === undefined ? undefined : OriginalsSchema.safeParse(jsonOf(plain)).data;
}

async function opened(
  text: string,
  key: CryptoKey | Uint8Array,
  options: Parameters<typeof compactDecrypt>[2],
): Promise<string | undefined> {
  try {
    const { plaintext } = await compactDecrypt(text, key, options);
    return new TextDecoder().decode(plaintext);
  } catch {
    // Another key, another passphrase, a changed byte: it cannot be told which, and none of it is a bug.
    return undefined;
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
