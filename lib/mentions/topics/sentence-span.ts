import type { TextSpan } from "../../model/topic.ts";

/** A quote is at most about this long, in UTF-16 units; a longer sentence is cut at words around what counts. */
export const longestQuote = 280;
/** How much of that stands before the words that count. */
const before = 110;

/** The part of a sentence that is quoted for a mark in it. */
export function quotedSpan(text: string, sentence: TextSpan, mark: TextSpan): TextSpan {
  if (sentence.end - sentence.start <= longestQuote) return sentence;
  const start = wordStart(text, Math.max(sentence.start, mark.start - before), sentence.start, mark.start);
  const end = wordEnd(text, Math.min(sentence.end, start + longestQuote), sentence.end, mark.end);
  return { start, end };
}

/** The first beginning of a word from `at` on, not behind `most`. */
function wordStart(text: string, at: number, first: number, most: number): number {
  if (at === first) return at;
  let start = at;
  while (start < most && !isSpace(text, start - 1)) start++;
  return start;
}

/** The last end of a word up to `at`, not before `least`. */
function wordEnd(text: string, at: number, last: number, least: number): number {
  if (at <= least) return least;
  if (at === last) return at;
  let end = at;
  while (end > least && !isSpace(text, end)) end--;
  return end;
}

function isSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 0x20;
}
