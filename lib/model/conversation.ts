import type { RichText } from "./rich-text.ts";

/** A conversation elsewhere, as a list shows it. */
export interface Thread {
  /** Unique over all sources and places: `<source>:<origin's host>:<id>`. */
  readonly key: string;
  /** Id in `lib/sources`. */
  readonly source: string;
  /** Where it is read: `https://lobste.rs`. */
  readonly origin: string;
  /** Its id there. */
  readonly id: string;
  readonly title: string;
  /** The original, for people. */
  readonly url: string;
  /** The page it is about. */
  readonly about?: string;
  /** The first words, where a place gives no title of its own or a text beside it. */
  readonly excerpt?: string;
  /** Epoch ms. */
  readonly publishedAt?: number;
  readonly replies?: number;
  readonly score?: number;
  /** BCP 47. */
  readonly language?: string;
  /** A room of the place: a community, a tag, a site of a network. */
  readonly room?: string;
}

export interface Comment {
  readonly id: string;
  /** Of the comment that it answers; none: of the thread itself. */
  readonly parentId?: string;
  readonly author: string;
  /** Epoch ms. */
  readonly publishedAt?: number;
  readonly body: RichText;
  readonly score?: number;
  readonly url?: string;
}

/** A thread with what was said in it. Parents come before their answers. */
export interface Conversation {
  readonly thread: Thread;
  readonly body: RichText;
  readonly comments: readonly Comment[];
  /** False where the place holds more than it gave. */
  readonly isWhole: boolean;
}
