import type { TextSpan } from "../../model/topic.ts";
import { tokenise } from "../tokenise.ts";
import { Gap, gapMask, Sigil, sigilOf, TokenBit, TokenList } from "../tokens.ts";
import { languageOf, type TextLanguage } from "./text-language.ts";
import { breaksBetween } from "./sentence-break.ts";
import type { Vocabulary, Word } from "./vocabulary.ts";

/** Of a longer text the beginning is read: what nobody reads to the end makes no topic. */
export const longestText = 20_000;

/** Links, addresses, numbers, names of accounts and scripts without spaces between words are no words here. */
const noWord = TokenBit.blocked | TokenBit.digits | TokenBit.unspaced | TokenBit.sign;

/** One text as words in sentences. Reused from text to text. */
export class TextReader {
  readonly tokens = new TokenList();
  /** `undefined`: nothing that a term or phrase may run across. */
  words: (Word | undefined)[] = [];
  language: TextLanguage = { bits: 0, isKnown: false };
  readonly #vocabulary: Vocabulary;
  /** Which sentence each word is in, and where sentences begin and end. */
  #sentenceOf: number[] = [];
  #starts: number[] = [];
  #ends: number[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  read(text: string, declared?: string): void {
    const { tokens } = this;
    tokenise(text, longestText, tokens);
    this.words = [];
    for (let at = 0; at < tokens.count; at++) this.words.push(this.#word(text, at));
    this.language = languageOf(this.words, declared);
    this.#findSentences(text);
  }

  #word(text: string, at: number): Word | undefined {
    const { start, end, hash, info } = this.tokens;
    const bits = info[at] ?? 0;
    if (bits & noWord || sigilOf(bits) === Sigil.handle) return undefined;
    return this.#vocabulary.wordAt(text, start[at] ?? 0, end[at] ?? 0, hash[at] ?? 0);
  }

  /** Whether nothing but a space or a hyphen stands before a word. */
  joinsBefore(at: number): boolean {
    const isNear = (this.tokens.infoAt(at) & gapMask) <= Gap.space;
    return isNear && this.#sentenceOf[at] === this.#sentenceOf[at - 1];
  }

  /** From the beginning of one word to the end of another. */
  span(first: number, last: number): TextSpan {
    return { start: this.tokens.start[first] ?? 0, end: this.tokens.end[last] ?? 0 };
  }

  /** The sentence that a word stands in. */
  sentenceAround(at: number): TextSpan {
    const sentence = this.#sentenceOf[at] ?? 0;
    return { start: this.#starts[sentence] ?? 0, end: this.#ends[sentence] ?? 0 };
  }

  #findSentences(text: string): void {
    const { tokens } = this;
    this.#sentenceOf = [];
    this.#starts = [];
    this.#ends = [];
    for (let at = 0; at < tokens.count; at++) {
      const start = tokens.start[at] ?? 0;
      const before = at > 0 ? (tokens.end[at - 1] ?? 0) : 0;
      if (at === 0 || breaksBetween(text, tokens.start[at - 1] ?? 0, before, start)) {
        const opens = withOpening(text, start, before);
        if (this.#starts.length > 0) this.#ends.push(trimmedEnd(text, before, opens));
        this.#starts.push(opens);
      }
      this.#sentenceOf.push(this.#starts.length - 1);
    }
    const last = tokens.count > 0 ? (tokens.end[tokens.count - 1] ?? 0) : 0;
    this.#ends.push(trimmedEnd(text, last, Math.min(text.length, last + mostClosing)));
  }
}

const opening = new Set("\"'“”„‚‘«»‹›([{¿¡@#$€£");
/** Signs that belong to a sentence before its first word, at most. */
const mostOpening = 3;
/** And behind its last. */
const mostClosing = 12;

function withOpening(text: string, start: number, from: number): number {
  let at = start;
  while (at > from && start - at < mostOpening && opening.has(text[at - 1] ?? "")) at--;
  return at;
}

/** Stops, closing quotes and emoji behind the last word, up to a new line. */
function trimmedEnd(text: string, wordEnd: number, limit: number): number {
  const most = Math.min(limit, wordEnd + mostClosing);
  const line = text.slice(wordEnd, most).search(/[\r\n\u2028]/u);
  let end = line < 0 ? most : wordEnd + line;
  while (end > wordEnd && text.charCodeAt(end - 1) <= 0x20) end--;
  // Not through the middle of an emoji.
  return isLowSurrogate(text, end) ? end - 1 : end;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000;
}
