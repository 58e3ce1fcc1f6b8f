import type { Mention } from "../../model/mention.ts";
import type { Post, PostMedia } from "../../model/post.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { Sentiment } from "../../model/research/item.ts";

/** A post as it was met, before its people are protected. */
export interface FoundPost {
  readonly post: Post;
  readonly site: string;
  readonly mentions: readonly Mention[];
  /** Address of the conversation that it stands in, where that is known. */
  readonly thread?: string;
}

/** What may be kept of it. Spans of the mentions are offsets in this text. */
interface ProtectedPost {
  readonly author?: string;
  readonly url?: string;
  readonly text: string;
  readonly links: readonly string[];
  readonly replyTo?: string;
  readonly thread?: string;
  readonly media: readonly PostMedia[];
  readonly mentions: readonly Mention[];
  readonly sealed?: string;
}

/** What making an item takes beside the post itself. */
export interface CaptureTools {
  /** Whether a collection may keep posts of such an audience at all. */
  readonly mayKeep: (post: Pick<Post, "audience">, collection: Collection) => boolean;
  /** Whether its author asked to be taken out of the collection: then nothing of it is kept. */
  readonly isErased: (post: ProtectedPost) => boolean;
  readonly protect: (found: FoundPost, collection: Collection) => Promise<ProtectedPost>;
  /** `undefined`: not scored, because the language has no method or is not known. */
  readonly sentimentOf: (text: string, lang: string | undefined) => Sentiment | undefined;
  /** BCP 47, where the text is long enough to tell. */
  readonly languageOf: (text: string) => Promise<string | undefined>;
}
