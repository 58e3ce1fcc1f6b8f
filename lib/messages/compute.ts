import type { Result } from "../model/result.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { TopicFigure, TopicQuote } from "../model/topic.ts";
import type { WeighQuery, Weighing } from "../model/weighing.ts";

/** Whose texts are looked through: reviews of some subjects, and conversations about a brand that were read. */
export interface TopicsAbout {
  readonly keys: readonly SubjectKey[];
  /** None where no conversation belongs to the subject: a product. */
  readonly brandId?: string | undefined;
  /** What it is called: its own name is no topic. */
  readonly names: readonly string[];
}

export interface FoundTopics {
  /** How many texts were looked through. */
  readonly texts: number;
  /** Most texts first. None where there are too few texts to say what "most" is. */
  readonly topics: readonly TopicFigure[];
}

export interface QuotesQuery {
  readonly about: TopicsAbout;
  readonly kind: TopicFigure["kind"];
  readonly id: string;
  /** How many to leave out: those that were shown before. */
  readonly skip: number;
  readonly limit: number;
}

/** Newest first. */
export interface FoundQuotes {
  readonly quotes: readonly TopicQuote[];
  /** How many there are in all. */
  readonly total: number;
}

/** Extension page → the dedicated worker that it has started. Everything stays on the device. */
export interface ComputeMessages {
  topics(about: TopicsAbout): Promise<Result<FoundTopics>>;
  quotes(query: QuotesQuery): Promise<Result<FoundQuotes>>;
  /** What signals make of some subjects' reviews. Asked again when nothing has changed, it costs nothing. */
  weigh(query: WeighQuery): Promise<Result<Weighing>>;
}
