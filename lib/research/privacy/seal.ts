import { CompactEncrypt } from "jose/jwe/compact/encrypt";
import { importJWK } from "jose/key/import";
import type { PostAuthor } from "../../model/post.ts";
import type { CollectionPrivacy } from "../../model/research/collection.ts";
import type { FoundPost } from "./found-post.ts";

/** What was left out of an item, for whoever holds the researcher's key. */
interface Originals {
  readonly url?: string | undefined;
  readonly author?: PostAuthor | undefined;
  readonly replyTo?: string | undefined;
  readonly thread?: string | undefined;
}

/** Importing a key costs more than using it. */
const imported = new Map<string, Promise<CryptoKey | Uint8Array>>();

/**
 * The originals as compact JWE (ECDH-ES+A256KW, A256GCM): a new key each time, so nobody without the researcher's
 * key file reads it, this browser included.
 *
 * @returns `undefined` where nothing was replaced, or the collection has no key to seal to.
 */
export async function sealOriginals(
  { post, thread }: Pick<FoundPost, "post" | "thread">,
  { pseudonymise, sealTo }: CollectionPrivacy,
): Promise<string | undefined> {
  if (!pseudonymise || !sealTo) return undefined;
  const originals: Originals = { url: post.url, author: post.author, replyTo: post.replyTo, thread };
  if (Object.values(originals).every((value) => value === undefined)) return undefined;
  const name = JSON.stringify([sealTo.x, sealTo.y]);
  const key = imported.get(name) ?? importJWK({ kty: "EC", ...sealTo }, "ECDH-ES+A256KW");
  imported.set(name, key);
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(originals)))
    .setProtectedHeader({ alg: "ECDH-ES+A256KW", enc: "A256GCM" })
    .encrypt(await key);
}
