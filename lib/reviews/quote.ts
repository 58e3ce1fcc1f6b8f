import { byteLength, clip, limits } from "./limits.ts";

/** Bytes of a quote at most, marks included: the larger part of a review is left for the person's own words. */
const mostBytes = 400;
/** A quote shorter than this says nothing: where less is free, the counter says how much is too much. */
const leastBytes = 80;

const opening = "“";
const closing = "”";
const ellipsis = "…";
const marksBytes = byteLength(opening + closing);

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** Control characters that are no white space, and what would reorder the text around it. */
const invisible = /(?!\s)[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A text with something quoted in it. */
export interface Quoted {
  readonly text: string;
  /** Whether the end of what was selected was left out. */
  readonly isCut: boolean;
}

/**
 * A text with a quote of the page in it: at its beginning where nothing was written yet, else behind what was. Nothing
 * of what was written is lost; a text that gets too long by it is for its writer to shorten.
 *
 * Quotation marks rather than `> ` before each line: some clients of the network show a text without its line breaks,
 * and then only a closing mark tells a brand's words from the person's.
 */
export function withQuote(text: string, selection: string): Quoted {
  const written = text.trimEnd();
  const free = limits.opinion - byteLength(written) - (written === "" ? 0 : 2);
  const { text: quote, isCut } = quoteOf(selection, Math.min(mostBytes, Math.max(leastBytes, free)));
  // The same press twice is one quote.
  if (quote === "" || written.includes(quote)) return { text, isCut: false };
  return { text: `${written === "" ? "" : `${written}\n\n`}${quote}\n\n`, isCut };
}

/** One line in quotation marks that takes at most `bytes`. */
function quoteOf(selection: string, bytes: number): Quoted {
  const line = selection
    .toWellFormed()
    .replace(invisible, "")
    .replace(/\s+/gu, " ")
    .trim()
    // A quote in the quote would end it.
    .replaceAll(opening, "‘")
    .replaceAll(closing, "’");
  if (line === "") return { text: "", isCut: false };
  const whole = bytes - marksBytes;
  if (byteLength(line) <= whole) return { text: opening + line + closing, isCut: false };
  return { text: opening + cutAtWord(line, whole - byteLength(ellipsis)) + ellipsis + closing, isCut: true };
}

/** The longest beginning of whole words that fits; of one endless word, as many characters as fit. */
function cutAtWord(line: string, bytes: number): string {
  const clipped = clip(line, bytes);
  let end = 0;
  // One character further than what fits tells whether the last word ends there.
  for (const { index, segment } of words.segment(line.slice(0, clipped.length + 1)))
    if (index + segment.length <= clipped.length) end = index + segment.length;
  const whole = clipped.slice(0, end).replace(/[\s\p{Ps}\p{Pi}]+$/u, "");
  return whole === "" ? clipped : whole;
}
