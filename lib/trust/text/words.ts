/** Longer runs of letters are cut: scripts without spaces have no other words. */
const longestWord = 20;
const pieceLength = 3;

/** A text's words without case, accents and punctuation. */
export function wordsOf(text: string): string[] {
  const folded = text.slice(0, longestText).normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).flatMap((word) => {
    if (word.length <= longestWord) return word === "" ? [] : [word];
    const pieces = [];
    for (let at = 0; at < word.length; at += pieceLength) pieces.push(word.slice(at, at + pieceLength));
    return pieces;
  });
}

/** UTF-16 units. The protocol allows 1 000 bytes; a page's own reviews may be longer. */
const longestText = 4000;

/** FNV-1a over UTF-16 units, then mixed so that every bit depends on every other. */
export function hashWord(word: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01_00_01_93);
  return mix(hash);
}

/** @see https://github.com/aappleby/smhasher/wiki/MurmurHash3 for the finaliser */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
