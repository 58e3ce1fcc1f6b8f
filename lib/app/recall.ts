import type { DailyBrandRow } from "../db/talk-rows.ts";
import { leadingRecall } from "../model/recall-match.ts";
import type { Resolution } from "../model/subject.ts";
import type { PageRecall } from "../model/tab-state.ts";

export interface RecallDependencies {
  /** What the newest daily files say of a brand: the local copy alone, the same for everyone. */
  readonly dailyOf: (brandId: string) => Promise<readonly DailyBrandRow[]>;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * The recall that a page has to speak of. Only of the brand: a shop is never blamed for what it sold. One read of the
 * database, none where the page is about no brand.
 */
export async function recallOfPage(
  { brand, product }: Resolution,
  { dailyOf, now }: RecallDependencies,
): Promise<PageRecall | undefined> {
  if (!brand) return undefined;
  const facts = (await dailyOf(brand.brandId)).flatMap((row) => row.facts);
  const compared = product && { name: product.name, gtins: product.gtins, brand: brand.name };
  const leading = leadingRecall(facts, compared, now());
  if (!leading) return undefined;
  const { concerns, fact } = leading;
  return { concerns, ...(fact.severity && { severity: fact.severity }) };
}
