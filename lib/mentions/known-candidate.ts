import type { BrandEntry } from "../brands/directory.ts";
import type { ReadCandidate } from "./evidence.ts";

/** A candidate whose brand was looked up. */
export interface KnownCandidate {
  readonly candidate: ReadCandidate;
  readonly entry: BrandEntry;
  /** Beside those of the candidate. */
  readonly further: readonly string[];
}
