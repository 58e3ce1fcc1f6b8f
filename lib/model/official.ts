import type { AuthorId } from "./review.ts";

/** A key that has proven that it speaks for a brand, as a feed's daily file says. */
export interface OfficialKey {
  /** The brand's primary domain. */
  readonly brandId: string;
  readonly author: AuthorId;
  /** Where the proof can be read. Never fetched by us. */
  readonly proofUrl?: string;
}

/** An answer by such a key to a review of its own brand. */
export interface OfficialAnswer {
  /** Id of the reply. */
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly isSample?: true;
}
