import type { BrandEntry } from "../../lib/brands/directory-format.ts";

/** An entry with what only the index knows. */
export interface DirectoryRow {
  readonly entry: Omit<BrandEntry, "id">;
  /** Further Wikidata ids that mean it. */
  readonly wikidata: readonly string[];
  /** Labels that mean it under any country's suffix. */
  readonly labels: readonly string[];
  /** `[platform, handle]` that are its alone. */
  readonly handles: readonly (readonly [string, string])[];
  readonly rank: number;
}
