import type { TextSpan, Topic, TopicText } from "../../model/topic.ts";
import type { AspectHit } from "./find-aspects.ts";
import type { TextReader } from "./read-text.ts";
import { choosePhrases, type PhraseCount, phraseKey } from "./choose-phrases.ts";
import { TopicSentences } from "./topic-sentences.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word that phrases may hold, where it stands. */
interface Place extends TextSpan {
  readonly stem: number;
  /** Its place among the texts. */
  readonly text: number;
  readonly sentence: TextSpan;
  /** Follows the place before it with nothing but a space between. */
  readonly joins: boolean;
}

/** Words kept at most, over all texts: beyond, aspects alone are counted. */
const mostPlaces = 1_500_000;
const mostWords = 3;
/** Topics that are phrases, at most. */
const mostPhrases = 24;
const shortestWord = 3;

/** What texts share beside aspects: runs of up to three words between small words, and words used like nouns. */
export class Phrases {
  readonly #vocabulary: Vocabulary;
  readonly #nameWords: ReadonlySet<string>;
  readonly #texts: TopicText[] = [];
  readonly #places: Place[] = [];

  constructor(vocabulary: Vocabulary, nameWords: ReadonlySet<string>) {
    this.#vocabulary = vocabulary;
    this.#nameWords = nameWords;
  }

  /** @param hits - Words that speak of an aspect: they are counted there. */
  add(said: TopicText, reader: TextReader, hits: readonly AspectHit[]): void {
    if (!reader.language.isKnown || this.#places.length >= mostPlaces) return;
    const text = this.#texts.push(said) - 1;
    const isOpen = openWords(reader, hits, this.#nameWords);
    for (let at = 0; at < isOpen.length; at++) {
      if (isOpen[at]) this.#addPlace(reader, at, text, isOpen);
    }
  }

  #addPlace(reader: TextReader, at: number, text: number, isOpen: readonly boolean[]): void {
    const word = reader.words[at];
    if (!word) return;
    const { stem } = word;
    const joins = reader.joinsBefore(at);
    this.#places.push({
      ...reader.span(at, at),
      stem: stem.id,
      text,
      sentence: reader.sentenceAround(at),
      joins: joins && at > 0 && isOpen[at - 1] === true,
    });
    stem.times++;
    if (stem.lastText !== text) stem.texts++;
    stem.lastText = text;
    const goesOn = isOpen[at + 1] === true && reader.joinsBefore(at + 1);
    if (!goesOn && joins && isArticle(reader, at - 1)) stem.timesAsNoun++;
  }

  /** @param texts - How many were read in all. */
  topics(texts: number): Topic[] {
    const chosen = choosePhrases(this.#places, this.#vocabulary.stemsById, texts).slice(0, mostPhrases);
    const found = new Map(chosen.map((phrase) => [phrase.key, new Occurrences()]));
    for (let at = 0; at < this.#places.length; at++) this.#collect(at, found);
    return chosen.map((phrase) => this.#topic(phrase, found.get(phrase.key)));
  }

  #collect(at: number, found: ReadonlyMap<string, Occurrences>): void {
    const first = this.#places[at];
    if (!first) return;
    const stems: number[] = [];
    for (let last = at; last < at + mostWords; last++) {
      const place = this.#places[last];
      if (!place || (last > at && !place.joins)) return;
      stems.push(place.stem);
      const said = this.#texts[first.text];
      const mark = { start: first.start, end: place.end };
      if (said) found.get(phraseKey(stems))?.add(said, first.sentence, mark);
    }
  }

  #topic({ stems }: PhraseCount, occurrences = new Occurrences()): Topic {
    const id = stems.map((stem) => this.#vocabulary.stemsById[stem]?.folded ?? "").join(" ");
    const { count, found } = occurrences.sentences;
    return { kind: "phrase", id, label: occurrences.label, count, sentences: found };
  }
}

function isArticle({ words, language }: TextReader, at: number): boolean {
  return ((words[at]?.article ?? 0) & language.bits) !== 0;
}

/** Which words of a text a phrase may hold. */
function openWords(
  { words, tokens, language }: TextReader,
  hits: readonly AspectHit[],
  names: ReadonlySet<string>,
): boolean[] {
  const isOpen = words.map(
    (word, at) =>
      word !== undefined &&
      (word.common & language.bits) === 0 &&
      (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) >= shortestWord &&
      !names.has(word.stem.folded) &&
      !names.has(`${word.stem.folded}s`),
  );
  for (const { first, last } of hits) isOpen.fill(false, first, last + 1);
  return isOpen;
}

/** Where a phrase stands, and how it is written there. */
class Occurrences {
  readonly sentences = new TopicSentences();
  readonly #spellings = new Map<string, number>();

  add({ id, text }: TopicText, sentence: TextSpan, mark: TextSpan): void {
    this.sentences.add(id, text, sentence, mark);
    const spelling = text.slice(mark.start, mark.end).replaceAll(/\s+/g, " ");
    this.#spellings.set(spelling, (this.#spellings.get(spelling) ?? 0) + 1);
  }

  /** The commonest spelling; of equals the one that came first. */
  get label(): string {
    let label = "";
    let most = 0;
    for (const [spelling, times] of this.#spellings) {
      if (times > most) [label, most] = [spelling, times];
    }
    return label;
  }
}
