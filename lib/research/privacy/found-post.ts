import type { Mention } from "../../model/mention.ts";
import type { Post, PostMedia } from "../../model/post.ts";

/** A post as it was met, before it is kept. */
export interface FoundPost {
  readonly post: Post;
  /** Site id; `web` for a selection on any other page. */
  readonly site: string;
  /** Spans are offsets in the post's text. */
  readonly mentions: readonly Mention[];
  /** Address of the conversation's first post. */
  readonly thread?: string | undefined;
}

/** What of it a collection may keep. */
export interface ProtectedPost {
  readonly author?: string;
  readonly url?: string;
  readonly text: string;
  readonly links: readonly string[];
  readonly replyTo?: string;
  readonly thread?: string;
  readonly media: readonly PostMedia[];
  /** Spans are offsets in the new text. */
  readonly mentions: readonly Mention[];
  readonly sealed?: string;
}
