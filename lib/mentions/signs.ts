import type { Candidate } from "./candidates.ts";
import { logOddsOf } from "./confidence.ts";
import { contextOf, ContextBit } from "./context-words.ts";
import { unpackTraits, Writing } from "./name-index.ts";
import type { NameTraits } from "./name-index.ts";
import { trades } from "./trades.ts";
import type { TextStyle } from "./text-style.ts";
import { Gap, gapMask, Sigil, sigilOf, TokenBit } from "./tokens.ts";
import type { TokenList } from "./tokens.ts";

/** How the words of a candidate are written, in one code. */
export type Shape =
  | "handle"
  | "hashtag"
  | "cashtag"
  | "as-written"
  | "capital"
  | "sentence-start"
  | "loud"
  | "small"
  | "unspaced";

/** What speaks for and against a candidate: names of signs that hold. Weights stand in `weights.ts`. */
export type Signs = string[];

export interface Reading {
  readonly tokens: TokenList;
  readonly style: TextStyle;
}

/** Words before and after in which the trade's own words and verbs of buying count. */
const nearby = 6;

export function shapeOf({ first, last }: Candidate, traits: NameTraits, { tokens, style }: Reading): Shape {
  const info = tokens.infoAt(first);
  const sigil = sigilOf(info);
  if (sigil === Sigil.handle) return "handle";
  if (sigil === Sigil.hashtag) return "hashtag";
  if (sigil === Sigil.cashtag) return "cashtag";
  if ((info & TokenBit.unspaced) !== 0) return "unspaced";
  if (isAsWritten(traits, tokens, first, last, style)) return "as-written";
  if (style.shouts) return "loud";
  if ((info & TokenBit.upperFirst) === 0) return "small";
  if ((info & TokenBit.lower) === 0 && tokens.end[first]! - tokens.start[first]! > 1) return "loud";
  return (info & gapMask) >= Gap.sentence ? "sentence-start" : "capital";
}

/** Capitals where only this brand has them: "iPhone", "KFC". */
function isAsWritten(
  traits: NameTraits,
  tokens: TokenList,
  first: number,
  last: number,
  style: TextStyle,
): boolean {
  if (traits.writing !== Writing.mixed && traits.writing !== Writing.capitals) return false;
  let all = 0;
  let each = -1;
  for (let i = first; i <= last; i++) {
    const info = tokens.infoAt(i);
    if ((info & (TokenBit.sign | TokenBit.apostrophe)) !== 0) continue;
    all |= info;
    each &= info;
  }
  if (traits.writing === Writing.mixed)
    return (all & TokenBit.upperInside) !== 0 && (all & TokenBit.lower) !== 0;
  return !style.shouts && (all & TokenBit.lower) === 0 && (each & TokenBit.upperFirst) !== 0;
}

/** What the name itself and its writing say: the same for every place where it stands so. */
export interface FixedSigns {
  readonly signs: readonly string[];
  readonly logOdds: number;
}

const shapes: readonly Shape[] = [
  "handle",
  "hashtag",
  "cashtag",
  "as-written",
  "capital",
  "sentence-start",
  "loud",
  "small",
  "unspaced",
];
/** By packed traits and shape; a few thousand combinations occur. */
const fixed = new Map<number, FixedSigns>();

/** @param bits Packed `NameTraits`. */
export function fixedSigns(bits: number, shape: Shape): FixedSigns {
  const key = bits * shapes.length + shapes.indexOf(shape);
  const known = fixed.get(key);
  if (known) return known;
  const signs = describe(unpackTraits(bits), shape);
  const found = { signs, logOdds: logOddsOf(signs) };
  fixed.set(key, found);
  return found;
}

function describe(traits: NameTraits, shape: Shape): Signs {
  const signs = [`shape:${shape}`, `ordinary:${traits.ordinary}`, `${shape}/${commonness(traits.ordinary)}`];
  signs.push(`fame:${traits.fame}`, `trade:${trades[traits.trade] ?? "other"}`);
  if (traits.alias) signs.push("alias");
  if (traits.shared) signs.push("shared");
  if (traits.place) signs.push("place");
  if (traits.person) signs.push("person");
  return signs;
}

/** What the words around a candidate say, and their number and length. */
export function placeSigns(candidate: Candidate, traits: NameTraits, shape: Shape, reading: Reading): Signs {
  const words = candidate.last - candidate.first + 1;
  const signs = [words === 1 ? "one-word" : "more-words"];
  lengthSigns(candidate, reading, words, signs);
  besideSigns(candidate, reading, signs);
  aroundSigns(candidate, traits, reading, signs);
  if (reading.style.headline) signs.push("headline");
  if (reading.style.small && shape === "small") signs.push("small-text");
  return signs;
}

function commonness(ordinary: number): string {
  return ordinary === 0 ? "rare" : ordinary <= 3 ? "known" : "common";
}

function lengthSigns({ first, last }: Candidate, { tokens }: Reading, words: number, signs: Signs): void {
  const length = tokens.end[last]! - tokens.start[first]!;
  if (length <= 2) signs.push("length:2");
  else if (length === 3) signs.push("length:3");
  else if (length === 4) signs.push("length:4");
  else if (length >= 8) signs.push("length:8");
  if (words > 1 && isSplit(tokens, first, last)) signs.push("small-parts");
}

/** "you tube": several words without a capital among them. */
function isSplit(tokens: TokenList, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if ((tokens.infoAt(i) & TokenBit.upperFirst) !== 0) return false;
  return true;
}

const signsBefore = [
  [ContextBit.place, "before:place"],
  [ContextBit.article, "before:article"],
  [ContextBit.via, "before:via"],
  [ContextBit.pronoun, "before:pronoun"],
  [ContextBit.personTitle, "before:title"],
  [ContextBit.buying, "before:buying"],
] as const;
const signsAfter = [
  [ContextBit.company, "after:company"],
  [ContextBit.legalForm, "after:legal-form"],
  [ContextBit.pronoun, "after:pronoun"],
  [ContextBit.placeNoun, "after:place-noun"],
] as const;

// oxlint-disable-next-line complexity -- a list of independent signs, one a line
function besideSigns({ first, last }: Candidate, { tokens }: Reading, signs: Signs): void {
  const next = tokens.infoAt(last + 1);
  const isNextNear = (next & gapMask) <= Gap.space;
  const isPreviousNear = (tokens.infoAt(first) & gapMask) <= Gap.space;
  const before = isPreviousNear ? contextOf(tokens.hash[first - 1] ?? 0) : 0;
  const after = isNextNear ? contextOf(tokens.hash[last + 1] ?? 0) : 0;
  if (first === 0) signs.push("first");
  if (isPreviousNear && isCapital(tokens.infoAt(first - 1))) signs.push("capital-before");
  if (isNextNear && isCapital(next)) signs.push("capital-after");
  const nextLength = (tokens.end[last + 1] ?? 0) - (tokens.start[last + 1] ?? 0);
  if ((next & TokenBit.apostrophe) !== 0 && nextLength === 1) signs.push("possessive");
  if (isNextNear && (next & TokenBit.digits) !== 0) signs.push("number-after");
  for (const [bit, sign] of signsBefore) if (before & bit) signs.push(sign);
  for (const [bit, sign] of signsAfter) if (after & bit) signs.push(sign);
  if ((tokens.infoAt(first) & gapMask) <= Gap.joiner && sigilOf(tokens.infoAt(first)) === 0 && first > 0)
    signs.push("glued-before");
  if (isNextNear && (next & gapMask) <= Gap.joiner && (next & TokenBit.apostrophe) === 0)
    signs.push(sigilOf(next) ? "tag-goes-on" : "glued-after");
}

function isCapital(info: number): boolean {
  return (info & TokenBit.upperFirst) !== 0 && (info & TokenBit.blocked) === 0 && sigilOf(info) === 0;
}

function aroundSigns(
  { first, last }: Candidate,
  traits: NameTraits,
  { tokens }: Reading,
  signs: Signs,
): void {
  let around = 0;
  for (let i = Math.max(0, first - nearby); i <= Math.min(tokens.count - 1, last + nearby); i++) {
    if (i < first || i > last) around |= contextOf(tokens.hash[i] ?? 0);
  }
  if (traits.trade > 0 && around & (1 << traits.trade)) signs.push("around:trade");
  if (around & ContextBit.buying) signs.push("around:buying");
  if (around & ContextBit.company) signs.push("around:company");
  if (around & ContextBit.online && traits.trade === 4) signs.push("around:online");
}
