import type { PostAuthor } from "./post.ts";

/** What content code reports of a post: what its brands are found by, and nothing else. */
export interface SeenPost {
  readonly url?: string;
  readonly author?: PostAuthor;
  /** As `Post.text`, cut. */
  readonly text: string;
  readonly links: readonly string[];
}

/** Posts of one platform that came into a page together. */
export interface PostBatch {
  /** Id of the `Site` that read them. */
  readonly site: string;
  /** Address of the page or frame. */
  readonly url: string;
  /** The page's own language, BCP 47. */
  readonly lang?: string;
  readonly posts: readonly SeenPost[];
}

/** Bounds that content code keeps and the background checks again. Lengths are UTF-16 units. */
export const seenPostLimits = {
  posts: 40,
  text: 5000,
  links: 20,
  link: 2048,
  name: 200,
  /** Of what a post says, in the sidebar. */
  quote: 500,
} as const;
