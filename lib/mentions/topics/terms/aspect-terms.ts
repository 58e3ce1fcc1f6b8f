import type { AspectId } from "../../../model/topic.ts";

/**
 * Words by which one language speaks of aspects. Terms are divided by commas; a term is one to five words, and a
 * word is written out, or a beginning (`recycl*`), or an ending (`*lieferung`). Case and accents do not matter, and
 * an apostrophe or hyphen is a space: `can t wait`.
 */
export interface AspectTerms {
  readonly terms: Readonly<Partial<Record<AspectId, string>>>;
  /** Words that look like an aspect's and are not: what overlaps with one of these counts for nothing, unless it is longer. */
  readonly lookAlikes: string;
}
