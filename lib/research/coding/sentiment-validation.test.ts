import "fake-indexeddb/auto";
import { afterEach, describe, expect, test } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { emptyCoding } from "../../db/research-codings.ts";
import { putCodings } from "../../db/research-items.ts";
import { keepSample } from "../../db/research-samples.ts";
import { openResearch } from "../../db/research.ts";
import {
  enoughToValidate,
  type SentimentPair,
  sentimentValidation,
  validationOf,
} from "./sentiment-validation.ts";

const pairs = (count: number, pair: Partial<SentimentPair> = {}): SentimentPair[] =>
  Array.from({ length: count }, () => ({ byHand: 1, computed: 0.5, isDrawn: false, ...pair }));

describe("whether computed sentiment may be shown", () => {
  test("with too few items by hand there is no figure, only how many there are", () => {
    expect(validationOf(pairs(enoughToValidate - 1))).toEqual({ n: 49, unscored: 0, isDrawn: false });
  });

  test("61 % of 120, with its interval, macro F1 and confusion", () => {
    const found = validationOf([...pairs(73), ...pairs(47, { computed: -0.5 })]);
    expect(found.agreement?.accuracy.value).toBeCloseTo(0.608, 3);
    expect(found.agreement?.accuracy.low).toBeCloseTo(0.519, 3);
    expect(found.agreement?.accuracy.high).toBeCloseTo(0.691, 3);
    expect(found.agreement?.confusion.counts).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [47, 0, 73],
    ]);
  });

  test("what was not scored does not count as right or wrong, but is told", () => {
    const found = validationOf([...pairs(60), ...pairs(8, { computed: undefined })]);
    expect(found).toMatchObject({ n: 60, unscored: 8 });
  });

  test("enough items that were drawn outweigh those that were picked", () => {
    const picked = pairs(200, { computed: -0.5 });
    const found = validationOf([...picked, ...pairs(50, { isDrawn: true })]);
    expect(found).toMatchObject({ n: 50, isDrawn: true, agreement: { accuracy: { value: 1 } } });
    expect(validationOf([...picked, ...pairs(49, { isDrawn: true })])).toMatchObject({
      n: 249,
      isDrawn: false,
    });
  });
});

describe("the validation of a collection", () => {
  const db = openResearch("validation");
  afterEach(async () => db.delete());

  test("compares what its own coder said with what was computed, and knows which items were drawn", async () => {
    const collection = await aCollection();
    const sentiment = { score: -0.4, method: "backtalk-vader-1" };
    const items = await keepItems(db, [
      ...Array.from({ length: 60 }, (_, at) => anItem(at, { sentiment })),
      anItem(60),
    ]);
    const seqs = items.map(({ seq }) => seq);
    await putCodings(
      db,
      seqs.map((seq) => ({ ...emptyCoding(collection, seq), sentiment: -1 as const })),
    );
    await putCodings(db, [{ ...emptyCoding(collection, seqs[0] ?? 0), coder: "second", sentiment: 1 }]);
    const draft = { id: "s", collection: collection.id, seed: "x", codebook: 1, createdAt: sampleNoon };
    await keepSample(db, draft, seqs);
    expect(await sentimentValidation(db, collection)).toMatchObject({ n: 60, unscored: 1, isDrawn: false });
    await keepSample(db, { ...draft, id: "whole", isWhole: true }, seqs);
    const found = await sentimentValidation(db, collection);
    expect(found).toMatchObject({ n: 60, isDrawn: true, agreement: { accuracy: { value: 1 } } });
  });
});
