import { dayOf } from "../model/day.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { AuthorId } from "../model/review.ts";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";
import type { SigningKey } from "./keys.ts";
import { parsePublicKey, publicKeyOfSpki, type PublicKey } from "./public-key.ts";
import { authorIdOf, lowS, parseSignature } from "./signature.ts";

/**
 * That a key speaks for a site takes two words: the site's, by what stands in a place that only its owner can fill, and
 * the key's, by its signature over the site's name. Without the second a shop could name the keys of its critics as its
 * own, and a copy of its page would prove its keys for another site.
 */
export interface OfficialProof {
  readonly author: AuthorId;
  /** Epoch ms: the end of the last day on which it holds. */
  readonly expiresAt: number;
}

/** Why a text proves nothing. */
export type ProofFlaw =
  /** Not a key, a day and a signature. */
  | "form"
  /** Signed for another site, changed since, or by another key. */
  | "signature";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const dayMs = 86_400_000;
const proofForm = /^([\w-]{100,140})\.(\d{4}-\d{2}-\d{2})\.([\w-]{86})$/;

/** A sentence, and so never the `header.payload` of a token: a proof cannot be passed off as a review. */
function wordsOf(domain: string, lastDay: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`Backtalk: this key speaks for ${domain} until ${lastDay}.`);
}

/**
 * The text that a site publishes: key, last day and signature.
 *
 * @param domain - As `siteKeyOf` spells it: lower case, no `www.`.
 * @param expiresAt - Epoch ms; it holds until the end of that day.
 */
export async function signProof(domain: string, expiresAt: number, key: SigningKey): Promise<string> {
  const publicKey = parsePublicKey(key.kid);
  if (!publicKey) throw new Error("A key of our own cannot be read");
  const lastDay = dayOf(expiresAt);
  const raw = await crypto.subtle.sign(algorithm, key.privateKey, wordsOf(domain, lastDay));
  return `${encodeBase64Url(publicKey.spki)}.${lastDay}.${encodeBase64Url(lowS(new Uint8Array(raw)))}`;
}

/** Whose key a text proves for a site. Whether it has expired is for who reads it to judge. Never throws. */
export async function readProof(text: string, domain: string): Promise<Result<OfficialProof, ProofFlaw>> {
  const [, spki = "", lastDay = "", signed = ""] = proofForm.exec(text.trim()) ?? [];
  const bytes = decodeBase64Url(spki);
  const publicKey = bytes && publicKeyOfSpki(bytes);
  const signature = parseSignature(signed);
  const startsAt = Date.parse(lastDay);
  if (!publicKey || !signature || Number.isNaN(startsAt)) return err("form");
  if (!(await isSignedBy(publicKey, signature, wordsOf(domain, lastDay)))) return err("signature");
  return ok({ author: authorIdOf(publicKey.spki), expiresAt: startsAt + dayMs });
}

async function isSignedBy(
  { point }: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  words: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", point, algorithm, false, ["verify"]);
    return await crypto.subtle.verify(algorithm, key, signature, words);
  } catch {
    // The point does not lie on the curve.
    return false;
  }
}
