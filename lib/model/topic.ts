import type { AuthorId } from "./review.ts";
import type { SubjectKey } from "./subject.ts";

/** What people tell each other about brands, whatever the trade. Names live in `_locales` under `aspect_<id>`. */
export const aspectIds = [
  "accessibility",
  "account",
  "atmosphere",
  "availability",
  "battery",
  "billing",
  "cancellation",
  "cleanliness",
  "comfort",
  "delivery",
  "design",
  "durability",
  "ethics",
  "fit",
  "honesty",
  "instructions",
  "location",
  "noise",
  "packaging",
  "price",
  "privacy",
  "quality",
  "range",
  "repair",
  "returns",
  "safety",
  "security",
  "service",
  "smell",
  "software",
  "speed",
  "staff",
  "sustainability",
  "taste",
  "waiting",
  "warranty",
  "website",
  "workers",
] as const;

export type AspectId = (typeof aspectIds)[number];

/** Something a person wrote. */
export interface TopicText {
  readonly id: string;
  readonly text: string;
  /** BCP 47, where the place says so; otherwise it is told from the words. */
  readonly lang?: string | undefined;
}

/** A piece of a text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Whether a sentence goes on before and after what is quoted of it. */
export interface SentenceCut {
  readonly before: boolean;
  readonly after: boolean;
}

/** Where a topic is spoken of: the sentence, and in it the words that say so (in units of the whole text). */
export interface TopicSentence extends TextSpan {
  readonly textId: string;
  readonly marks: readonly TextSpan[];
  readonly isCut: SentenceCut;
}

interface TopicBase {
  /** How many texts speak of it. */
  readonly count: number;
}

/** What many texts speak of: one of our aspects, or words that they share. */
type TopicName =
  | { readonly kind: "aspect"; readonly id: AspectId }
  | {
      readonly kind: "phrase";
      /** Folded; equal for its spellings. */
      readonly id: string;
      /** As most people write it. */
      readonly label: string;
    };

export type TopicFigure = TopicName & TopicBase;

export type Topic = TopicFigure & { readonly sentences: readonly TopicSentence[] };

/** Where a quoted text stands. */
export type QuoteSource =
  | {
      readonly kind: "review";
      /** With the author, where the review is found. */
      readonly subjectKey: SubjectKey;
      readonly author: AuthorId;
      readonly nickname?: string | undefined;
      /** 0–100 as signed. */
      readonly rating?: number | undefined;
      readonly isSample: boolean;
    }
  | {
      readonly kind: "comment";
      /** `Thread.key`. */
      readonly thread: string;
      readonly title: string;
      /** The original, for people. */
      readonly url: string;
      /** Id in `lib/sources`. */
      readonly source: string;
      readonly author?: string | undefined;
    };

/** A sentence as it is shown, with where it comes from. */
export interface TopicQuote {
  /** Of the text it was taken from. */
  readonly textId: string;
  readonly text: string;
  /** Words that made it count, in units of `text`. */
  readonly marks: readonly TextSpan[];
  readonly isCut: SentenceCut;
  readonly source: QuoteSource;
  /** Epoch ms. */
  readonly saidAt?: number | undefined;
  readonly lang?: string | undefined;
}

/** Texts and where they come from. */
export interface SaidText extends TopicText {
  readonly source: QuoteSource;
  /** Epoch ms. */
  readonly saidAt?: number | undefined;
}
