import * as kind from "./title-lexicon.ts";
import type { TitleStyle } from "./title-joints.ts";
import type { TitleWord } from "./title-words.ts";

/** How a place came to be one where a maker's name may begin. */
export type StartReason = "first" | "by" | "bracket" | "last" | "after-product" | "script" | "mark";

/** A place in a title where a maker's name may begin. */
export interface Start {
  readonly words: readonly TitleWord[];
  readonly at: number;
  readonly reason: StartReason;
  readonly isKnown: (start: number, end: number) => boolean;
  readonly title: TitleStyle;
}

const is = (word: TitleWord | undefined, kinds: number): boolean => ((word?.kinds ?? 0) & kinds) !== 0;
const described = kind.noun | kind.attribute | kind.audienceWord | kind.unit | kind.opener | kind.smallWord;
const first = ({ words, at }: Start): TitleWord | undefined => words[at];
const second = ({ words, at }: Start): TitleWord | undefined => words[at + 1];
const isStrange = (word: TitleWord | undefined): boolean =>
  word !== undefined && word.kinds === 0 && word.shape !== "digits" && word.shape !== "model";

/** "by" in the languages that titles use it in. */
const makerWords = new Set(
  "by from von par de di por van av od от marca marke marque merk brand бренд ブランド".split(" "),
);
/** Words before the name of somebody else's product that this one goes with, is like, or shows. */
const otherWords = new Set(
  (
    "for like fits fit with and featuring compatible inspired style type replaces vs als wie fur passend zu mit und " +
    "comme pour compatible avec et como para compatible con y e come per tipo estilo stile jak dla do z voor met als " +
    "для как под к с и 対応 for用 için gibi"
  ).split(" "),
);
const most = 8;

/** The places worth looking at, the likeliest kind first; at most eight. */
export function startsOf(
  words: readonly TitleWord[],
): readonly (readonly [at: number, reason: StartReason])[] {
  const found = new Map<number, StartReason>();
  const add = (at: number, reason: StartReason): void => {
    if (at >= words.length || found.size >= most || found.has(at)) return;
    const before = reason === "bracket" ? undefined : words[at - 1];
    if (!before || words[at]?.gap === "break" || !otherWords.has(before.plain)) found.set(at, reason);
  };
  add(0, "first");
  add(behindOpeners(words), "first");
  words.forEach((word, index) => {
    if (word.marked) add(runStart(words, index), "mark");
    if (index > 0 && makerWords.has(words[index - 1]?.plain ?? "") && word.shape !== "lower")
      add(index, "by");
  });
  const script = scriptChange(words);
  if (script !== undefined) add(script, "script");
  const plainEnd = words.findIndex((word) => isNameLike(word));
  if (plainEnd > 0) add(plainEnd, "after-product");
  words.forEach((word, index) => {
    if (word.opens && index > 0) add(index, "bracket");
  });
  const last = words.findLastIndex(({ gap }) => gap === "break");
  if (last > 0) add(last, "last");
  return [...found];
}

function isNameLike(word: TitleWord): boolean {
  return !is(word, described) && word.shape !== "digits" && word.shape !== "lower" && word.shape !== "sign";
}

/** Index of the first word that is no seller's opening cry, year or number of pieces. */
function behindOpeners(words: readonly TitleWord[]): number {
  const at = words.findIndex(
    (word, index) =>
      !is(word, kind.opener) &&
      !isCount(word) &&
      !(is(word, kind.unit) && words[index - 1]?.shape === "digits"),
  );
  return Math.max(0, at);
}

/** "2018", "3X", "12pcs", "2-Pack". */
function isCount({ text, shape }: TitleWord): boolean {
  return shape === "digits" || /^\p{N}+-?\p{L}{1,6}$/u.test(text);
}

/** Where the capitalised run around a marked word begins. */
function runStart(words: readonly TitleWord[], marked: number): number {
  let at = marked;
  while (
    at > 0 &&
    marked - at < 3 &&
    words[at]?.gap === "space" &&
    words[at - 1]?.shape === words[marked]?.shape
  )
    at -= 1;
  return at;
}

function isLatin({ text }: TitleWord): boolean {
  return /\p{Script=Latin}/u.test(text);
}

/** The first Latin word of a title that begins in another script. */
function scriptChange(words: readonly TitleWord[]): number | undefined {
  const [head] = words;
  if (head === undefined || isLatin(head) || !/\p{L}/u.test(head.text)) return undefined;
  const at = words.findIndex((word) => isLatin(word) && word.shape !== "model");
  return at > 0 ? at : undefined;
}

function isSentenceUpTo({ words, at }: Start): boolean {
  return words
    .slice(1, at)
    .every(({ shape }) => shape !== "capital" && shape !== "mixed" && shape !== "upper");
}

/** Whether a plain beginning in small letters has a name behind it: "Zapatillas de mujer Quelvo". */
function nameLater(start: Start): boolean {
  const { words } = start;
  const at = words.findIndex((word, index) => index > 0 && isNameLike(word));
  return at > 1 && is(words[0], described) && isSentenceUpTo({ ...start, at });
}

/** What speaks for or against a maker's name beginning at a place. Their weights are in title-weights.ts. */
export const startSigns = {
  first: ({ reason }) => reason === "first",
  atZero: ({ at }) => at === 0,
  behindOpeners: ({ at, reason }) => reason === "first" && at > 0,
  by: ({ reason }) => reason === "by",
  bracket: ({ reason }) => reason === "bracket",
  last: ({ reason }) => reason === "last",
  afterProduct: ({ reason }) => reason === "after-product",
  script: ({ reason }) => reason === "script",
  mark: ({ reason }) => reason === "mark",

  strange: (start) => isStrange(first(start)),
  upper: (start) => first(start)?.shape === "upper" && !start.title.flat,
  mixed: (start) => first(start)?.shape === "mixed",
  lower: (start) => first(start)?.shape === "lower" && !start.title.flat,
  digits: (start) => first(start)?.shape === "digits",
  model: (start) => first(start)?.shape === "model",
  possessive: (start) => /['’]s$/u.test(first(start)?.text ?? ""),
  noun: (start) => is(first(start), kind.noun),
  attribute: (start) => is(first(start), kind.attribute),
  audience: (start) => is(first(start), kind.audienceWord),
  opener: (start) => is(first(start), kind.opener),
  openerThenStrange: (start) => is(first(start), kind.opener) && isStrange(second(start)),
  count: ({ words, at }) => words[at] !== undefined && isCount(words[at]),
  unit: (start) => is(first(start), kind.unit),
  small: (start) => is(first(start), kind.smallWord),
  firstName: (start) => is(first(start), kind.firstName),
  nameOpener: (start) => is(first(start), kind.nameOpener),
  plainNext: (start) => is(second(start), kind.noun | kind.attribute | kind.audienceWord),
  audienceNext: (start) => is(second(start), kind.audienceWord),
  /** In a sentence's case, a capital behind small words is a name's. */
  inSentence: (start) => start.at > 1 && isSentenceUpTo(start),
  plainBefore: (start) => start.at > 0 && start.words.slice(0, start.at).every((word) => is(word, described)),
  nameLater: (start) => start.at === 0 && nameLater(start),
  alone: (start) => second(start)?.gap !== "space",
  knownOne: ({ at, isKnown }) => isKnown(at, at),
  knownMore: ({ at, isKnown }) => isKnown(at, at + 1) || isKnown(at, at + 2) || isKnown(at, at + 3),
  strangeKnown: (start) => isStrange(first(start)) && start.isKnown(start.at, start.at),
  plainTitle: ({ words, at }) => at === 0 && words.slice(0, 3).every((word) => is(word, described)),
} as const satisfies Readonly<Record<string, (start: Start) => boolean>>;

export type StartSign = keyof typeof startSigns;
