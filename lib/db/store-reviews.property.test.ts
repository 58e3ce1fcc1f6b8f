import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { referenceState } from "../../tests/support/reference-reviews.ts";
import { type Statement, stored } from "../../tests/support/statements.ts";
import { hasTrait, trait } from "../columns/traits.ts";
import type { ReviewKind } from "../model/review.ts";
import { sampleDataSource } from "../model/sample.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import type { StoredReview } from "./community-rows.ts";
import { rebuildDerived } from "./rebuild.ts";
import { removeReviews, storeReviews } from "./store-reviews.ts";

const asOf = 1_700_000_000;
const kinds: readonly ReviewKind[] = ["reply", "vote", "flag", "edit", "edit", "delete", "other"];

/** A small, quarrelsome world: few authors and subjects, so that everything meets everything. */
const world = fc
  .array(
    fc.record({
      author: fc.constantFrom("ann", "ben", "cem"),
      subject: fc.constantFrom("https://one.example", "https://two.example"),
      about: fc.option(fc.record({ index: fc.nat(30), kind: fc.constantFrom(...kinds) }), { freq: 3 }),
      issuedAt: fc.constantFrom(asOf - 20, asOf - 10, asOf, asOf + 10 * 86_400),
      rating: fc.option(fc.constantFrom(0, 12, 50, 75, 100), { nil: undefined }),
      opinion: fc.option(fc.constant("words"), { nil: undefined }),
      metadata: fc.record({
        isGenerated: fc.nat(4).map((value) => value === 0),
        isAffiliated: fc.boolean(),
        isPersonalExperience: fc.boolean(),
        dataSource: fc.option(fc.constant(sampleDataSource), { nil: undefined }),
      }),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((drafts) =>
    drafts.map(({ about, ...draft }, index) => {
      const statement: Statement = { ...draft, name: `s${index}` };
      // Only earlier statements can be named: a signature is known once it is made.
      if (!about || index === 0) return stored(statement);
      return stored({ ...statement, kind: about.kind, target: `s${about.index % index}` });
    }),
  );

/** The same tokens as they may come: any order, some twice, in any number of deliveries. */
const arrival = world.chain((tokens) =>
  fc.record({
    tokens: fc.constant(tokens),
    deliveries: fc
      .tuple(
        fc.shuffledSubarray(tokens, { minLength: tokens.length }),
        fc.subarray(tokens),
        fc.array(fc.nat(tokens.length), { maxLength: 4 }),
      )
      .map(([order, again, cuts]) => cut([...order, ...again], cuts)),
    removals: fc.subarray(tokens, { maxLength: Math.min(3, tokens.length) }),
    removeAfter: fc.nat(5),
  }),
);

function cut(tokens: readonly StoredReview[], cuts: readonly number[]): StoredReview[][] {
  const edges = [0, ...cuts.toSorted((a, b) => a - b), tokens.length];
  return edges.slice(1).map((end, index) => tokens.slice(edges[index], end));
}

let databases = 0;

async function withDatabase(use: (db: CommunityDatabase) => Promise<void>): Promise<void> {
  const db = openCommunity(`property-${databases++}`);
  try {
    await use(db);
  } finally {
    await db.delete();
  }
}

/** The derived tables, in the words of the reference. */
async function stateOf(db: CommunityDatabase) {
  const rows = await db.effective.toArray();
  const voices = rows.map((row) => ({
    subjectKey: row.subjectKey,
    author: row.author,
    id: row.id,
    contentId: row.contentId,
    issuedAt: row.issuedAt,
    rating: row.rating,
    hasText: hasTrait(row.traits, trait.text),
    isGenerated: hasTrait(row.traits, trait.generated),
    isAffiliated: hasTrait(row.traits, trait.affiliated),
    isSample: hasTrait(row.traits, trait.sample),
    helpful: row.helpful,
    confirmed: row.confirmed,
    flags: row.flags,
    replies: row.replies,
  }));
  const summaries = (await db.summaries.toArray()).map(({ revision: _revision, ...summary }) => summary);
  return { voices, summaries };
}

function sorted(state: Awaited<ReturnType<typeof stateOf>>) {
  return {
    voices: state.voices.toSorted((a, b) => (a.subjectKey + a.author < b.subjectKey + b.author ? -1 : 1)),
    summaries: state.summaries.toSorted((a, b) => (a.subjectKey < b.subjectKey ? -1 : 1)),
  };
}

const expected = (tokens: readonly StoredReview[]) =>
  sorted(referenceState(tokens, asOf) as unknown as Awaited<ReturnType<typeof stateOf>>);

/** Other rules: two subjects become one. */
function place(subject: string): { subjectKey: string } {
  return { subjectKey: subject.replace(/^https:\/\/(one|two)/, "joined") };
}

describe("stored reviews", () => {
  it("end the same, whatever the order, the repeats and the deliveries", async () => {
    await fc.assert(
      fc.asyncProperty(arrival, async ({ tokens, deliveries }) => {
        await withDatabase(async (db) => {
          for (const delivery of deliveries) await storeReviews(db, delivery, { asOf });
          expect(sorted(await stateOf(db))).toEqual(expected(tokens));
        });
      }),
      { numRuns: 80 },
    );
  });

  it("end as if removed tokens had never come, whenever the removal list arrives", async () => {
    await fc.assert(
      fc.asyncProperty(arrival, async ({ tokens, deliveries, removals, removeAfter }) => {
        const ids = new Set(removals.map(({ id }) => id));
        await withDatabase(async (db) => {
          for (const [index, delivery] of deliveries.entries()) {
            if (index === removeAfter) await removeReviews(db, removals, { asOf });
            await storeReviews(db, delivery, { asOf });
          }
          await removeReviews(db, removals, { asOf });
          expect(sorted(await stateOf(db))).toEqual(expected(tokens.filter(({ id }) => !ids.has(id))));
          expect(await db.tokens.bulkGet([...ids])).toEqual([...ids].map(() => undefined));
        });
      }),
      { numRuns: 80 },
    );
  });

  it("survive a rebuild by new rules of place, and a delivery in its midst", async () => {
    await fc.assert(
      fc.asyncProperty(arrival, async ({ tokens, deliveries }) => {
        await withDatabase(async (db) => {
          const [first = [], ...rest] = deliveries;
          await storeReviews(db, first, { asOf });
          await rebuildDerived(db, place, () => {}, { normVersion: 2 });
          const placed = (list: readonly StoredReview[]) =>
            list.map((token) => ({ ...token, ...place(token.subject) }));
          for (const delivery of rest) await storeReviews(db, placed(delivery), { asOf });
          expect(sorted(await stateOf(db))).toEqual(expected(placed(tokens)));
        });
      }),
      { numRuns: 40 },
    );
  });

  it("leave nothing to do when they come again", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (tokens) => {
        await withDatabase(async (db) => {
          await storeReviews(db, tokens, { asOf });
          const before = await db.summaries.toArray();
          const result = await storeReviews(db, tokens, { asOf: asOf + 86_400 });
          expect(result).toEqual({ added: 0, known: tokens.length });
          expect(await db.summaries.toArray()).toEqual(before);
        });
      }),
      { numRuns: 20 },
    );
  });
});
