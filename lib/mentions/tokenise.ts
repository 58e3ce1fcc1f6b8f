// oxlint-disable max-lines -- one state machine over code units; its halves would share every field
import { classOf, expansionOf, foldAstral, lowerCase, unitInfo, UnitClass, upperCase } from "./fold-units.ts";
import { hashBase, hashPower, hashWord } from "./hash.ts";
import { linkEnd, hostEnd } from "./written-links.ts";
import { Gap, Sigil, sigilBits, TokenBit } from "./tokens.ts";
import type { TokenList } from "./tokens.ts";

/** More folded units than any name has: such a word is none. */
const longestWord = 64;
/** "St.", "Dr.", "J.": a dot after so few letters ends no sentence. */
const longestShortening = 2;

const space = 0x20;
const amp = 0x26;
const apostrophe = 0x27;
const plus = 0x2b;
const dot = 0x2e;
const at = 0x40;

const unspacedBits = TokenBit.unspaced | TokenBit.lower;

const andHash = hashOf("and");
const plusHash = hashOf("plus");

function hashOf(word: string): { hash: number; power: number } {
  return { hash: hashWord(word), power: hashPower(word.length) };
}

/** Reads words one after the other. One pass, no string is made. */
class Tokeniser {
  readonly #text: string;
  readonly #end: number;
  readonly #tokens: TokenList;
  #at = 0;
  #gap: number = Gap.sentence;
  #sigil: number = Sigil.none;
  #quoted = 0;
  /** Where the last word ended. */
  #wordEnd = -1;

  constructor(text: string, end: number, tokens: TokenList) {
    this.#text = text;
    this.#end = end;
    this.#tokens = tokens;
  }

  run(): void {
    while (this.#at < this.#end) {
      const unit = this.#text.charCodeAt(this.#at);
      const info = unitInfo(unit);
      const kind = classOf(info);
      if (kind === UnitClass.separator || kind === UnitClass.mark) this.#separate(unit);
      else if (kind === UnitClass.unspaced) this.#unspaced(info & 0xffff);
      else if (!this.#startsLink(unit)) this.#word(info);
    }
  }

  #separate(unit: number): void {
    if (this.#wordEnd !== this.#at) this.#sigil = Sigil.none;
    if (unit === space) this.#space();
    else if (unit === amp) this.#ampersand();
    else if (unit === plus && this.#wordEnd === this.#at) this.#sign(plusHash, 1);
    else if (unit === 0x23 || unit === 0x24 || unit === at) this.#readSigil(unit);
    else this.#punctuation(unit);
  }

  #space(): void {
    if (this.#stopped && this.#gap < Gap.sentence) this.#gap = Gap.sentence;
    else if (this.#gap < Gap.space) this.#gap = Gap.space;
    this.#at++;
  }

  /** Whether a full stop stands before: not one that shortens ("St. Ives", "J. Crew"). */
  get #stopped(): boolean {
    const before = this.#at > 0 ? this.#text.charCodeAt(this.#at - 1) : 0;
    if (before !== dot && before !== 0x21 && before !== 0x3f) return false;
    return before !== dot || this.#at - 1 - this.#lastStart > longestShortening;
  }

  get #lastStart(): number {
    return this.#tokens.count > 0 ? (this.#tokens.start[this.#tokens.count - 1] ?? 0) : -longestWord;
  }

  #punctuation(unit: number): void {
    const next = gapOf(unit, this.#gap);
    if (next > this.#gap) this.#gap = next;
    if (unit === apostrophe || unit === 0x2019) this.#quoted = TokenBit.apostrophe;
    this.#at++;
  }

  /** "&", also as HTML writes it, is the word "and". */
  #ampersand(): void {
    const length = this.#text.startsWith("&amp;", this.#at) ? 5 : 1;
    if (length === 1 && /^&(?:lt|gt|quot|#\d{1,5});/u.test(this.#text.slice(this.#at, this.#at + 8))) {
      this.#gap = Math.max(this.#gap, Gap.pause);
      this.#at = this.#text.indexOf(";", this.#at) + 1;
      return;
    }
    this.#sign(andHash, length);
  }

  #sign({ hash, power }: { hash: number; power: number }, length: number): void {
    const gap = this.#gap === Gap.none ? Gap.joiner : this.#gap;
    this.#tokens.add(this.#at, this.#at + length, hash, power, gap | TokenBit.sign | TokenBit.lower);
    this.#at += length;
    this.#wordEnd = this.#at;
    this.#gap = Gap.joiner;
    this.#quoted = 0;
  }

  #readSigil(unit: number): void {
    // Inside a word it is an e-mail address.
    if (unit === at && this.#wordEnd === this.#at && this.#wordEnd > 0) {
      this.#blockAddress();
      return;
    }
    this.#sigil = unit === at ? Sigil.handle : unit === 0x23 ? Sigil.hashtag : Sigil.cashtag;
    this.#at++;
    // Tokenised corpora write "@ name".
    if (this.#text.charCodeAt(this.#at) === space) this.#at++;
    if (this.#gap < Gap.space) this.#gap = Gap.space;
    const next = this.#at < this.#end ? classOf(unitInfo(this.#text.charCodeAt(this.#at))) : 0;
    if (next === UnitClass.separator || next === UnitClass.mark) this.#sigil = Sigil.none;
    if (this.#sigil !== Sigil.none) this.#tag();
  }

  #blockAddress(): void {
    const last = this.#tokens.count - 1;
    this.#tokens.info[last] = this.#tokens.infoAt(last) | TokenBit.blocked;
    const start = this.#at;
    this.#at = linkEnd(this.#text, start, this.#end);
    this.#block(start);
  }

  #block(start: number): void {
    this.#tokens.add(start, this.#at, 0, 1, this.#gap | TokenBit.blocked);
    this.#wordEnd = -1;
    this.#gap = Gap.space;
    this.#quoted = 0;
  }

  /** Whether a link begins here; then it is read. */
  #startsLink(unit: number): boolean {
    // "http" and "www", before anything is cut out of the text.
    const small = unit | 0x20;
    if (small !== 0x68 && small !== 0x77) return false;
    if ((this.#text.charCodeAt(this.#at + 1) | 0x20) !== (small === 0x68 ? 0x74 : 0x77)) return false;
    if (!/^(?:https?:|www\.)/iu.test(this.#text.slice(this.#at, this.#at + 6))) return false;
    this.#link(linkEnd(this.#text, this.#at, this.#end));
    return true;
  }

  #link(end: number): void {
    const start = this.#at;
    this.#at = end;
    this.#tokens.links.push({ start, end });
    this.#block(start);
  }

  #unspaced(folded: number): void {
    const gap = this.#wordEnd === this.#at ? Gap.none : this.#gap;
    this.#tokens.add(this.#at, this.#at + 1, folded, hashBase, gap | sigilBits(this.#sigil) | unspacedBits);
    this.#at++;
    this.#wordEnd = this.#at;
    this.#gap = Gap.none;
    this.#quoted = 0;
  }

  #word(first: number): void {
    const start = this.#at;
    const word = readWord(this.#text, start, this.#end, false);
    if (word.end === start) {
      this.#separateAstral();
      return;
    }
    const isDotted = this.#text.charCodeAt(word.end) === dot && isWordAt(this.#text, word.end + 1, this.#end);
    const host = isDotted ? hostEnd(this.#text, start, this.#end) : -1;
    if (host > 0) this.#link(host);
    else this.#addWord(start, word, first);
  }

  #separateAstral(): void {
    this.#gap = Math.max(this.#gap, Gap.pause);
    this.#at += (this.#text.codePointAt(this.#at) ?? 0) > 0xffff ? 2 : 1;
  }

  #addWord(start: number, word: ReadWord, first: number, extra = 0): void {
    const long = word.length > longestWord ? TokenBit.blocked : 0;
    const info = this.#gap | this.#quoted | long | extra | caseBits(first, word.cases);
    this.#tokens.add(start, word.end, word.hash, word.power, info);
    this.#at = word.end;
    this.#wordEnd = word.end;
    this.#gap = Gap.none;
    this.#quoted = 0;
  }

  /** The parts of "@some_handle" or "#SomeTag", split where letters turn upper case. */
  #tag(): void {
    let extra = sigilBits(this.#sigil) | TokenBit.tagStart;
    const first = this.#tokens.count;
    if (this.#sigil === Sigil.handle) this.#tokens.handles++;
    while (this.#at < this.#end) {
      const unit = this.#text.charCodeAt(this.#at);
      const info = unitInfo(unit);
      const word = readWord(this.#text, this.#at, this.#end, true);
      if (word.end === this.#at) break;
      this.#addWord(this.#at, word, info, extra);
      extra = sigilBits(this.#sigil);
      const joins = this.#text.charCodeAt(this.#at);
      const hasMore = isWordAt(this.#text, this.#at + 1, this.#end);
      if ((joins === 0x5f || (joins === dot && this.#sigil === Sigil.handle)) && hasMore) this.#at++;
    }
    // A tag of unspaced script is read by its characters.
    if (this.#tokens.count > first) this.#sigil = Sigil.none;
  }
}

function isWordAt(text: string, index: number, end: number): boolean {
  if (index >= end) return false;
  const kind = classOf(unitInfo(text.charCodeAt(index)));
  return kind === UnitClass.word || kind === UnitClass.digit || kind === UnitClass.several;
}

interface ReadWord {
  end: number;
  hash: number;
  power: number;
  /** Folded units. */
  length: number;
  /** All case bits together: of the first unit in the lower half, of the rest in the upper. */
  cases: number;
}

/** One object for all words: the scan makes none. */
const read: ReadWord = { end: 0, hash: 0, power: 1, length: 0, cases: 0 };

function readWord(text: string, start: number, end: number, splitsCase: boolean): ReadWord {
  let hash = 0;
  let power = 1;
  let length = 0;
  let cases = 0;
  let i = start;
  for (; i < end; i++) {
    const unit = text.charCodeAt(i);
    const info = unitInfo(unit);
    const kind = classOf(info);
    if (kind !== UnitClass.word && kind !== UnitClass.digit) {
      if (kind === UnitClass.mark && i > start) continue;
      const folded = kind >= UnitClass.several ? foldedAt(text, i, unit) : "";
      if (folded === "") break;
      for (let k = 0; k < folded.length; k++) {
        hash = (Math.imul(hash, hashBase) + folded.charCodeAt(k)) | 0;
        power = Math.imul(power, hashBase);
      }
      length += folded.length;
      if (kind === UnitClass.surrogate) i++;
      continue;
    }
    if (splitsCase && i > start && isBoundary(text, i, info)) break;
    hash = (Math.imul(hash, hashBase) + (info & 0xffff)) | 0;
    power = Math.imul(power, hashBase);
    length++;
    if (i > start) cases |= info;
  }
  read.end = i;
  read.hash = hash;
  read.power = power;
  read.length = length;
  read.cases = cases;
  return read;
}

/** Whether a part of a tag begins here: `someTag`, `BBCNews`, `News24`. */
function isBoundary(text: string, i: number, info: number): boolean {
  const before = unitInfo(text.charCodeAt(i - 1));
  if (info & upperCase) {
    return (before & upperCase) === 0 || (unitInfo(text.charCodeAt(i + 1) || space) & lowerCase) !== 0;
  }
  return (classOf(info) === UnitClass.digit) !== (classOf(before) === UnitClass.digit);
}

function foldedAt(text: string, i: number, unit: number): string {
  if (classOf(unitInfo(unit)) === UnitClass.several) return expansionOf(unit);
  const codePoint = text.codePointAt(i) ?? 0;
  return codePoint > 0xffff ? foldAstral(codePoint) : "";
}

function caseBits(first: number, rest: number): number {
  let bits = 0;
  if (first & upperCase) bits |= TokenBit.upperFirst;
  if (rest & upperCase) bits |= TokenBit.upperInside;
  if ((first | rest) & lowerCase) bits |= TokenBit.lower;
  if (classOf(first) === UnitClass.digit && ((first | rest) & (lowerCase | upperCase)) === 0)
    bits |= TokenBit.digits;
  return bits;
}

const joiners = new Set(Array.from("-'’.·/‐‑–_!*", (sign) => sign.charCodeAt(0)));

/** What a sign makes of the gap it stands in. */
function gapOf(unit: number, gap: number): number {
  if (unit === 0x0a || unit === 0x0d || unit === 0x2028) return Gap.sentence;
  if (unit === 0x09 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a))
    return Gap.space;
  if (unit === dot || unit === 0x21 || unit === 0x3f) return gap === Gap.none ? Gap.joiner : Gap.sentence;
  return joiners.has(unit) && gap <= Gap.joiner ? Gap.joiner : Gap.pause;
}

/** Fills `tokens` with the words of the first `limit` units of a text. */
export function tokenise(text: string, limit: number, tokens: TokenList): void {
  tokens.clear();
  new Tokeniser(text, Math.min(text.length, limit), tokens).run();
}
