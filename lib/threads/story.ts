import type { Thread } from "../model/conversation.ts";

/** Why a story stands below the others, as a code. Words live in `_locales` under `less_<code>`. */
export type LessCode =
  | "affiliate-links"
  | "keyword-title"
  | "link-farm"
  | "repeated-text"
  | "sales-talk"
  | "shouting";

export interface LessWeight {
  readonly code: LessCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One conversation of a story, and the same one as other servers show it. */
export interface StoryThread {
  readonly thread: Thread;
  readonly copies: readonly Thread[];
}

/** Everything that is said about one thing in one place or several. Never empty. */
export interface Story {
  /** Smallest key of its threads: stays while nothing else joins. */
  readonly key: string;
  readonly title: string;
  /** BCP 47, of the title. */
  readonly language?: string;
  /** The page that all of it is about. */
  readonly about?: string;
  /** The site of that page, without `www.`. */
  readonly host?: string;
  /** The most discussed first. */
  readonly threads: readonly StoryThread[];
  /** Of the newest thread; epoch ms. */
  readonly publishedAt?: number;
  readonly replies: number;
  readonly score: number;
  /** Why it is shown below the others. Empty: it is not. */
  readonly weighsLess: readonly LessWeight[];
}

/** Where a thread is read, as `SearchPlace.id` writes it. */
export function placeOf({ source, origin }: Thread): string {
  return `${source} ${origin}`;
}
