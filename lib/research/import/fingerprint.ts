import type { NewItem } from "../../model/research/item.ts";

/** Pseudonyms of people and of posts: each collection has its own. */
const pseudonym = /\b(?:p-erased|[px]-[0-9a-hjkmnp-tv-z]{12})\b/g;

type Told = Pick<NewItem, "author" | "publishedAt" | "site" | "text" | "url">;

/**
 * By what an item of another collection is known again, whose key says nothing here: its address, where that names
 * nobody; else its place, time and words, whoever's pseudonyms stand in them.
 */
export function fingerprintOf({ author, publishedAt, site, text, url }: Told): string {
  const place = url?.replaceAll(pseudonym, "~");
  if (url !== undefined && place === url) return `${site}\n${url}`;
  const words = text.replaceAll(pseudonym, "~");
  return [site, place ?? author?.replaceAll(pseudonym, "~") ?? "", publishedAt ?? "", words].join("\n");
}

/** 53 bits of a text, quickly: two of a million items share them once in eighteen thousand collections. */
function shortHash(text: string): number {
  let high = 0xde_ad_be_ef;
  let low = 0x41_c6_ce_57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}

/** Items of a collection by their fingerprints, as numbers alone. Whoever finds one compares it with the item itself. */
export class Fingerprints {
  readonly #seqs = new Map<number, number>();

  add(item: Told, seq: number): void {
    const hash = shortHash(fingerprintOf(item));
    if (!this.#seqs.has(hash)) this.#seqs.set(hash, seq);
  }

  seqOf(item: Told): number | undefined {
    return this.#seqs.get(shortHash(fingerprintOf(item)));
  }
}
