import { foldLetters } from "../../brands/fold-name.ts";
import { aspectIds, type Topic, type TopicText } from "../../model/topic.ts";
import { type AspectHit, findAspects } from "./find-aspects.ts";
import { Phrases } from "./phrases.ts";
import { TextReader } from "./read-text.ts";
import { TopicSentences } from "./topic-sentences.ts";
import { Vocabulary } from "./vocabulary.ts";

export interface TopicOptions {
  /** What the brand is called: its own name is no topic. */
  readonly names?: readonly string[];
}

/** Texts that speak of an aspect before it is a topic. */
const fewestTexts = 2;
/** A text at least this long that comes again word for word is a copy, not a voice. */
const shortestCopy = 60;

/** Reads texts one by one and says what they mention. See docs/topics.md for what counts, and why. */
export class TopicCounter {
  /** Texts that were counted: those with words, copies once. */
  texts = 0;
  readonly #reader: TextReader;
  readonly #phrases: Phrases;
  readonly #aspects = aspectIds.map(() => new TopicSentences());
  readonly #seen = new Set<string>();

  constructor({ names = [] }: TopicOptions = {}) {
    const vocabulary = new Vocabulary();
    this.#reader = new TextReader(vocabulary);
    const nameWords = names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).map(foldLetters);
    this.#phrases = new Phrases(vocabulary, new Set(nameWords));
  }

  add(said: TopicText): void {
    if (this.#isCopy(said.text)) return;
    const reader = this.#reader;
    reader.read(said.text, said.lang);
    if (!reader.words.some((word) => word)) return;
    this.texts++;
    const hits = findAspects(reader);
    for (const hit of hits) this.#addHit(said, hit);
    this.#phrases.add(said, reader, hits);
  }

  #isCopy(text: string): boolean {
    const trimmed = text.trim();
    if (trimmed.length < shortestCopy) return false;
    if (this.#seen.has(trimmed)) return true;
    this.#seen.add(trimmed);
    return false;
  }

  #addHit({ id, text }: TopicText, { aspect, first, last }: AspectHit): void {
    const reader = this.#reader;
    this.#aspects[aspect]?.add(id, text, reader.sentenceAround(first), reader.span(first, last));
  }

  /** What was mentioned, most texts first. */
  topics(): Topic[] {
    const aspects = this.#aspects.flatMap(({ count, found }, place): Topic[] => {
      const id = aspectIds[place];
      return id && count >= fewestTexts ? [{ kind: "aspect", id, count, sentences: found }] : [];
    });
    return [...aspects, ...this.#phrases.topics(this.texts)].toSorted((a, b) => b.count - a.count);
  }
}

/** What these texts mention, most texts first. */
export function topicsOf(texts: readonly TopicText[], options?: TopicOptions): readonly Topic[] {
  const counter = new TopicCounter(options);
  for (const text of texts) counter.add(text);
  return counter.topics();
}
