import { joinHash } from "./hash.ts";
import type { NameIndex } from "./name-index.ts";
import { Gap, gapMask, Sigil, sigilOf, TokenBit } from "./tokens.ts";
import type { TokenList } from "./tokens.ts";

/** A run of words that equals a name of the directory. */
export interface Candidate {
  /** First and last word, both in it. */
  readonly first: number;
  readonly last: number;
  /** Packed `NameTraits`. */
  readonly traits: number;
}

/** More words, or characters of unspaced script, than this in one name are not tried. */
const longestName = 12;
/** A text of names alone: more candidates are not looked at. */
const mostCandidates = 2_000;
const handleOnlyBit = 0x2000;
/** From this level of `ordinary` on, a word in lower case is a word and nothing else. */
const ordinaryLevel = 4;

/**
 * Every name in the words, several of which may overlap; those that are plainly words left out. `isKeen`: the
 * surroundings point to brands, so that a common word at the start of a sentence may be one.
 */
export function findCandidates(tokens: TokenList, index: NameIndex, isKeen = false): Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first < tokens.count && found.length < mostCandidates; first++) {
    const info = tokens.info[first] ?? 0;
    if ((info & TokenBit.blocked) !== 0) continue;
    const hash = tokens.hash[first] ?? 0;
    if ((info & TokenBit.unspaced) === 0) {
      const traits = index.find(hash);
      if (traits >= 0 && isWorthALook(traits, info, isKeen)) found.push({ first, last: first, traits });
    }
    if (joins(tokens, first + 1)) findLonger(tokens, index, first, found);
  }
  return found;
}

function findLonger(tokens: TokenList, index: NameIndex, first: number, found: Candidate[]): void {
  let hash = tokens.hash[first] ?? 0;
  for (let last = first + 1; last < first + longestName && joins(tokens, last); last++) {
    hash = joinHash(hash, tokens.hash[last] ?? 0, tokens.power[last] ?? 1);
    const traits = index.find(hash);
    if (traits >= 0 && isWorthALook(traits, tokens.info[first] ?? 0, true))
      found.push({ first, last, traits });
    if (last === first + 1 && !index.mayGoOn(hash)) return;
  }
}

/** Whether the word at `at` can be part of one name with the word before it. */
function joins(tokens: TokenList, at: number): boolean {
  if (at >= tokens.count) return false;
  const info = tokens.info[at] ?? 0;
  return (info & TokenBit.blocked) === 0 && (info & TokenBit.tagStart) === 0 && (info & gapMask) <= Gap.space;
}

/** On the hot path: most words of a text that equal a name are just words. */
function isWorthALook(traits: number, info: number, isKeen: boolean): boolean {
  const sigil = sigilOf(info);
  if ((traits & handleOnlyBit) !== 0) return sigil === Sigil.handle;
  if ((traits & 7) < ordinaryLevel || sigil !== Sigil.none || (info & TokenBit.unspaced) !== 0) return true;
  // A capital at the start of a sentence is grammar.
  return (info & TokenBit.upperFirst) !== 0 && (isKeen || (info & gapMask) < Gap.sentence);
}
