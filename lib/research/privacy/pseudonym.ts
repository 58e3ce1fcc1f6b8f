import { isPseudonym, type Person } from "./person.ts";

/** Crockford's alphabet in lower case: no i, l, o or u, so that no pseudonym spells a word. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
/** 60 bits: in a collection of a million people, two share a pseudonym once in two million collections. */
const length = 12;

/** Beyond it what is remembered begins anew: a walk over a million items must not hold them all. */
const mostRemembered = 50_000;
const ofKeys = new WeakMap<CryptoKey, Pseudonyms>();

/** The same for everyone who holds the same key object. */
export function pseudonymsOf(key: CryptoKey): Pseudonyms {
  const known = ofKeys.get(key) ?? new Pseudonyms(key);
  ofKeys.set(key, known);
  return known;
}

/** Keyed hashes under one collection's key, each worked out once. */
export class Pseudonyms {
  readonly #key: CryptoKey;
  readonly #known = new Map<string, Promise<string>>();

  constructor(key: CryptoKey) {
    this.#key = key;
  }

  /** `p-` and 12 letters: the same for one person wherever they are met in the collection. */
  async of({ site, handle }: Person): Promise<string> {
    return isPseudonym(handle) ? handle : `p-${await this.#hash(`person\n${site}\n${handle}`)}`;
  }

  /** `x-` and 12 letters, in the place of whatever would lead to a post. */
  async ofPart(host: string, part: string): Promise<string> {
    return `x-${await this.#hash(`part\n${host}\n${part}`)}`;
  }

  #hash(text: string): Promise<string> {
    if (this.#known.size > mostRemembered) this.#known.clear();
    const known = this.#known.get(text) ?? keyedHash(this.#key, text);
    this.#known.set(text, known);
    return known;
  }
}

async function keyedHash(key: CryptoKey, text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text)));
  // A byte has more than five bits and 256 is a multiple of 32: the lower five are evenly spread.
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte & 31]).join("");
}
