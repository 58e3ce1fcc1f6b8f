/** Why a run of text is taken for a brand, strongest first. Words for people live in `_locales` under `mention_<reason>`. */
export type MentionReason =
  | "link"
  | "handle"
  | "cashtag"
  | "hashtag"
  | "author"
  | "distinctive-name"
  | "page-topic"
  | "category-words"
  | "other-brands"
  | "name";

/** A place where a text names a brand of the directory. */
export interface Mention {
  readonly brandId: string;
  /** The brand's name in the directory. */
  readonly name: string;
  /** UTF-16 offsets in the text as it was given; none where only a link outside the text names the brand. */
  readonly span?: { readonly start: number; readonly end: number };
  /** 0–1: how often such a mention is right. Callers choose the threshold. */
  readonly confidence: number;
  readonly reasons: readonly MentionReason[];
}
