import type { Post, PostAuthor } from "./post.ts";

/** What is reported beside that while a recording is on, and never otherwise. */
export type PostDetails = Pick<
  Post,
  "audience" | "media" | "metrics" | "publishedAt" | "publishedAtPrecision" | "replyTo" | "truncated"
> & {
  /** The post's own language as its markup says, BCP 47. */
  readonly lang?: string;
};

/** What content code reports of a post: what its brands are found by, and nothing else unless it is recorded. */
export interface SeenPost {
  readonly url?: string;
  readonly author?: PostAuthor;
  /** As `Post.text`, cut. */
  readonly text: string;
  readonly links: readonly string[];
  readonly details?: PostDetails;
}

/** Posts of one platform that came into a page together. */
export interface PostBatch {
  /** Id of the `Site` that read them. */
  readonly site: string;
  /** Address of the page or frame. */
  readonly url: string;
  /** The page's own language, BCP 47. */
  readonly lang?: string;
  /** While recording: how far down the page was scrolled, in heights of the window. There may be no posts then. */
  readonly depth?: number;
  readonly posts: readonly SeenPost[];
}

/** Bounds that content code keeps and the background checks again. Lengths are UTF-16 units. */
export const seenPostLimits = {
  posts: 40,
  text: 5000,
  links: 20,
  link: 2048,
  name: 200,
  lang: 35,
  media: 12,
  alt: 1000,
  depth: 100_000,
  /** Of what a post says, in the sidebar. */
  quote: 500,
} as const;
