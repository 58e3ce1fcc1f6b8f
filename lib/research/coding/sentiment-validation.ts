import { codingsBy } from "../../db/research-codings.ts";
import { samplesOf } from "../../db/research-samples.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import type { HandSentiment } from "../../model/research/coding.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import { sentimentClass } from "../../model/research/query.ts";
import { type Classification, classificationOf } from "../statistics/classification.ts";
import { contingencyOf } from "../statistics/contingency.ts";

/** Fewer items by hand say too little: with 50, an accuracy of 60 % may be anything from 46 to 72. */
export const enoughToValidate = 50;

export const sentimentClasses = ["negative", "neutral", "positive"] as const;
const classOf = { [-1]: "negative", 0: "neutral", 1: "positive" } as const satisfies Record<
  HandSentiment,
  string
>;

/** What a person and the method said of one item. */
export interface SentimentPair {
  readonly byHand: HandSentiment;
  readonly computed: number | undefined;
  /** Whether the item was drawn from the whole collection, rather than picked. */
  readonly isDrawn: boolean;
}

/** How computed sentiment agrees with the person's own on this collection. */
export interface SentimentValidation {
  /** Not there with fewer than `enoughToValidate` items that both have scored. */
  readonly agreement?: Classification;
  /** Items with a sentiment by hand and a computed one, of those that count. */
  readonly n: number;
  /** Items with a sentiment by hand that were not scored, for their language or for want of words. */
  readonly unscored: number;
  /** Whether only items that were drawn count. Else the person picked them, and the figure may not hold for the rest. */
  readonly isDrawn: boolean;
}

/** Where enough items were drawn, they alone count: whoever corrects what strikes them picks the worst. */
export function validationOf(pairs: readonly SentimentPair[]): SentimentValidation {
  const drawn = scored(pairs.filter(({ isDrawn }) => isDrawn));
  const isDrawn = drawn.length >= enoughToValidate;
  const counted = isDrawn ? drawn : scored(pairs);
  const unscored = pairs.filter((pair) => (pair.isDrawn || !isDrawn) && pair.computed === undefined).length;
  const said = counted.map(({ byHand, computed }): readonly [string, string] => [
    classOf[byHand],
    sentimentClass(computed, undefined),
  ]);
  const agreement =
    counted.length >= enoughToValidate ? classificationOf(contingencyOf(said, sentimentClasses)) : undefined;
  return { n: counted.length, unscored, isDrawn, ...(agreement && { agreement }) };
}

function scored(pairs: readonly SentimentPair[]): readonly SentimentPair[] {
  return pairs.filter(({ computed }) => computed !== undefined);
}

/** Validation of the computed sentiment against what the collection's own coder said by hand. */
export async function sentimentValidation(
  db: ResearchDatabase,
  collection: { readonly id: CollectionId; readonly coder: string },
): Promise<SentimentValidation> {
  // Both at once: a live query follows what is asked for before the first answer.
  const [all, samples] = await Promise.all([
    codingsBy(db, collection.id, collection.coder),
    samplesOf(db, collection.id),
  ]);
  const codings = all.filter(({ sentiment }) => sentiment !== undefined);
  const drawn = new Set(samples.flatMap(({ isWhole, keys }) => (isWhole ? keys : [])));
  const items = await db.items.bulkGet(codings.map(({ seq }) => seq));
  return validationOf(
    codings.flatMap(({ sentiment }, index): readonly SentimentPair[] => {
      const item: ResearchItem | undefined = items[index];
      if (!item || sentiment === undefined) return [];
      return [{ byHand: sentiment, computed: item.sentiment?.score, isDrawn: drawn.has(item.key) }];
    }),
  );
}
