import { foldName } from "./fold-name.ts";
import { jointSigns } from "./title-joints.ts";
import type { Joint, JointSign, TitleStyle } from "./title-joints.ts";
import { startsOf, startSigns } from "./title-starts.ts";
import type { Start, StartReason, StartSign } from "./title-starts.ts";
import { smallWord } from "./title-lexicon.ts";
import type { TitleWeights } from "./title-sign-weights.ts";
import { titleWeights } from "./title-weights.ts";
import { titleWords } from "./title-words.ts";
import type { TitleWord } from "./title-words.ts";

/** A run of a title's words that may be the maker's name. */
export interface TitleBrand {
  /** As the title spells it: `title.slice(start, end)`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Probability, 0–1, that this very run is the maker's name. */
  readonly confidence: number;
  readonly reasons: readonly TitleReason[];
}

/** Why a run is taken for a name: how its place was found, and whether the directory has it. */
type TitleReason = StartReason | "known";

export interface TitleOptions {
  /** Whether a folded name (fold-name.ts) is in the directory. */
  readonly known?: (folded: string) => boolean;
  /** Other weights than ours, where they are being fitted. */
  readonly weights?: TitleWeights;
}

/** Below this, callers who have nothing but the title say nothing: about one in seven would be wrong. */
export const titleThreshold = 0.7;
/** Names of more words are rare, and mostly not names. */
export const mostWords = 6;
const mostCandidates = 8;

const signNames = Object.keys(jointSigns) as JointSign[];
const startNames = Object.keys(startSigns) as StartSign[];

/**
 * Which runs of words in a product's title are most likely its maker's name, the likeliest first. Reads the
 * title's grammar alone: most product brands are in no directory. At most eight candidates; none for a title
 * without words. See docs/detection.md for what its confidence is worth.
 */
export function brandInTitle(
  title: string,
  { known, weights = titleWeights }: TitleOptions = {},
): readonly TitleBrand[] {
  const starts = startsIn(title, known);
  const odds = starts.map((start) => Math.exp(startScore(start, weights)));
  const total = odds.reduce((sum, odd) => sum + odd, Math.exp(weights.noBrand));
  const found = starts.flatMap((start, index) => runsFrom(start, (odds[index] ?? 0) / total, weights));
  return found
    .toSorted((a, b) => b.chance - a.chance)
    .slice(0, mostCandidates)
    .map(({ start, end, chance }) => candidate(title, start, end, chance));
}

/** The places of a title where a maker's name may begin, with all that their signs are read from. */
export function startsIn(title: string, known: TitleOptions["known"]): readonly Start[] {
  const words = titleWords(title);
  const isKnown = memberOf(title, words, known);
  const style = styleOf(words);
  return startsOf(words).map(([at, reason]) => ({ words, at, reason, isKnown, title: style }));
}

/** The runs that `brandInTitle` would ask `known` about, as the title spells them. */
export function runsToKnow(title: string): readonly string[] {
  const words = titleWords(title);
  const runs = startsOf(words).flatMap(([at]) =>
    words.slice(at, at + 4).map((_, index) => spelled(title, words, at, at + index)),
  );
  return [...new Set(runs.filter((run) => run !== ""))];
}

interface Run {
  readonly start: Start;
  /** Index of the run's last word. */
  readonly end: number;
  readonly chance: number;
}

function runsFrom(start: Start, chance: number, weights: TitleWeights): readonly Run[] {
  const runs: Run[] = [];
  let left = chance;
  const last = Math.min(start.words.length, start.at + mostWords) - 1;
  for (let at = start.at; at <= last && left > 0.005; at += 1) {
    const goesOn = at === last ? 0 : goOnChance({ ...start, start: start.at, at }, weights);
    if (at === start.at || !endsOpen(start.words[at]))
      runs.push({ start, end: at, chance: left * (1 - goesOn) });
    left *= goesOn;
  }
  return runs;
}

/** No name of several words ends in "of" or "&". */
function endsOpen(word: TitleWord | undefined): boolean {
  return word !== undefined && (word.shape === "sign" || (word.kinds & smallWord) !== 0);
}

function goOnChance(joint: Joint, { joint: weights }: TitleWeights): number {
  let score = 0;
  for (const name of signNames) if (jointSigns[name](joint)) score += weights[name];
  return 1 / (1 + Math.exp(-score));
}

function startScore(start: Start, { start: weights }: TitleWeights): number {
  let score = 0;
  for (const name of startNames) if (startSigns[name](start)) score += weights[name];
  return score;
}

function styleOf(words: readonly TitleWord[]): TitleStyle {
  const cased = words.filter(({ shape }) => /^(?:lower|capital|upper|mixed)$/.test(shape));
  const upper = cased.filter(({ shape }) => shape === "upper").length;
  const lower = cased.filter(({ shape }) => shape === "lower").length;
  return { flat: cased.length > 0 && (upper >= cased.length * 0.7 || lower === cased.length) };
}

function spelled(title: string, words: readonly TitleWord[], start: number, end: number): string {
  const [from, to] = [words[start], words[end]];
  return from && to ? title.slice(from.start, to.end) : "";
}

function memberOf(
  title: string,
  words: readonly TitleWord[],
  known: TitleOptions["known"],
): (start: number, end: number) => boolean {
  if (!known) return () => false;
  const answers = new Map<number, boolean>();
  return (start, end) => {
    if (end >= words.length || end - start > 3) return false;
    const key = start * 64 + end;
    let answer = answers.get(key);
    if (answer === undefined) {
      const folded = foldName(spelled(title, words, start, end));
      answer = folded.length > 1 && known(folded);
      answers.set(key, answer);
    }
    return answer;
  };
}

function candidate(
  title: string,
  { words, at, reason, isKnown }: Start,
  end: number,
  chance: number,
): TitleBrand {
  return {
    name: spelled(title, words, at, end),
    start: words[at]?.start ?? 0,
    end: words[end]?.end ?? 0,
    confidence: chance,
    reasons: isKnown(at, end) ? [reason, "known"] : [reason],
  };
}
