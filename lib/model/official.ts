import type { AuthorId } from "./review.ts";

/** Where a brand proves a key: a file on its site, a link in its front page's head, a DNS record. */
export type ProofMethod = "well-known" | "link" | "dns";

/** A key that has proven that it speaks for a brand, as a feed's daily file says or its front page did. */
export interface OfficialKey {
  /** The brand's primary domain. */
  readonly brandId: string;
  readonly author: AuthorId;
  /** Where the proof can be read. Never fetched by us. */
  readonly proofUrl?: string;
  readonly method?: ProofMethod;
  /** When the proof was last seen in its place, in epoch ms. */
  readonly checkedAt?: number;
  /** Epoch ms; from then on it is none. Missing in older feeds, whose word holds for as long as they say it. */
  readonly expiresAt?: number;
}

/** Whether a proof holds at a moment (epoch ms). */
export function holdsAt({ expiresAt }: Pick<OfficialKey, "expiresAt">, nowMs: number): boolean {
  return expiresAt === undefined || expiresAt > nowMs;
}

/** An answer by such a key to a review of its own brand. */
export interface OfficialAnswer {
  /** Id of the reply. */
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly isSample?: true;
}
