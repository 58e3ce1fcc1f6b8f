import type { ItemKey } from "../../model/research/item.ts";
import type { SeenPost } from "../../model/seen-post.ts";

const bytesOfText = new TextEncoder();

/** As much of a post's beginning as tells it from its author's others, and as stays when it is unfolded. UTF-16 units. */
const beginning = 80;

/** 32 hex digits of an HMAC. */
export async function keyedHex(key: CryptoKey, text: string): Promise<string> {
  const whole = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytesOfText.encode(text)));
  return Array.from(whole.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * What a post is known by in a collection: its platform and address; where it has none, its author and first words.
 * Without the collection's key nobody can tell whose post it is, or whether one they know is among them.
 */
export async function itemKey(hashKey: CryptoKey, site: string, post: SeenPost): Promise<ItemKey> {
  const { author, text, url } = post;
  const who = author?.handle ?? author?.name ?? "";
  const about = url ? `url\n${url}` : `words\n${who}\n${text.slice(0, beginning)}`;
  return keyedHex(hashKey, `item\n${site}\n${about}`);
}

/**
 * Whether a post belongs to the sample of a session: decided by its key and the session's seed, so that the same post
 * always gets the same answer, and anyone with both can check it.
 */
export async function sampler(seed: string, rate: number): Promise<(key: ItemKey) => Promise<boolean>> {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytesOfText.encode(seed), hmac, false, ["sign"]);
  return async (item) => {
    if (rate <= 0) return false;
    const drawn = Number.parseInt((await keyedHex(key, item)).slice(0, 8), 16);
    return drawn / 2 ** 32 < rate;
  };
}
