import { boosters, negates } from "./modifiers.ts";
import { theLexicon } from "./lexicon.ts";

/** A word as the score looks at it. */
export interface SentimentWord {
  /** In small letters, or an emoticon, emoji or phrase as it stands. */
  readonly text: string;
  /** In capitals throughout. */
  readonly isLoud: boolean;
  /** Written with letters repeated: "sooo". */
  readonly isStretched: boolean;
  /** Whether a sentence ends behind it. */
  readonly ends: boolean;
}

const emojiBeyond = /[\u2190-\u2bff\u{1f000}-\u{1faff}]/u;
const emojiSign = /(\p{Extended_Pictographic})[\p{Emoji_Modifier}\ufe0f]*/gu;
const aroundCore = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
const stretched = /(\p{L})\1{2,}/u;
const stretchedRuns = /(\p{L})\1{2,}/gu;
const camelHump = /(?<=\p{Ll})(?=\p{Lu})/u;
/** Same sign over and over says little more than three of it. */
const mostOfOneSign = 3;

/** The words of a text, in order; addresses and handles left out: a name is no judgement. */
export function wordsOf(text: string): SentimentWord[] {
  const words: SentimentWord[] = [];
  for (const piece of spreadSigns(text).split(/\s+/u)) {
    if (piece === "" || piece.startsWith("@") || isAddress(piece)) continue;
    readPiece(piece, words);
  }
  return joinPhrases(words);
}

function isAddress(piece: string): boolean {
  return piece.startsWith("http://") || piece.startsWith("https://") || piece.startsWith("www.");
}

/** Straight apostrophes, and each emoji a word of its own. */
function spreadSigns(text: string): string {
  const plain = text.includes("&")
    ? text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
    : text;
  const straight = plain.includes("’") ? plain.replaceAll("’", "'") : plain;
  if (!emojiBeyond.test(straight)) return straight;
  let last = "";
  let times = 0;
  return straight.replaceAll(emojiSign, (_, sign: string) => {
    times = sign === last ? times + 1 : 1;
    last = sign;
    return times > mostOfOneSign ? " " : ` ${sign} `;
  });
}

function readPiece(piece: string, words: SentimentWord[]): void {
  const { valence } = theLexicon();
  if (valence.has(piece) || valence.has(piece.toLowerCase())) {
    words.push(wordOf(piece, valence.has(piece) ? piece : piece.toLowerCase(), false));
    return;
  }
  const [, before = "", core = "", after = ""] = aroundCore.exec(piece) ?? [];
  if (core !== "") readCore(core, before.endsWith("#"), /[.!?;:,]/u.test(after), words);
  // An emoticon that leans on a word: "great:)".
  const sign = core === "" ? "" : after.replace(/^[.!?,;]+/u, "");
  if (sign.length > 1 && valence.has(sign)) words.push(wordOf(sign, sign, false));
}

function readCore(core: string, isTag: boolean, ends: boolean, words: SentimentWord[]): void {
  const lower = core.toLowerCase();
  if (isKnown(lower)) {
    words.push(wordOf(core, lower, ends));
    return;
  }
  const parts = isTag && camelHump.test(core) ? core.split(camelHump) : core.split(/[-/–—]|\.{2,}/u);
  if (parts.length > 1) {
    for (const [place, part] of parts.entries()) {
      if (part !== "") words.push(wordOf(part, part.toLowerCase(), ends && place === parts.length - 1));
    }
    return;
  }
  const short = stretched.test(lower) ? unstretched(lower) : undefined;
  const kin = kinOf(lower);
  if (short !== undefined) words.push({ ...wordOf(core, short, ends), isStretched: true });
  else if (kin !== undefined) words.push(wordOf(core, kin, ends));
  else if (core.length > 1) words.push(wordOf(core, lower, ends));
}

function isKnown(word: string): boolean {
  return theLexicon().valence.has(word) || boosters.has(word) || negates(word);
}

/** "looove", "goood": the spelling with one letter of a run or two, whichever is a word that is known. */
function unstretched(word: string): string | undefined {
  return [word.replaceAll(stretchedRuns, "$1$1"), word.replaceAll(stretchedRuns, "$1")].find(isKnown);
}

/** The known word that this one is made from: "refreshingly", "chillin". */
function kinOf(word: string): string | undefined {
  if (word.length < 6) return undefined;
  if (word.endsWith("in")) return knownOf([`${word}g`]);
  if (!word.endsWith("ly")) return undefined;
  const stem = word.slice(0, -2);
  return knownOf([stem, `${stem}le`, stem.replace(/i$/u, "y"), stem.replace(/al$/u, "")]);
}

function knownOf(words: readonly string[]): string | undefined {
  return words.find((word) => theLexicon().valence.has(word));
}

function wordOf(written: string, text: string, ends: boolean): SentimentWord {
  return { text, isLoud: isLoud(written), isStretched: false, ends };
}

function isLoud(written: string): boolean {
  return written !== written.toLowerCase() && written === written.toUpperCase();
}

/** Words that are a phrase become one. */
function joinPhrases(words: readonly SentimentWord[]): SentimentWord[] {
  const { phrases } = theLexicon();
  const joined: SentimentWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const phrase = phrases
      .get(word.text)
      ?.find((parts) => parts.every((part, ahead) => words[at + ahead]?.text === part));
    if (phrase === undefined) {
      joined.push(word);
      continue;
    }
    at += phrase.length - 1;
    joined.push({ ...word, text: phrase.join(" "), ends: words[at]?.ends ?? false });
  }
  return joined;
}
