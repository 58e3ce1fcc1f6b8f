/** What is known of a post besides its text; all of it optional. */
export interface MentionContext {
  /** Addresses that the post links to, beside those written in its text. */
  readonly links?: readonly string[];
  /** Who wrote it, with or without `@`. */
  readonly authorHandle?: string;
  /** Where it was written, as `directory.byHandle` takes it: `x`, `instagram`, `bluesky` … */
  readonly platform?: string;
  /** Its language, as in `lang="de"`. */
  readonly lang?: string;
  /** Brands that the page or thread around it is about. */
  readonly pageBrandIds?: readonly string[];
}
