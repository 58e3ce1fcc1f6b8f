import { kindsOf, plainWord } from "./title-lexicon.ts";

/** How the letters of a word stand. `other`: a script without capitals. */
type Shape = "lower" | "capital" | "upper" | "mixed" | "digits" | "model" | "sign" | "other";
/** What stands between a word and the one before it. */
type Gap = "space" | "comma" | "break";

export interface TitleWord {
  readonly text: string;
  /** Offsets in the title, in UTF-16 units; the end behind a full stop that belongs to the word. */
  readonly start: number;
  readonly end: number;
  readonly plain: string;
  readonly shape: Shape;
  /** What the word can be: bits of title-lexicon.ts. */
  readonly kinds: number;
  readonly gap: Gap;
  /** Whether ® or ™ follows. */
  readonly marked: boolean;
  /** Whether a bracket opens before it, or closes after it. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Longer titles are lists of search words, and a name stands early. */
const longestTitle = 400;
const mostWords = 48;

const word = /[\p{L}\p{N}\p{M}]+(?:['’.&+\-_*][\p{L}\p{N}\p{M}]+)*|[&+](?=\s)/gu;
/** Words that carry a full stop without ending anything. */
const abbreviation = /^(?:\p{L}|dr|mr|mrs|ms|st|jr|sr|co|inc|bros|ltd|no|(?:\p{L}\.)+\p{L})$/iu;
const breaks = /[|–—•·:;()[\]{}【】「」『』《》〈〉«»"“”/\\~＊★☆!?！？｜、。]|\s-+\s|\s-|-\s/u;
const opensBracket = /[([{【「『《〈«“"]\s*$/u;
const closesBracket = /^\s*[)\]}】」』》〉»”"]/u;

/** The words of a title with what stands between them, the first 48. */
export function titleWords(title: string): readonly TitleWord[] {
  const text = title.slice(0, longestTitle);
  const words: TitleWord[] = [];
  let gapStart = 0;
  word.lastIndex = 0;
  for (let match = word.exec(text); match && words.length < mostWords; match = word.exec(text)) {
    const end = wordEnd(text, match[0], match.index);
    words.push(readWord(text, { start: match.index, end, gapStart }, words.length === 0));
    gapStart = end;
  }
  return words;
}

function wordEnd(text: string, found: string, start: number): number {
  const end = start + found.length;
  return text[end] === "." && abbreviation.test(found) ? end + 1 : end;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly gapStart: number;
}

function readWord(text: string, { start, end, gapStart }: Place, isFirst: boolean): TitleWord {
  const written = text.slice(start, end);
  const plain = plainWord(written.replace(/\.$/u, ""));
  const before = text.slice(gapStart, start);
  const after = text.slice(end, end + 4);
  return {
    text: written,
    start,
    end,
    plain,
    shape: shapeOf(written),
    kinds: kindsOf(plain),
    gap: isFirst ? "break" : gapOf(before),
    marked: /^\s?[®™©]/u.test(after) || /^\s?\((?:r|tm)\)/iu.test(text.slice(end, end + 5)),
    opens: opensBracket.test(before),
    closes: closesBracket.test(after),
  };
}

function gapOf(between: string): Gap {
  if (between === " " || between === "") return "space";
  if (breaks.test(between)) return "break";
  return /[,.，]/u.test(between) ? "comma" : "space";
}

function shapeOf(written: string): Shape {
  if (/^[&+]$/u.test(written)) return "sign";
  const letters = written.replaceAll(/[^\p{L}]/gu, "");
  if (letters === "") return "digits";
  if (/\p{N}/u.test(written)) return "model";
  if (!/[\p{Lu}\p{Ll}]/u.test(letters)) return "other";
  if (!/\p{Lu}/u.test(letters)) return "lower";
  if (!/\p{Ll}/u.test(letters)) return letters.length === 1 ? "capital" : "upper";
  return /^\p{Lu}[^\p{Lu}]*$/u.test(letters) || /[-'’.&]/u.test(written) ? "capital" : "mixed";
}
