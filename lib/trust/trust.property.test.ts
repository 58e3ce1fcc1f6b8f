import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Example, exampleAsOf, exampleInput, hexOf, usualReviews } from "./example-crowd.ts";
import { weigh } from "./index.ts";
import { addToClusters, clusterTexts } from "./text/text-clusters.ts";
import { separate } from "./union-find.ts";
import { emptyPrints, likeness, writePrint } from "./text/text-prints.ts";
import { leastFactor, votesOf, weightsOf } from "./weights.ts";

const texts = [
  "The zip broke on the second day and nobody answered when I wrote to the shop about it.",
  "The zip broke on the second day and nobody answered when I wrote to the shop about this.",
  "Warm, light and quiet: it has been with me for a whole winter now and still looks like new.",
  "Call +44 20 7946 0123 for the best repairs in town, or write to repairs@shop.example today.",
  "Great!",
  "",
];
/** Few days and texts, so that bursts and copies are common. */
const review = fc.record({
  stars: fc.integer({ min: 0, max: 5 }),
  daysAgo: fc.constantFrom(3, 3.1, 200, 200.5, 201, 400),
  text: fc.constantFrom(...texts),
  traits: fc.constantFrom(0, 0, 0, 4, 8),
});
const crowd = fc
  .array(review, { maxLength: 40 })
  .map((some): Example[] =>
    usualReviews(60).concat(some.map((one, index) => Object.assign(one, { author: 1000 + index }))),
  );
const statements = [1000, 1001, 1002, 1003, 1004, 1005].flatMap((author) =>
  [1, 2, 3].map((subject) => ({
    author: hexOf(author),
    subject,
    issuedAt: exampleAsOf - 3 * 86_400,
    stars: 5,
  })),
);

/** The sum of weights behind each star. */
function votes(reviews: readonly Example[]): readonly number[] {
  const input = exampleInput(reviews);
  return votesOf(input, weigh(input, exampleAsOf).weights).stars;
}

function voices(list: readonly Example[]): number {
  return weigh(exampleInput(list), exampleAsOf).weighed.voices;
}

function rootsOf(parents: Int32Array): number[] {
  return [...parents.keys()].map((row) => {
    let at = row;
    while (parents[at] !== at) at = parents[at] ?? at;
    return at;
  });
}

describe("weighing", () => {
  it("does not depend on the order in which reviews came, to the last bit", () => {
    fc.assert(
      fc.property(crowd, fc.infiniteStream(fc.nat()), (list, ranks) => {
        const shuffled = list
          .map((one) => ({ one, rank: ranks.next().value as number }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        const [first, second] = [list, shuffled].map((reviews) => {
          const { weights, weighed, reasons } = weigh(exampleInput(reviews, statements), exampleAsOf);
          const byAuthor = reviews.map(({ author }, row) => [author, weights[row]] as const);
          return {
            weighed,
            byAuthor: byAuthor.toSorted(([a], [b]) => a - b),
            reasons: reasons
              .map(({ signal, finding }) => `${signal} ${finding.reason} ${finding.rows.length}`)
              .toSorted(),
          };
        });
        expect(second).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  it("gives the same for the same reviews and the same day, and changes nothing that it was given", () => {
    fc.assert(
      fc.property(crowd, (list) => {
        const input = exampleInput(list, statements);
        const before = structuredClone({ ...input });
        const first = weigh(input, exampleAsOf);
        expect(weigh(input, exampleAsOf)).toEqual(first);
        expect(input.stars).toEqual(before.stars);
        expect(input.order).toEqual(before.order);
      }),
      { numRuns: 20 },
    );
  });

  it("weighs nothing to nothing, and nothing more than one voice", () => {
    fc.assert(
      fc.property(crowd, (list) => {
        const { weights } = weigh(exampleInput(list, statements), exampleAsOf);
        for (const weight of weights) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("lets no exact copy add any weight", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 }), (copies, stars) => {
        const original = { author: 500, stars, daysAgo: 10, text: texts[0] ?? "" };
        const list = [...usualReviews(60), original];
        const copied = Array.from({ length: copies }, (_, index) => ({
          ...original,
          author: 501 + index,
          // Far apart, so that only their text gives them away.
          daysAgo: 20 + index * 20,
        }));
        const [without, withCopies] = [votes(list), votes([...list, ...copied])];
        for (const [index, weight] of withCopies.entries())
          expect(weight).toBeLessThanOrEqual((without[index] ?? 0) + 1e-9);
        expect(voices([...list, ...copied])).toBeLessThanOrEqual(voices(list) + 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it("keeps the weightiest of one voice, so that copying a review cannot silence it", () => {
    const input = exampleInput(usualReviews(4));
    const weights = weightsOf(input, [
      { reason: "a", params: {}, rows: [1, 2, 3], weighing: { factor: 0.001 } },
      { reason: "b", params: {}, rows: [0, 1, 2, 3], weighing: "one-voice" },
    ]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
    expect(weights[0]).toBeGreaterThan(0.8);
  });

  it("has a floor under however many reasons", () => {
    const reason = { reason: "a", params: {}, rows: [0], weighing: { factor: 0.1 } };
    const weights = weightsOf(exampleInput(usualReviews(2)), [reason, reason, reason]);
    expect([...weights]).toEqual([leastFactor, 1]);
  });
});

describe("texts that are alike", () => {
  it("belong together the same way whether they come at once or one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...texts), { maxLength: 20 }), (list) => {
        const prints = emptyPrints(list.length);
        for (const [row, text] of list.entries()) writePrint(prints, row, text);
        const grown = separate(list.length);
        for (let length = 1; length <= list.length; length++) {
          const some = {
            bands: prints.bands.subarray(0, length * likeness.bands),
            flags: prints.flags.subarray(0, length),
          };
          addToClusters(grown, some, length - 1);
        }
        expect(rootsOf(grown)).toEqual(rootsOf(clusterTexts(prints)));
      }),
    );
  });
});
