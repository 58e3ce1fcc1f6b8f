/** How exact a time is that a page shows: "3 d" is a day, `datetime="2026-05-03T10:11:12Z"` a second. */
export type TimePrecision = "second" | "minute" | "hour" | "day" | "month" | "year";

/** Who wrote a post, as far as the page says. Untrusted text. */
export interface PostAuthor {
  readonly name?: string;
  /** Without `@`; with its host where the platform has many (`anna@social.example`). */
  readonly handle?: string;
  readonly url?: string;
}

export interface PostMedia {
  readonly kind: "image" | "video" | "audio";
  readonly url?: string;
  /** What the page says for those who cannot see it. */
  readonly alt?: string;
}

/** Counts that the page shows; none where it shows none. */
export interface PostMetrics {
  readonly replies?: number;
  readonly likes?: number;
  readonly shares?: number;
  readonly views?: number;
  /** Votes up less votes down. */
  readonly score?: number;
}

/** Who may read it: everybody, only some, or the page does not tell. */
export type PostAudience = "public" | "restricted" | "unknown";

/** One post, comment or review as it stands in a page. Every string is untrusted and of bounded length. */
export interface Post {
  /** Its own address, without tracking. None where the page gives it none. */
  readonly url?: string;
  readonly author?: PostAuthor;
  /** Epoch milliseconds. */
  readonly publishedAt?: number;
  readonly publishedAtPrecision?: TimePrecision;
  /** Plain text, line breaks kept. */
  readonly text: string;
  /** Whether the page shows only the beginning. */
  readonly truncated: boolean;
  /** Where it links to, redirectors of the platform undone. */
  readonly links: readonly string[];
  readonly media: readonly PostMedia[];
  /** Address of what it answers. */
  readonly replyTo?: string;
  readonly metrics: PostMetrics;
  readonly audience: PostAudience;
}
