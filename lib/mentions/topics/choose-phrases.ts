import type { Stem } from "./vocabulary.ts";

/** Words in a row, by their stems, and how many texts hold them. */
export interface PhraseCount {
  readonly key: string;
  readonly stems: readonly number[];
  readonly texts: number;
}

interface CountedPlace {
  readonly stem: number;
  readonly text: number;
  readonly joins: boolean;
}

/** The fewest texts that share a phrase, and their least share of all. */
const fewestTexts = 3;
const leastShare = 0.004;
/** A word alone is a topic where it is used like a noun at least so often. */
const fewestAsNoun = 2;
const leastAsNoun = 0.2;
/** A phrase that stands inside a longer one is told apart if at least this part of its texts has it without. */
const leastAlone = 0.35;

export function phraseKey(stems: readonly number[]): string {
  return stems.join(" ");
}

/**
 * Which phrases are topics, the strongest first: by how many texts hold them on their own, longer ones before
 * shorter (C-value: log2 of the words plus one, times the texts that do not hold it inside a longer phrase).
 */
export function choosePhrases(
  places: readonly CountedPlace[],
  stems: readonly Stem[],
  texts: number,
): PhraseCount[] {
  const least = Math.max(fewestTexts, Math.ceil(texts * leastShare));
  const frequent = new Set(stems.filter((stem) => stem.texts >= least).map(({ id }) => id));
  const singles = stems.filter((stem) => stem.texts >= least && isNoun(stem)).map(singleOf);
  const pairs = countRuns(places, 2, (run) => run.every((stem) => frequent.has(stem)), least);
  const pairKeys = new Set(pairs.map(({ key }) => key));
  const isFrequentRun = (run: readonly number[]): boolean =>
    pairKeys.has(phraseKey(run.slice(0, 2))) && pairKeys.has(phraseKey(run.slice(1)));
  const triples = pairs.length > 1 ? countRuns(places, 3, isFrequentRun, least) : [];
  return strongest([...singles, ...pairs, ...triples], least);
}

function singleOf({ id, texts }: Stem): PhraseCount {
  return { key: phraseKey([id]), stems: [id], texts };
}

function isNoun({ times, timesAsNoun }: Stem): boolean {
  return timesAsNoun >= fewestAsNoun && timesAsNoun >= times * leastAsNoun;
}

/** Runs of `length` words that pass and stand in enough texts. */
function countRuns(
  places: readonly CountedPlace[],
  length: number,
  passes: (run: readonly number[]) => boolean,
  least: number,
): PhraseCount[] {
  const counts = new Map<string, { readonly stems: readonly number[]; texts: number; lastText: number }>();
  for (let at = 0; at + length <= places.length; at++) {
    const run = runAt(places, at, length);
    if (!run || !passes(run)) continue;
    const key = phraseKey(run);
    const text = places[at]?.text ?? 0;
    const count = counts.get(key) ?? { stems: run, texts: 0, lastText: -1 };
    if (count.lastText !== text) count.texts++;
    count.lastText = text;
    counts.set(key, count);
  }
  return [...counts]
    .filter(([, { texts }]) => texts >= least)
    .map(([key, { stems, texts }]) => ({ key, stems, texts }));
}

function runAt(places: readonly CountedPlace[], at: number, length: number): number[] | undefined {
  const run: number[] = [];
  for (let next = at; next < at + length; next++) {
    const place = places[next];
    if (!place || (next > at && !place.joins)) return undefined;
    run.push(place.stem);
  }
  return run;
}

function strongest(phrases: readonly PhraseCount[], least: number): PhraseCount[] {
  const byLength = phrases.toSorted((a, b) => b.stems.length - a.stems.length);
  /** Texts of the commonest longer phrase around a shorter one, by the shorter one's key. */
  const inside = new Map<string, number>();
  const ranked: { readonly phrase: PhraseCount; readonly strength: number }[] = [];
  for (const phrase of byLength) {
    const alone = phrase.texts - (inside.get(phrase.key) ?? 0);
    if (alone < least || alone < phrase.texts * leastAlone) continue;
    ranked.push({ phrase, strength: Math.log2(phrase.stems.length + 1) * alone });
    for (const part of partsOf(phrase.stems)) inside.set(part, Math.max(inside.get(part) ?? 0, phrase.texts));
  }
  return ranked.toSorted((a, b) => b.strength - a.strength).map(({ phrase }) => phrase);
}

function partsOf(stems: readonly number[]): string[] {
  const parts: string[] = [];
  for (let length = 1; length < stems.length; length++) {
    for (let at = 0; at + length <= stems.length; at++) parts.push(phraseKey(stems.slice(at, at + length)));
  }
  return parts;
}
