/** What an official record or a reference work says of a brand. */
export interface Fact {
  /** Unique over all sources: `<source>:<id>`. */
  readonly key: string;
  readonly source: string;
  readonly kind: "recall" | "complaint" | "owner" | "identifier" | "profile" | "article" | "product";
  readonly title: string;
  /** The official page. */
  readonly url: string;
  /** Epoch ms. */
  readonly at?: number;
  /** Of recalls and alerts: what may happen, not how often. */
  readonly severity?: "serious" | "moderate" | "slight";
  /** Further sentences of the record. */
  readonly details?: readonly string[];
  /** Names of the products concerned, as the record writes them. */
  readonly products?: readonly string[];
  /** A number that belongs to it: units, complaints. */
  readonly count?: number;
}
