/** What we write at most, in UTF-8 bytes unless said otherwise: the strictest known server's limits. */
export const limits = {
  opinion: 1000,
  nickname: 20,
  /** The standard's recommendation, in characters. */
  subject: 100,
  images: 5,
  imageLabel: 50,
  /** Characters of a whole token; it travels in the path of a URL. */
  token: 8192,
} as const;

/**
 * What we accept at most. Other clients count an opinion's 1000 in characters of up to four bytes, real
 * nicknames have 25 bytes and real subjects 139 characters.
 */
export const readLimits = {
  opinion: 4000,
  nickname: 100,
  subject: 2048,
  images: 10,
  imageSrc: 2048,
  imageLabel: 200,
  /** Characters. An opinion of 4000 bytes written with JSON escapes fits. */
  token: 16_384,
} as const;

/** Earliest `iat` that servers take: 2020-01-01 in seconds. */
export const earliestIssuedAt = 1_577_836_800;
/** Largest `iat` that is a time in seconds at all: the end of the year 9999. Milliseconds lie beyond. */
export const latestIssuedAt = 253_402_300_799;

const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Length in UTF-8 bytes, as servers count. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Whether `text` takes more than `bytes` UTF-8 bytes. Counts only where its length leaves that open. */
export function isLonger(text: string, bytes: number): boolean {
  // No UTF-16 unit takes more than three bytes.
  return text.length * 3 > bytes && byteLength(text) > bytes;
}

/** The longest beginning of `text` that fits into `bytes` UTF-8 bytes without cutting a written character. */
export function clip(text: string, bytes: number): string {
  if (!isLonger(text, bytes)) return text;
  let used = 0;
  // No more than `bytes` units can fit, so that a huge text is not segmented in full.
  for (const { segment, index } of graphemes.segment(text.slice(0, bytes + 1))) {
    used += byteLength(segment);
    if (used > bytes) return text.slice(0, index);
  }
  return text.slice(0, bytes);
}
