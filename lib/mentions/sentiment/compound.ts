import { theLexicon } from "./lexicon.ts";
import { boost, boosters, capitalBoost, negates, negationFactor } from "./modifiers.ts";
import { weakeningPhrases } from "./phrases.ts";
import type { SentimentWord } from "./read-words.ts";

/** How many words before one are looked at, and what a degree adverb counts there. */
const reach = [1, 0.95, 0.9];
/** "Never so good": no negation but praise. */
const neverSo = [1, 1.5, 1.25];
const soOrThis: ReadonlySet<string> = new Set(["so", "this"]);
const beforeBut = 0.5;
const afterBut = 1.5;
/** Approximates the largest sum of valences that is to be expected. */
const alpha = 15;
const isLettered = /\p{L}{2}/u;
const weakening: ReadonlySet<string> = new Set(weakeningPhrases);

/** A text's score, −1…1, by the rules of VADER (Hutto & Gilbert 2014). docs/research.md names where we differ. */
export function compoundOf(words: readonly SentimentWord[], text: string): number {
  const isMixed = words.some(({ isLoud }) => isLoud) && !words.every(({ isLoud }) => isLoud);
  const valences = words.map((_, at) => valenceAt(words, at, isMixed));
  weighBut(words, valences);
  const sum = valences.reduce((total, valence) => total + valence, 0);
  if (sum === 0) return 0;
  const emphasised = sum + Math.sign(sum) * emphasisOf(text);
  return emphasised / Math.sqrt(emphasised * emphasised + alpha);
}

/** Degree adverbs and negations colour others and have no colour themselves. */
function ownValence(words: readonly SentimentWord[], at: number): number {
  const word = words[at]?.text ?? "";
  if (boosters.has(word) || weakening.has(word)) return 0;
  const valence = theLexicon().valence.get(word) ?? 0;
  // "No" is dislike by itself, but a negation where something follows that it can turn round.
  if (word !== "no" || valence === 0) return valence;
  return isToned(words[at + 1]) && !words[at]?.ends ? 0 : valence;
}

function isToned(word: SentimentWord | undefined): boolean {
  return word !== undefined && word.text !== "no" && (theLexicon().valence.get(word.text) ?? 0) !== 0;
}

function valenceAt(words: readonly SentimentWord[], at: number, isMixed: boolean): number {
  const word = words[at];
  let valence = ownValence(words, at);
  if (word === undefined || valence === 0) return 0;
  if (word.isLoud && isMixed) valence += Math.sign(valence) * capitalBoost;
  if (word.isStretched) valence += Math.sign(valence) * boost;
  for (const [distance, weight] of reach.entries()) {
    const before = words[at - 1 - distance];
    if (before === undefined || before.ends) break;
    if (isToned(before)) continue;
    valence += shiftOf(before, valence, isMixed) * weight;
    valence *= turnOf(words, at, distance);
  }
  return valence;
}

function shiftOf(word: SentimentWord, valence: number, isMixed: boolean): number {
  const shift = weakening.has(word.text) ? -boost : boosters.get(word.text);
  if (shift === undefined) return 0;
  const loud = word.isLoud && isMixed ? capitalBoost : 0;
  return Math.sign(valence) * (shift + loud);
}

/** What the word `distance + 1` before turns the valence of the one at `at` into. */
function turnOf(words: readonly SentimentWord[], at: number, distance: number): number {
  const word = words[at - 1 - distance]?.text ?? "";
  if (!canTurn(words[at]?.text ?? "")) return 1;
  const reachesOne = word === "no" || word === "least";
  if (reachesOne && distance > 0) return 1;
  if (word === "least") return leastTurns(words[at - 2]) ? negationFactor : 1;
  if (!negates(word)) return 1;
  const isPraise = word === "never" && words.slice(at - distance, at).some(({ text }) => soOrThis.has(text));
  return isPraise ? (neverSo[distance] ?? 1) : negationFactor;
}

/** "Not :)" is no sad face, and "no no no" no yes. */
function canTurn(word: string): boolean {
  return word !== "no" && isLettered.test(word);
}

/** "The least good", but not "at least good". */
function leastTurns(before: SentimentWord | undefined): boolean {
  return before?.text !== "at" && before?.text !== "very";
}

/** What stands behind a "but" is what is meant. */
function weighBut(words: readonly SentimentWord[], valences: number[]): void {
  const but = words.findIndex(({ text }) => text === "but");
  if (but < 0) return;
  for (let at = 0; at < valences.length; at++) {
    if (at !== but) valences[at] = (valences[at] ?? 0) * (at < but ? beforeBut : afterBut);
  }
}

/** Up to four exclamation marks, and more than one question mark, make it stronger. */
function emphasisOf(text: string): number {
  const exclamations = Math.min(4, timesOf(text, "!"));
  const questions = timesOf(text, "?");
  const asked = questions > 3 ? 0.96 : questions > 1 ? questions * 0.18 : 0;
  return exclamations * 0.292 + asked;
}

function timesOf(text: string, sign: string): number {
  let times = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) times++;
  return times;
}
