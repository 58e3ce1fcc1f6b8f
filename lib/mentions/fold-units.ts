import { foldName } from "../brands/fold-name.ts";

/*
 * What each UTF-16 unit means to a name, learnt the first time it is met and kept in one table, so that the scan
 * looks up a number a unit. Folding agrees with `foldName`: it is asked.
 *   bits 0–15 the folded unit; bits 16–17 case; from bit 18 the class
 */
export const lowerCase = 1 << 16;
export const upperCase = 1 << 17;
const classShift = 18;

export const UnitClass = {
  separator: 1,
  word: 2,
  /** Of a script that is written without spaces (and Hangul, whose particles cling): a word of its own. */
  unspaced: 3,
  /** Folded away inside words: accents, joiners, soft hyphens. */
  mark: 4,
  /** Folds to several units: see `expansionOf`. */
  several: 5,
  surrogate: 6,
  digit: 7,
} as const;

const table = new Uint32Array(65_536);
const expansions = new Map<number, string>();
/** Code points beyond the first plane that were met. Bounded, since a text can hold them all. */
const mostAstral = 4_096;
const astral = new Map<number, string>();

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
// oxlint-disable-next-line no-misleading-character-class -- single units are tested, joined ones never
const ignored = /[\u00ad\u200c\u200d\u2060\ufe00-\ufe0f\u0300-\u036f]/u;

/** The table's word for a unit. */
export function unitInfo(unit: number): number {
  return table[unit] || learn(unit);
}

export function classOf(info: number): number {
  return info >>> classShift;
}

/** What a unit of class `several` stands for. */
export function expansionOf(unit: number): string {
  return expansions.get(unit) ?? "";
}

/** A letter of a higher plane (mathematical alphabets, rare ideographs) folded; "" for emoji and the like. */
export function foldAstral(codePoint: number): string {
  const known = astral.get(codePoint);
  if (known !== undefined) return known;
  const folded = foldName(String.fromCodePoint(codePoint));
  if (astral.size < mostAstral) astral.set(codePoint, folded);
  return folded;
}

function learn(unit: number): number {
  const info = describe(unit);
  table[unit] = info;
  return info;
}

function describe(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return UnitClass.surrogate << classShift;
  const character = String.fromCharCode(unit);
  if (ignored.test(character)) return UnitClass.mark << classShift;
  const folded = foldName(character);
  if (folded === "") return UnitClass.separator << classShift;
  const letterCase = caseOf(character);
  if (unspaced.test(character)) return (UnitClass.unspaced << classShift) | unitOf(unit, folded);
  if (folded.length > 1) {
    expansions.set(unit, folded);
    return (UnitClass.several << classShift) | letterCase;
  }
  const kind = /\p{N}/u.test(character) ? UnitClass.digit : UnitClass.word;
  return (kind << classShift) | letterCase | folded.charCodeAt(0);
}

/** Half-width and other forms of one unit fold; a form of several (rare) stays as it is. */
function unitOf(unit: number, folded: string): number {
  return folded.length === 1 ? folded.charCodeAt(0) : unit;
}

function caseOf(character: string): number {
  if (/\p{Lu}/u.test(character)) return upperCase;
  return /\p{Ll}/u.test(character) ? lowerCase : 0;
}
