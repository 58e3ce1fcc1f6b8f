import type { EvidenceCode } from "../model/subject.ts";
import { agrees, wordsOfLabel } from "./domain-words.ts";
import { foldName } from "./fold-name.ts";
import { codeOfPlace } from "./name-candidates.ts";
import type { NameCandidate, NamePlace } from "./name-candidates.ts";

export interface ScoredName {
  readonly name: string;
  readonly score: number;
  readonly code: EvidenceCode;
}

/** How much it says that a name stands in a place. */
const weights: Readonly<Record<NamePlace, number>> = {
  "site-name": 4,
  organization: 2,
  "legal-name": 1.5,
  copyright: 2.5,
  card: 2,
  logo: 1.5,
  legal: 1.5,
  home: 1.2,
  "title-end": 1.5,
  "title-start": 1,
  title: 0.8,
  "beside-page-word": 0.2,
  welcome: 1,
  "domain-words": 0.4,
  heading: 0.5,
};

const besidePageWordBonus = 1.8;

interface Group {
  readonly folded: string;
  readonly words: string;
  readonly places: Map<NamePlace, number>;
  readonly spellings: Map<string, number>;
}

export function bestName(
  candidates: readonly NameCandidate[],
  labels: readonly string[],
): ScoredName | undefined {
  const groups = new Map<string, Group>();
  for (const { text, place } of candidates) {
    const folded = foldName(text);
    if (folded.length < 2) continue;
    const group = groups.get(folded) ?? {
      folded,
      words: wordsOf(text),
      places: new Map(),
      spellings: new Map(),
    };
    groups.set(folded, group);
    group.places.set(place, (group.places.get(place) ?? 0) + 1);
    group.spellings.set(text, (group.spellings.get(text) ?? 0) + weights[place]);
  }
  const all = [...groups.values()];
  const scored = all
    .filter(isMeant)
    .map((group) => ({ group, score: scoreOf(group, all, labels) }))
    .toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return undefined;
  const [place] = [...best.group.places.keys()].toSorted((a, b) => weights[b] - weights[a]);
  return { name: spellingOf(best.group), score: best.score, code: codeOfPlace[place ?? "title"] };
}

function scoreOf(group: Group, all: readonly Group[], labels: readonly string[]): number {
  let score = ownWeight(group) + bonusOf(group, labels);
  // Said of the whole name, of neither a part of it nor what it is part of; a longer one has its slogan with it.
  const count = group.words.split(" ").length;
  if (group.places.has("beside-page-word") && count <= 6) score += besidePageWordBonus;
  for (const other of all) {
    if (other === group) continue;
    // A longer or shorter form of the same name is part of the evidence.
    if (` ${group.words} `.includes(` ${other.words} `)) score += 0.35 * ownWeight(other);
    else if (` ${other.words} `.includes(` ${group.words} `)) score += 0.3 * ownWeight(other);
  }
  return score - (count > 5 ? 0.5 * (count - 5) : 0);
}

/** A heading alone is the page's topic, whatever it says. */
function isMeant({ places }: Group): boolean {
  return [...places.keys()].some((place) => place !== "heading" && place !== "welcome");
}

function ownWeight({ places }: Group): number {
  let weight = 0;
  for (const [place, times] of places) weight += weights[place] * (1 + 0.1 * Math.min(times - 1, 3));
  return weight;
}

/** The page's own domain says most; one that it only writes from says less. */
function bonusOf(group: Group, [own = "", ...others]: readonly string[]): number {
  return Math.max(domainBonus(group, own), ...others.map((label) => 0.7 * domainBonus(group, label)));
}

function domainBonus(group: Group, label: string): number {
  const name = spellingOf(group);
  // Words of a sentence that happen to make up the domain are less than a name that stands for itself.
  if (group.places.size === 1 && group.places.has("domain-words")) return 1.8;
  if (group.folded === foldName(label)) return 3;
  const run = wordsOfLabel(name, label);
  if (run !== undefined) return foldName(run) === group.folded ? 3 : 2;
  if (agrees(name, label)) return 2;
  return group.words.split(" ").some((word) => word.length > 4 && foldName(label).includes(word)) ? 0.8 : 0;
}

function spellingOf({ spellings }: Group): string {
  return [...spellings].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

function wordsOf(text: string): string {
  return text
    .split(/[\s&+-]+/u)
    .map((word) => foldName(word))
    .filter(Boolean)
    .join(" ");
}
