import * as kind from "./title-lexicon.ts";
import type { TitleWord } from "./title-words.ts";

/** A place between two words of a title where a name may go on or end. */
export interface Joint {
  readonly words: readonly TitleWord[];
  /** Index of the name's first word, and of the word before the joint. */
  readonly start: number;
  readonly at: number;
  /** Whether the words from `start` to `end` (inclusive) are a name that the directory has. */
  readonly isKnown: (start: number, end: number) => boolean;
  readonly title: TitleStyle;
}

/** What a title's capitals are worth. */
export interface TitleStyle {
  /** Most words are in capitals, or none has one: capitals say nothing. */
  readonly flat: boolean;
}

const current = ({ words, at }: Joint): TitleWord | undefined => words[at];
const next = ({ words, at }: Joint): TitleWord | undefined => words[at + 1];
const afterNext = ({ words, at }: Joint): TitleWord | undefined => words[at + 2];
const is = (word: TitleWord | undefined, kinds: number): boolean => ((word?.kinds ?? 0) & kinds) !== 0;
const ordinary = kind.noun | kind.attribute | kind.audienceWord | kind.unit;
const shaped = (word: TitleWord | undefined, shape: TitleWord["shape"]): boolean => word?.shape === shape;
const isStrange = (word: TitleWord | undefined): boolean =>
  word !== undefined && word.kinds === 0 && word.shape !== "digits" && word.shape !== "model";
/** Whether what comes after a word is no longer the same phrase, or plainly describes. */
const isBoundary = (word: TitleWord | undefined): boolean =>
  word === undefined || word.gap !== "space" || is(word, kind.audienceWord) || shaped(word, "digits");

function comesAgain({ words, at }: Joint): boolean {
  const plain = words[at + 1]?.plain;
  for (let index = at + 2; index < words.length; index += 1) if (words[index]?.plain === plain) return true;
  return false;
}

/** What speaks for or against a name going on behind a joint. Their weights are in title-weights.ts. */
export const jointSigns = {
  always: () => true,
  secondWord: ({ start, at }) => at - start === 1,
  thirdWord: ({ start, at }) => at - start === 2,
  laterWord: ({ start, at }) => at - start > 2,

  comma: (joint) => next(joint)?.gap === "comma",
  break: (joint) => next(joint)?.gap === "break",
  mark: (joint) => current(joint)?.marked ?? false,
  closed: (joint) => current(joint)?.closes ?? false,

  nextNoun: (joint) => is(next(joint), kind.noun),
  nextNounAgain: (joint) => is(next(joint), kind.noun) && comesAgain(joint),
  nextNounOnly: (joint) => is(next(joint), kind.noun) && !is(next(joint), kind.nameEnding | kind.nameOpener),
  nextAttribute: (joint) => is(next(joint), kind.attribute),
  nextAttributeOnly: (joint) => (next(joint)?.kinds ?? 0) === kind.attribute,
  nextAudience: (joint) => is(next(joint), kind.audienceWord),
  nextOpener: (joint) => is(next(joint), kind.opener),
  nextUnit: (joint) => is(next(joint), kind.unit),
  nextSmall: (joint) => is(next(joint), kind.smallWord),
  nextEnding: (joint) => is(next(joint), kind.nameEnding),
  nextEndingThenBoundary: (joint) => is(next(joint), kind.nameEnding) && isBoundary(afterNext(joint)),
  nextFirstName: (joint) => is(next(joint), kind.firstName),
  nextNameOpener: (joint) => is(next(joint), kind.nameOpener),
  nextStrange: (joint) => isStrange(next(joint)),
  nextDigits: (joint) => shaped(next(joint), "digits"),
  nextModel: (joint) => shaped(next(joint), "model"),
  nextSign: (joint) => shaped(next(joint), "sign"),
  nextLower: (joint) => shaped(next(joint), "lower") && !joint.title.flat,
  nextUpper: (joint) => shaped(next(joint), "upper") && !joint.title.flat,
  nextMixed: (joint) => shaped(next(joint), "mixed"),
  nextAgain: comesAgain,
  nextIsFirst: ({ words, start, at }) => words[at + 1]?.plain === words[start]?.plain,
  nextHyphened: (joint) => /\p{L}-\p{L}/u.test(next(joint)?.text ?? ""),

  strangeThenBoundary: (joint) => isStrange(next(joint)) && isBoundary(afterNext(joint)),
  strangeThenOrdinary: (joint) => isStrange(next(joint)) && is(afterNext(joint), ordinary),
  strangeThenAudience: (joint) => isStrange(next(joint)) && is(afterNext(joint), kind.audienceWord),
  thenAudience: (joint) => is(afterNext(joint), kind.audienceWord),
  thenBoundary: (joint) => isBoundary(afterNext(joint)),
  thenMark: (joint) => next(joint)?.marked ?? false,
  thenNoun: (joint) => is(afterNext(joint), kind.noun),

  currentStrange: (joint) => isStrange(current(joint)),
  currentOrdinary: (joint) => is(current(joint), ordinary),
  currentFirstName: (joint) => is(current(joint), kind.firstName),
  currentNameOpener: (joint) => is(current(joint), kind.nameOpener),
  currentEnding: (joint) => is(current(joint), kind.nameEnding),
  currentSmall: (joint) => is(current(joint), kind.smallWord),
  currentSign: (joint) => shaped(current(joint), "sign"),
  currentPossessive: (joint) => /['’]s?$|['’]s\b/u.test(current(joint)?.text ?? ""),
  currentInitial: (joint) => /^\p{L}\.?$/u.test(current(joint)?.text ?? ""),
  currentShort: (joint) => (current(joint)?.text.length ?? 0) <= 3,
  currentLong: (joint) => (current(joint)?.text.length ?? 0) >= 9,
  currentMixed: (joint) => shaped(current(joint), "mixed"),
  currentHyphened: (joint) => /\p{L}-\p{L}/u.test(current(joint)?.text ?? ""),
  currentDigits: (joint) => shaped(current(joint), "digits"),
  currentModel: (joint) => shaped(current(joint), "model"),
  currentLower: (joint) => shaped(current(joint), "lower") && !joint.title.flat,

  upperToUpper: (joint) =>
    shaped(current(joint), "upper") && shaped(next(joint), "upper") && !joint.title.flat,
  upperToOther: (joint) =>
    shaped(current(joint), "upper") &&
    !shaped(next(joint), "upper") &&
    !shaped(next(joint), "sign") &&
    !joint.title.flat,
  scriptChange: (joint) => isLatin(current(joint)) !== isLatin(next(joint)),
  strangeToStrange: (joint) => isStrange(current(joint)) && isStrange(next(joint)),
  strangeToOrdinary: (joint) => isStrange(current(joint)) && is(next(joint), ordinary),
  openerToStrange: (joint) => is(current(joint), kind.nameOpener) && isStrange(next(joint)),
  openerToOpener: (joint) => is(current(joint), kind.nameOpener) && is(next(joint), kind.nameOpener),
  openerToNoun: (joint) =>
    is(current(joint), kind.nameOpener) && is(next(joint), kind.noun) && !is(next(joint), kind.nameOpener),
  firstNameToStrange: (joint) => is(current(joint), kind.firstName) && isStrange(next(joint)),
  firstNameSecond: (joint) => joint.at > joint.start && is(joint.words[joint.at - 1], kind.firstName),
  endingToEnding: (joint) => is(current(joint), kind.nameEnding) && is(next(joint), kind.nameEnding),
  smallThenCapital: (joint) => is(next(joint), kind.smallWord) && !shaped(afterNext(joint), "lower"),

  knownSoFar: ({ start, at, isKnown }) => isKnown(start, at),
  knownWithNext: ({ start, at, isKnown }) => isKnown(start, at + 1),
  knownLater: ({ start, at, isKnown }) => isKnown(start, at + 2) || isKnown(start, at + 3),
} as const satisfies Readonly<Record<string, (joint: Joint) => boolean>>;

export type JointSign = keyof typeof jointSigns;

function isLatin(word: TitleWord | undefined): boolean {
  return word !== undefined && /\p{Script=Latin}/u.test(word.text);
}
