import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeColumns,
  emptyColumns,
  joinColumns,
  type PackedReview,
  packReviews,
  readColumns,
  reviewAt,
} from "./columns.ts";
import { comparePositions, rankOf, type ReviewOrder } from "./rank.ts";
import { authorsIn, nearestStar, selectRows } from "./select.ts";
import { hasTrait, trait } from "./traits.ts";

const hexId = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));
const orders: readonly ReviewOrder[] = ["newest", "oldest", "critical", "helpful", "best"];

/** Few values, so that ties are common. */
const review: fc.Arbitrary<PackedReview> = fc.record(
  {
    author: hexId,
    id: hexId,
    issuedAt: fc.oneof(
      fc.constantFrom(1_577_836_800, 1_700_000_000),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    ),
    rating: fc.oneof(fc.constantFrom(0, 50, 100), fc.integer({ min: 0, max: 100 })),
    traits: fc.integer({ min: 0, max: 127 }),
    textLength: fc.integer({ min: 0, max: 65_535 }),
    helpful: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 2 ** 31 })),
  },
  { requiredKeys: ["author", "id", "issuedAt", "traits", "textLength", "helpful"] },
);
const reviews = fc.uniqueArray(review, { selector: ({ author }) => author, maxLength: 60 });

const unpack = (columns: ReturnType<typeof packReviews>): PackedReview[] =>
  Array.from({ length: columns.length }, (_, index) => reviewAt(columns, index));

const byAuthor = (list: readonly PackedReview[]): PackedReview[] =>
  list.toSorted((a, b) => (a.author < b.author ? -1 : 1));

describe("packed columns", () => {
  it("give back what was packed, through the stored buffer too", () => {
    fc.assert(
      fc.property(reviews, (list) => {
        const stored = readColumns(structuredClone(packReviews(list).buffer));
        expect(stored && unpack(stored)).toEqual(list);
      }),
    );
  });

  it("cap a long text's length instead of wrapping it round", () => {
    const long = {
      author: "00".repeat(16),
      id: "11".repeat(16),
      issuedAt: 1,
      traits: 1,
      textLength: 70_000,
      helpful: 0,
    };
    expect(reviewAt(packReviews([long]), 0).textLength).toBe(65_535);
  });

  it("refuse a buffer of another layout, cut short, or empty", () => {
    const { buffer } = emptyColumns(3);
    expect(readColumns(buffer)).toBeDefined();
    expect(readColumns(buffer.slice(0, -1))).toBeUndefined();
    expect(readColumns(new ArrayBuffer(0))).toBeUndefined();
    expect(readColumns(new ArrayBuffer(buffer.byteLength))).toBeUndefined();
  });

  it("change as a map of authors would", () => {
    const change = fc.oneof(
      review.map((changed) => ({ review: changed })),
      fc.constant({ review: undefined }),
    );
    fc.assert(
      fc.property(reviews, fc.array(fc.tuple(fc.nat(80), change)), (list, drafts) => {
        const changes = drafts.map(([index, { review: changed }]) => {
          const author = list[index]?.author ?? changed?.author ?? "ab".repeat(16);
          return changed ? { author, review: { ...changed, author } } : { author };
        });
        const map = new Map(list.map((row) => [row.author, row]));
        for (const { author, review: changed } of changes) {
          if (changed) map.set(author, changed);
          else map.delete(author);
        }
        const changed = changeColumns(packReviews(list), changes);
        expect(byAuthor(unpack(changed))).toEqual(byAuthor([...map.values()]));
      }),
    );
  });

  it("select like a sort and a filter over plain rows, page by page, over several subjects", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...orders),
        fc.array(reviews, { maxLength: 3 }),
        fc.record({
          stars: fc.option(fc.subarray([1, 2, 3, 4, 5]), { nil: undefined }),
          withText: fc.boolean(),
          ownExperience: fc.boolean(),
          ids: fc.option(fc.array(fc.nat(90), { maxLength: 40 }), { nil: undefined }),
        }),
        fc.integer({ min: 1, max: 20 }),
        (order, subjects, { ids, ...rest }, limit) => {
          const known = subjects.flat().map(({ id }) => id);
          // Some of the ids are nobody's.
          const filter = { ...rest, ids: ids && new Set(ids.map((at) => known[at] ?? "00".repeat(16))) };
          const { columns, source } = joinColumns(subjects.map(packReviews));
          const subjectKeyAt = (index: number): string => `subject ${source[index]}`;
          const passes = ({ id, rating, traits }: PackedReview): boolean =>
            (!filter.ids || filter.ids.has(id)) &&
            (!filter.stars?.length ||
              (rating !== undefined && filter.stars.includes(Math.round(rating / 25) + 1))) &&
            (!filter.withText || hasTrait(traits, trait.text)) &&
            (!filter.ownExperience || hasTrait(traits, trait.ownExperience));
          const naive = subjects
            .flatMap((list, subject) => list.map((row) => ({ ...row, subjectKey: `subject ${subject}` })))
            .filter(passes)
            .map((row) => ({ rank: rankOf(order, row), author: row.author, subjectKey: row.subjectKey }))
            .toSorted((a, b) => comparePositions(order, a, b));
          const paged: typeof naive = [];
          for (let page = 0; page * limit <= naive.length; page++) {
            const { rows, matched } = selectRows(columns, {
              order,
              filter,
              after: paged.at(-1),
              limit,
              subjectKeyAt,
            });
            expect(matched).toBe(naive.length);
            paged.push(...rows.map(({ rank, author, subjectKey }) => ({ rank, author, subjectKey })));
          }
          expect(paged).toEqual(naive);
        },
      ),
    );
  });

  it("know distinct authors over several subjects", () => {
    fc.assert(
      fc.property(reviews, reviews, (one, two) => {
        const kept = [...one, ...two].filter(({ traits }) => !hasTrait(traits, trait.generated));
        expect(authorsIn([packReviews(one), packReviews(two)], trait.generated)).toEqual(
          new Set(kept.map(({ author }) => author)),
        );
      }),
    );
  });
});

describe("orders", () => {
  const base = { issuedAt: 1000, rating: 50, helpful: 3 };
  const before = (order: ReviewOrder, first: object, second: object): void => {
    expect(rankOf(order, { ...base, ...first })).toBeLessThan(rankOf(order, { ...base, ...second }));
  };

  it.each([
    ["newest", { issuedAt: 2000 }, { issuedAt: 1000 }],
    ["oldest", { issuedAt: 1000 }, { issuedAt: 2000 }],
    ["critical", { rating: 0 }, { rating: 25 }],
    ["critical", { rating: 100 }, { rating: undefined, issuedAt: 2000 }],
    ["best", { rating: 100 }, { rating: 75 }],
    ["best", { rating: 0 }, { rating: undefined, issuedAt: 2000 }],
    ["helpful", { helpful: 9 }, { helpful: 8, issuedAt: 2000 }],
    ["helpful", { issuedAt: 2000 }, { issuedAt: 1000 }],
    ["critical", { issuedAt: 2000 }, { issuedAt: 1000 }],
  ] as const)("%s puts %o before %o", (order, first, second) => before(order, first, second));

  it("stay exact at the far ends of their ranges", () => {
    before(
      "best",
      { issuedAt: 2 ** 32 - 1, rating: undefined },
      { issuedAt: 2 ** 32 - 2, rating: undefined },
    );
    before("helpful", { issuedAt: 1, helpful: 0 }, { issuedAt: 0, helpful: 0 });
  });

  it("reads ratings as the nearest star", () => {
    expect([0, 12, 13, 37, 38, 62, 63, 87, 88, 100].map(nearestStar)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });
});
