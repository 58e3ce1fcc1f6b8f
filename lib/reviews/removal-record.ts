import { RemovalRecord, RemovalRecordHeader } from "../schema/removal-record.ts";
import { decodeBase64UrlText, encodeBase64Url } from "./base64url.ts";
import type { SigningKey } from "./keys.ts";
import { parsePublicKey } from "./public-key.ts";
import { lowS, parseSignature } from "./signature.ts";
import { parseStrictJson } from "./strict-json.ts";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const encoder = new TextEncoder();
/** Longer than any record. */
const mostCharacters = 4000;

/** Signs what was taken out or put back, with the key of the hub. */
export async function signRecord(record: RemovalRecord, key: SigningKey): Promise<string> {
  const header = { alg: "ES256", typ: "removal+jws", kid: key.kid };
  const signedPart = [header, RemovalRecord.parse(record)]
    .map((part) => encodeBase64Url(encoder.encode(JSON.stringify(part))))
    .join(".");
  const raw = await crypto.subtle.sign(algorithm, key.privateKey, encoder.encode(signedPart));
  return `${signedPart}.${encodeBase64Url(lowS(new Uint8Array(raw)))}`;
}

/**
 * What a record says, if the hub with this key signed it; else `undefined`. Never throws.
 *
 * @param kid - SPKI PEM on one line, as a feed's head names it.
 */
export async function readRecord(jws: string, kid: string): Promise<RemovalRecord | undefined> {
  if (jws.length > mostCharacters) return undefined;
  const [header = "", body = "", signature = "", ...more] = jws.split(".");
  const signatureBytes = parseSignature(signature);
  if (more.length > 0 || !signatureBytes) return undefined;
  const named = RemovalRecordHeader.safeParse(jsonOf(header));
  const record = RemovalRecord.safeParse(jsonOf(body));
  if (!named.success || named.data.kid !== kid || !record.success) return undefined;
  const key = await verifyKeyOf(kid);
  const signedPart = encoder.encode(`${header}.${body}`);
  const isSigned = key && (await crypto.subtle.verify(algorithm, key, signatureBytes, signedPart));
  return isSigned ? record.data : undefined;
}

function jsonOf(segment: string): unknown {
  const text = decodeBase64UrlText(segment);
  const json = text.ok ? parseStrictJson(text.value) : text;
  return json.ok ? json.value : undefined;
}

let known: { readonly kid: string; readonly key: CryptoKey } | undefined;

/** A feed's records are all by one key: the last one is kept. */
async function verifyKeyOf(kid: string): Promise<CryptoKey | undefined> {
  if (known?.kid === kid) return known.key;
  const publicKey = parsePublicKey(kid);
  if (!publicKey) return undefined;
  try {
    const key = await crypto.subtle.importKey("raw", publicKey.point, algorithm, false, ["verify"]);
    known = { kid, key };
    return key;
  } catch {
    // 65 bytes that are no point of the curve.
    return undefined;
  }
}
