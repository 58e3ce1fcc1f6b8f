import type { CommunityDatabase } from "../../db/community.ts";
import { conversationsAbout, conversationTexts, reviewTexts } from "../../db/said-texts.ts";
import type { ConversationRow } from "../../db/talk-rows.ts";
import { TopicCounter } from "../../mentions/topics/topics.ts";
import type { FoundQuotes, FoundTopics, QuotesQuery, TopicsAbout } from "../../messages/compute.ts";
import type { SaidText, Topic, TopicFigure, TopicSentence } from "../../model/topic.ts";
import { CancelledError } from "../../errors.ts";
import { quoteOf } from "./quote.ts";

/** With fewer texts nothing is "mentioned most". */
const fewestTexts = 5;
/** Newest reviews that are read, at most. */
const mostReviews = 10_000;
/** Answers that are kept: one for each lens and a little of what one comes from. */
const mostKept = 4;
const mostTopics = 40;

interface Counted {
  /** What the texts were when they were counted. */
  readonly revision: string;
  readonly found: FoundTopics;
  readonly topics: readonly Topic[];
  readonly texts: ReadonlyMap<string, SaidText>;
}

/** What texts in the database mention most, counted once for each state of these texts. */
export class TopicService {
  readonly #db: CommunityDatabase;
  /** By who is asked about; the one used last stands last. */
  readonly #kept = new Map<string, Counted>();

  constructor(db: CommunityDatabase) {
    this.#db = db;
  }

  /** @throws {CancelledError} soon after `signal` was aborted. @throws {DatabaseError} */
  async topics(about: TopicsAbout, signal: AbortSignal): Promise<FoundTopics> {
    return (await this.#counted(about, signal)).found;
  }

  /** @throws {CancelledError} soon after `signal` was aborted. @throws {DatabaseError} */
  async quotes({ about, kind, id, skip, limit }: QuotesQuery, signal: AbortSignal): Promise<FoundQuotes> {
    const { topics, texts } = await this.#counted(about, signal);
    const topic = topics.find((one) => one.kind === kind && one.id === id);
    const sentences = newestFirst(topic?.sentences ?? [], texts);
    const quotes = sentences.slice(skip, skip + limit).flatMap((sentence) => {
      const said = texts.get(sentence.textId);
      return said ? [quoteOf(said, sentence)] : [];
    });
    return { quotes, total: sentences.length };
  }

  async #counted(about: TopicsAbout, signal: AbortSignal): Promise<Counted> {
    const name = JSON.stringify([about.keys, about.brandId, about.names]);
    const conversations =
      about.brandId === undefined ? [] : await conversationsAbout(this.#db, about.brandId);
    const revision = await this.#revision(about, conversations);
    const known = this.#kept.get(name);
    const counted =
      known?.revision === revision
        ? known
        : { revision, ...(await count(this.#texts(about, conversations), about, signal)) };
    this.#kept.delete(name);
    this.#kept.set(name, counted);
    for (const oldest of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(oldest);
    return counted;
  }

  /** Changes whenever one of the texts does. */
  async #revision({ keys }: TopicsAbout, conversations: readonly ConversationRow[]): Promise<string> {
    const summaries = await this.#db.summaries.bulkGet([...keys]);
    const reviews = summaries.map((row) => row?.revision ?? 0);
    return JSON.stringify([reviews, conversations.map(({ key, at }) => [key, at])]);
  }

  async *#texts(
    { keys }: TopicsAbout,
    conversations: readonly ConversationRow[],
  ): AsyncGenerator<readonly SaidText[]> {
    yield* reviewTexts(this.#db, keys, mostReviews);
    for (const row of conversations) yield conversationTexts(row);
  }
}

async function count(
  portions: AsyncIterable<readonly SaidText[]>,
  { names }: TopicsAbout,
  signal: AbortSignal,
): Promise<Omit<Counted, "revision">> {
  const counter = new TopicCounter({ names });
  const texts = new Map<string, SaidText>();
  for await (const portion of portions) {
    if (signal.aborted) throw new CancelledError();
    for (const said of portion) {
      texts.set(said.id, said);
      counter.add(said);
    }
  }
  const topics = counter.texts < fewestTexts ? [] : counter.topics().slice(0, mostTopics);
  const figures = topics.map(figureOf);
  return { texts, topics, found: { texts: counter.texts, topics: figures } };
}

function figureOf(topic: Topic): TopicFigure {
  const { kind, id, count } = topic;
  return kind === "aspect" ? { kind, id, count } : { kind, id, label: topic.label, count };
}

function newestFirst(
  sentences: readonly TopicSentence[],
  texts: ReadonlyMap<string, SaidText>,
): readonly TopicSentence[] {
  const saidAt = ({ textId }: TopicSentence): number => texts.get(textId)?.saidAt ?? 0;
  return sentences.toSorted((a, b) => saidAt(b) - saidAt(a));
}
