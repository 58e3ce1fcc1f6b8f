import { err, ok, type Result } from "../model/result.ts";
import type { AuthorId } from "../model/review.ts";
import { KeyBackup } from "../schema/mangrove.ts";
import { decodeBase64Url } from "./base64url.ts";
import { publicKeyOfPoint, type PublicKey } from "./public-key.ts";
import { authorIdOf } from "./signature.ts";

/** The public half as newer clients put it into a token's header. */
interface PublicJwk {
  readonly crv: "P-256";
  readonly ext: true;
  readonly key_ops: readonly ["verify"];
  readonly kty: "EC";
  readonly x: string;
  readonly y: string;
}

/** Everything that signing needs. Survives structured clone, and so IndexedDB. */
export interface SigningKey {
  readonly author: AuthorId;
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  readonly privateKey: CryptoKey;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;
/** The mark by which all open review clients know a key file. */
const backupMark = "Mangrove private key";
/** An early client wrote the mark with a full stop. */
const backupMarks: ReadonlySet<string> = new Set([backupMark, `${backupMark}.`]);

/** A new key, extractable until `lockKey`, so that it can be backed up. */
export async function generateSigningKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const publicKey = publicKeyOfPoint(point);
  if (!publicKey) throw new Error("WebCrypto exported a point of unknown form");
  return signingKeyOf(publicKey, pair.privateKey);
}

function signingKeyOf({ kid, spki, x, y }: PublicKey, privateKey: CryptoKey): SigningKey {
  return {
    author: authorIdOf(spki),
    kid,
    publicJwk: { crv: "P-256", ext: true, key_ops: ["verify"], kty: "EC", x, y },
    privateKey,
  };
}

/**
 * The key as a text that every open review client takes back. Whoever has it can write in its name.
 *
 * @throws {DOMException} `InvalidAccessError` when the key is locked.
 */
export async function exportBackup(key: SigningKey): Promise<string> {
  const { d } = await crypto.subtle.exportKey("jwk", key.privateKey);
  const { crv, kty, x, y } = key.publicJwk;
  return JSON.stringify({
    alg: "ES256",
    crv,
    d,
    ext: true,
    key_ops: ["sign"],
    kty,
    x,
    y,
    metadata: backupMark,
  });
}

/** Why a file is not a key to sign with. */
export type BackupFlaw =
  | "not-json"
  /** JSON, but nothing like a key. */
  | "not-a-key"
  /** A key for another purpose: another curve or kind, or without the mark. */
  | "other-key"
  /** The public half alone. */
  | "public-only"
  /** Its halves do not belong together, or a number is damaged. */
  | "broken";

const longestBackup = 10_000;

/** Reads a backup that this or another open review client wrote. The key is extractable. Never throws. */
export async function importBackup(text: string): Promise<Result<SigningKey, BackupFlaw>> {
  if (text.length > longestBackup) return err("not-a-key");
  let json: unknown;
  try {
    // Editors and file pickers add a byte order mark or surrounding space.
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return err("not-json");
  }
  // One client keeps both halves side by side.
  const nested = typeof json === "object" && json !== null && "privateJwk" in json ? json.privateJwk : json;
  const backup = KeyBackup.safeParse(nested);
  if (!backup.success) return err("not-a-key");
  const { kty, crv, x, y, d, metadata } = backup.data;
  if (kty !== "EC" || crv !== "P-256") return err("other-key");
  if (metadata !== undefined && !backupMarks.has(metadata)) return err("other-key");
  if (!d) return err("public-only");
  return importPrivate({ x, y, d });
}

async function importPrivate(numbers: {
  x: string;
  y: string;
  d: string;
}): Promise<Result<SigningKey, BackupFlaw>> {
  const x = decodeBase64Url(numbers.x);
  const y = decodeBase64Url(numbers.y);
  if (x?.length !== 32 || y?.length !== 32) return err("broken");
  const publicKey = publicKeyOfPoint(Uint8Array.of(0x04, ...x, ...y));
  if (!publicKey) return err("broken");
  try {
    const jwk = { kty: "EC", crv: "P-256", ext: true, ...numbers };
    const privateKey = await crypto.subtle.importKey("jwk", jwk, algorithm, true, ["sign"]);
    const key = signingKeyOf(publicKey, privateKey);
    return (await isPair(key, publicKey)) ? ok(key) : err("broken");
  } catch {
    return err("broken");
  }
}

/** Not every WebCrypto notices a private half that belongs to another public one. */
async function isPair(key: SigningKey, { point }: PublicKey): Promise<boolean> {
  const probe = new TextEncoder().encode("Does this key fit?");
  const hashed = { ...algorithm, hash: "SHA-256" };
  const verifyKey = await crypto.subtle.importKey("raw", point, algorithm, false, ["verify"]);
  const signature = await crypto.subtle.sign(hashed, key.privateKey, probe);
  return crypto.subtle.verify(hashed, verifyKey, signature, probe);
}

/** The same key, never to be read out again. Keep a backup first: there is no way back. */
export async function lockKey(key: SigningKey): Promise<SigningKey> {
  if (!key.privateKey.extractable) return key;
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", key.privateKey);
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]);
  return { ...key, privateKey };
}
