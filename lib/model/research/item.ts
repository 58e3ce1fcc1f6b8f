import type { Mention } from "../mention.ts";
import type { PostAudience, PostMedia, PostMetrics, TimePrecision } from "../post.ts";
import type { CollectionId } from "./collection.ts";
import type { DetectorStamp, SessionId } from "./session.ts";

/** 32 hex digits: HMAC, under the collection's key, of the platform and the post's address (else author and words). */
export type ItemKey = string;

/** Why an item is in a collection. `sample`: kept although the rule did not match, to estimate what was missed. */
export type KeptBecause = "everything" | "words" | "mention" | "sample" | "by-hand" | "import";

/** A sentiment that was computed. */
export interface Sentiment {
  /** −1…1. */
  readonly score: number;
  /** Which method, with its version: `vader-1`. */
  readonly method: string;
}

/** W3C Web Annotation: text quote and text position selectors of a selection in a page. UTF-16 offsets in its text. */
export interface TextTarget {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start?: number;
  readonly end?: number;
}

/** What an item said before it was edited. */
export interface TextVersion {
  readonly text: string;
  /** When this text was first and last met. */
  readonly from: number;
  readonly to: number;
}

/** A post, comment or selection that a collection keeps. Every string is untrusted. */
export interface ResearchItem {
  /** Given by the database, rising. */
  readonly seq: number;
  readonly collection: CollectionId;
  readonly key: ItemKey;
  readonly why: KeptBecause;
  readonly session?: SessionId;
  /** Id of the `FeedView` in which it was first met. */
  readonly view?: string;
  /** Site id; `web` for a selection on any other page. */
  readonly site: string;
  /** Its own address; handles in it replaced where the collection pseudonymises. */
  readonly url?: string;
  /** A pseudonym (`p-…`), or the handle or name as the page shows it. */
  readonly author?: string;
  /** Compact JWE of the original address and author, to the collection's `sealTo`. */
  readonly sealed?: string;
  readonly publishedAt?: number;
  readonly publishedAtPrecision?: TimePrecision;
  readonly collectedAt: number;
  readonly lastSeenAt: number;
  readonly text: string;
  /** Whether the page showed only the beginning. */
  readonly truncated: boolean;
  /** BCP 47; `langBy`: the page says so, or the browser guessed it from the text. */
  readonly lang?: string;
  readonly langBy?: "page" | "text";
  readonly links: readonly string[];
  readonly media: readonly PostMedia[];
  /** Address of what it answers; and of the conversation's first post, where it is known. Pseudonymised like `url`. */
  readonly replyTo?: string;
  readonly thread?: string;
  readonly metrics: PostMetrics;
  readonly audience: PostAudience;
  /** Spans are offsets in `text`. */
  readonly mentions: readonly Mention[];
  /** The researcher's own words that it matched. */
  readonly words: readonly string[];
  readonly detector: DetectorStamp;
  readonly sentiment?: Sentiment;
  /** Of a selection. */
  readonly target?: TextTarget;
  /** Title of the page of a selection. */
  readonly title?: string;
  /** When `text` was first met, where another stood there before. */
  readonly textSince?: number;
  /** Earlier texts, oldest first. */
  readonly versions: readonly TextVersion[];
  /** Whether it was still there when the researcher last looked. */
  readonly recheck?: { readonly at: number; readonly found: "there" | "gone" | "unclear" };
}

/** Before the database has numbered it. */
export type NewItem = Omit<ResearchItem, "seq">;
