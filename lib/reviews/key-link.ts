import { cleanPersonName } from "../model/person-name.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { AuthorId } from "../model/review.ts";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";
import { parsePublicKey, type PublicKey, publicKeyOfSpki } from "./public-key.ts";
import { authorIdOf } from "./signature.ts";

/** Whose reviews a link, a QR code or a page names. */
export interface NamedKey {
  readonly author: AuthorId;
  readonly kid: string;
  /** What the link calls them. Nobody checked it. */
  readonly name?: string;
}

/** No server is named: the key itself is the address, so the link works with any copy of the reviews and for good. */
const scheme = "backtalk-key:";
const longestLink = 2000;

/** A key as a text to pass on: `backtalk-key:<base64url of its SPKI>#<name>`. `undefined` where `kid` is no key. */
export function keyLink(kid: string, name?: string): string | undefined {
  const key = parsePublicKey(kid);
  if (!key) return undefined;
  const called = cleanPersonName(name);
  return `${scheme}${encodeBase64Url(key.spki)}${called === undefined ? "" : `#${encodeURIComponent(called)}`}`;
}

/** Whether a key is the one that an author is known by: a file of somebody else's may name another beside them. */
export function isKeyOf(kid: string, author: AuthorId): boolean {
  const key = parsePublicKey(kid);
  return key !== undefined && authorIdOf(key.spki) === author;
}

export type KeyLinkFlaw =
  /** Nothing like a key. */
  | "not-a-key"
  /** The form of a key, with a point that is on no curve: damaged, or made up. */
  | "broken";

/**
 * Reads a key that somebody passed on: our own link, the line by which tokens name their author, or the address of a
 * page that lists a key's reviews (`…?kid=`), as other open review clients have them. Never throws, asks nobody.
 */
export async function readKeyLink(text: string): Promise<Result<NamedKey, KeyLinkFlaw>> {
  const found = keyIn(text.replace(/^\uFEFF/, "").trim());
  if (!found) return err("not-a-key");
  const { key, name } = found;
  if (!(await isOnCurve(key))) return err("broken");
  return ok({ author: authorIdOf(key.spki), kid: key.kid, ...(name !== undefined && { name }) });
}

function keyIn(text: string): { readonly key: PublicKey; readonly name?: string } | undefined {
  if (text.length > longestLink) return undefined;
  const line = parsePublicKey(text);
  if (line) return { key: line };
  if (text.toLowerCase().startsWith(scheme)) {
    const [spki = "", called] = text.slice(scheme.length).split("#", 2);
    const bytes = decodeBase64Url(spki);
    const key = bytes && publicKeyOfSpki(bytes);
    const name = cleanPersonName(decoded(called ?? ""));
    return key && { key, ...(name !== undefined && { name }) };
  }
  const kid = URL.parse(text)?.searchParams.get("kid");
  // A `+` that was not written as `%2B` arrives as a space; outside the two marks PEM has none.
  const key = kid ? (parsePublicKey(kid) ?? parsePublicKey(withPluses(kid))) : undefined;
  return key && { key };
}

function withPluses(pem: string): string {
  return pem.replace(
    /(-----)([A-Za-z0-9+/= ]+)(-----END)/,
    (_, start: string, body: string, end: string) => `${start}${body.replaceAll(" ", "+")}${end}`,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Written by hand, with a bare `%`: it is what it says.
    return text;
  }
}

async function isOnCurve({ point }: PublicKey): Promise<boolean> {
  try {
    await crypto.subtle.importKey("raw", point, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
    return true;
  } catch {
    // WebCrypto refuses a point that is on no curve; that is what was asked.
    return false;
  }
}
