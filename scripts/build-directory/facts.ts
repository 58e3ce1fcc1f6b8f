/** What one source says of one brand, before sources are joined. */
export interface BrandFacts {
  readonly source: "supplement" | "name-suggestion-index" | "simple-icons";
  readonly name: string;
  readonly aliases: readonly string[];
  readonly sites: readonly SiteClaim[];
  /** `[platform, handle]` as written. */
  readonly handles: readonly (readonly [platform: string, handle: string])[];
  readonly owner?: string;
  readonly category?: string;
  readonly wikidata?: string;
  /** How well known it is as far as the source can tell; compared only with other rows of the same source. */
  readonly weight: number;
  /** Seen in several countries, or worldwide: a site under another country's suffix may well be its own. */
  readonly international: boolean;
}

/** A website that a source ascribes to a brand. */
export interface SiteClaim {
  /** Without `www.`. */
  readonly host: string;
  readonly registrable: string;
  /** The registrable domain without its suffix. */
  readonly label: string;
  /** The address has no path beyond `/`, a language or an index page. */
  readonly isRoot: boolean;
}
