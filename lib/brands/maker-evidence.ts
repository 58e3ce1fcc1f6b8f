import type { MakerName, MakerPlace } from "../model/product-page.ts";
import type { EvidenceCode } from "../model/subject.ts";
import { foldName } from "./fold-name.ts";

/**
 * How far one place alone makes a name the maker's, as a probability. Set from what the places are: a label says it
 * in so many words, a manufacturer is not always the brand, names in scripts and links may belong to what else is on
 * the page. Measured in docs/detection.md.
 */
const weights: Readonly<Record<MakerPlace, number>> = {
  row: 0.8,
  "company-row": 0.7,
  property: 0.75,
  byline: 0.7,
  data: 0.45,
  marked: 0.4,
  link: 0.4,
  state: 0.4,
  logo: 0.3,
  crumb: 0.15,
  beside: 0.15,
};
/** Places where a page states it; others only make it likely, and need the product's own words. */
const stating: ReadonlySet<MakerPlace> = new Set(["row", "company-row", "property", "byline"]);
const codes: Readonly<Record<MakerPlace, EvidenceCode>> = {
  row: "brand-row",
  "company-row": "brand-row",
  property: "brand-mark",
  byline: "brand-byline",
  data: "brand-mark",
  marked: "brand-mark",
  link: "brand-link",
  state: "brand-state",
  logo: "brand-nearby",
  crumb: "brand-nearby",
  beside: "brand-nearby",
};
/** What a name gains by beginning the product's own words, or by standing in them. */
const begins = 0.5;
const within = 0.35;
/** Below it nothing is said. */
export const makerThreshold = 0.69;
/** Two names as likely as each other are no answer. */
const margin = 0.04;

export interface EvidenceContext {
  /** The product's name, the heading, the title: whatever names the product. */
  readonly words: readonly string[];
  /** Names of the site, and of who sells here: makers only where the page states it. */
  readonly sellers: readonly string[];
}

export interface LikelyMaker {
  readonly name: string;
  readonly confidence: number;
  readonly code: EvidenceCode;
}

interface Candidate {
  readonly name: string;
  readonly folded: string;
  /** Weight by place: the best of each. */
  readonly places: Map<MakerPlace, number>;
}

/**
 * Combines names by where they stood: places that agree make a name likelier, as independent witnesses do. Names
 * that share a place with others weigh less there, but for those that the product's own words bear out.
 */
export function likelyMakers(makers: readonly MakerName[], context: EvidenceContext): readonly LikelyMaker[] {
  const words = context.words.map(spaced).filter((text) => text.trim() !== "");
  const sellers = new Set(context.sellers.map(foldName).filter(Boolean));
  return candidatesOf(makers, words)
    .map((candidate) => weigh(candidate, words, sellers))
    .toSorted((a, b) => b.confidence - a.confidence);
}

/** The one maker that is likely enough and ahead of all others. */
export function surestMaker(ranked: readonly LikelyMaker[]): LikelyMaker | undefined {
  const [best, next] = ranked;
  if (!best || best.confidence < makerThreshold) return undefined;
  if (next && best.confidence - next.confidence < margin && !isSameMaker(best.name, next.name))
    return undefined;
  return best;
}

/** `Weleda` and `Weleda Naturkosmetik`. */
function isSameMaker(a: string, b: string): boolean {
  const [one, other] = [spaced(a), spaced(b)];
  return one.startsWith(other) || other.startsWith(one);
}

function candidatesOf(makers: readonly MakerName[], words: readonly string[]): readonly Candidate[] {
  const candidates = new Map<string, Candidate>();
  const seenAt = new Map<MakerPlace, Set<string>>();
  for (const { name, place } of makers) {
    const folded = foldName(name);
    if (folded.length < 2) continue;
    const candidate = candidates.get(folded) ?? { name, folded, places: new Map() };
    candidates.set(folded, candidate);
    const seen = seenAt.get(place) ?? new Set();
    seenAt.set(place, seen.add(folded));
    if (candidate.places.has(place)) continue;
    candidate.places.set(place, weights[place] * shareOf(seen.size, place, agreement(name, words)));
  }
  for (const { places } of candidates.values())
    for (const [place, weight] of places) {
      const others = (seenAt.get(place)?.size ?? 1) - 1;
      // Statements are read in order; of the rest nobody knows which one is meant.
      if (!stating.has(place) && others > 0)
        places.set(place, weight / Math.sqrt(1 + Math.min(others, 8) / 2));
    }
  return [...candidates.values()];
}

/** The second label on a page often speaks of another product; one that names what is in the title does not. */
function shareOf(rank: number, place: MakerPlace, agrees: number): number {
  if (!stating.has(place) || rank === 1) return 1;
  return agrees > 0 ? 0.8 : 0.5 ** (rank - 1);
}

function weigh(candidate: Candidate, words: readonly string[], sellers: ReadonlySet<string>): LikelyMaker {
  const { folded, name, places } = candidate;
  const agrees = agreement(name, words);
  const isSeller = sellers.has(folded);
  let doubt = 1;
  let strongest: MakerPlace = "beside";
  for (const [place, weight] of places) {
    const usable = isSeller && !stating.has(place) ? 0 : weight;
    doubt *= 1 - usable;
    if (weight > (places.get(strongest) ?? 0)) strongest = place;
  }
  const isStated = [...places.keys()].some((place) => stating.has(place));
  // A shop is named all over its pages, and in its title.
  if (!isSeller) doubt *= 1 - agrees;
  else doubt = 1 - (1 - doubt) * 0.9;
  const likely = 1 - doubt;
  return {
    name,
    code: codes[strongest],
    confidence: isStated || agrees > 0 ? likely : Math.min(likely, 0.68),
  };
}

/** How far the product's words bear a name out: as their beginning, a part, or not at all. */
function agreement(name: string, words: readonly string[]): number {
  const text = spaced(name);
  if (text.trim().length < 2) return 0;
  const isSpaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(name);
  const needle = isSpaceless ? text.trim() : text;
  const places = words.map((line) => line.indexOf(needle)).filter((at) => at >= 0);
  if (places.length === 0) return 0;
  return words.some((line) => isNearStart(line, needle)) ? begins : within;
}

/** A name that begins the text, or stands behind one word: `Buy Kite …`, `The Kite …`. */
function isNearStart(line: string, needle: string): boolean {
  const at = line.indexOf(needle);
  return at >= 0 && line.slice(0, at).trim().split(" ").length <= 1;
}

/** Words in lower case with one space around each: ` tp link tapo `. */
function spaced(text: string): string {
  const flat = text
    .slice(0, 400)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/gu, "")
    .replace(/['’`´]/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
  return ` ${flat} `;
}
