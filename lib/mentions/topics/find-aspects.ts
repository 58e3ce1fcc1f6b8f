import type { TextReader } from "./read-text.ts";
import { lookAlike, termIndex, type TermNode } from "./term-index.ts";

/** Words of a text, by their places, that speak of an aspect. */
export interface AspectHit {
  /** Its place in `aspectIds`. */
  readonly aspect: number;
  readonly first: number;
  /** The last word itself. */
  readonly last: number;
}

/** Every term in a text, in order, without those that are part of a look-alike or of a longer term of the same aspect. */
export function findAspects(reader: TextReader): readonly AspectHit[] {
  const hits: AspectHit[] = [];
  const { root } = termIndex();
  for (let at = 0; at < reader.words.length; at++) follow(reader, root, at, at, hits);
  return hits.length < 2 ? hits.filter(({ aspect }) => aspect !== lookAlike) : withoutShadowed(hits);
}

/** Terms are five words at most, and a word fits few patterns: the depth and width of this walk are bounded. */
function follow(reader: TextReader, node: TermNode, first: number, at: number, hits: AspectHit[]): void {
  const word = reader.words[at];
  if (!word || (at > first && !reader.joinsBefore(at))) return;
  for (const pattern of word.patterns) {
    const next = node.next.get(pattern);
    if (!next) continue;
    const said = next.ends.find(
      ({ aspect, languages }) => aspect === lookAlike && languages & reader.language.bits,
    );
    if (said) hits.push({ aspect: lookAlike, first, last: at });
    for (const aspect of aspectsAt(next, reader.language.bits)) hits.push({ aspect, first, last: at });
    follow(reader, next, first, at + 1, hits);
  }
}

function aspectsAt({ ends }: TermNode, bits: number): ReadonlySet<number> {
  const found = ends.filter(({ aspect, languages }) => aspect !== lookAlike && languages & bits);
  return new Set(found.map(({ aspect }) => aspect));
}

/** Longest terms are a few words, so what can shadow a hit stands within as many hits of its neighbours. */
const mostWords = 8;

function withoutShadowed(hits: readonly AspectHit[]): AspectHit[] {
  return hits.filter((hit, place) => {
    if (hit.aspect === lookAlike) return false;
    for (let other = place - 1; other >= 0; other--) {
      const near = hits[other];
      if (!near || near.first < hit.first - mostWords) break;
      if (shadows(near, hit)) return false;
    }
    for (let other = place + 1; other < hits.length; other++) {
      const near = hits[other];
      if (!near || near.first > hit.last) break;
      if (shadows(near, hit)) return false;
    }
    return true;
  });
}

function shadows(near: AspectHit, hit: AspectHit): boolean {
  if (near.last < hit.first || near.first > hit.last) return false;
  const [length, own] = [near.last - near.first, hit.last - hit.first];
  return near.aspect === lookAlike ? length >= own : near.aspect === hit.aspect && length > own;
}
