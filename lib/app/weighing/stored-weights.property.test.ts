import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crowd, day, saidAbout, storeAll } from "../../../tests/support/crowd.ts";
import { packedFrom } from "../../db/columns-store.ts";
import { type CommunityDatabase, openCommunity } from "../../db/community.ts";
import type { StoredReview } from "../../db/community-rows.ts";
import { trustScore, type WeightedVotes } from "../../model/trust-score.ts";
import { createWeightKeeper } from "./keeper.ts";

const shop = "https://kite.example";
const copied = "The seams came apart within a week and nobody answered my three letters about it.";
let databases = 0;

async function withDatabase<T>(use: (db: CommunityDatabase) => Promise<T>): Promise<T> {
  const db = openCommunity(`stored-weights-${databases++}`);
  try {
    return await use(db);
  } finally {
    await db.delete();
  }
}

/** What is kept of the shop's reviews once everything has been weighed. */
async function votesIn(db: CommunityDatabase, daysLater: number): Promise<WeightedVotes | undefined> {
  const keeper = createWeightKeeper({
    community: db,
    arm: async () => undefined,
    onWeighed: async () => undefined,
    now: () => (day + daysLater + 0.5) * 86_400_000,
  });
  await keeper.figuresOf([{ keys: [shop] }], false);
  await keeper.job.run();
  return (await db.weighed.get(shop))?.votes;
}

async function votesOf(
  ...deliveries: readonly (readonly StoredReview[])[]
): Promise<WeightedVotes | undefined> {
  return withDatabase(async (db) => {
    for (const delivery of deliveries) {
      await storeAll(db, delivery);
      // What is kept on the way must not show in the end.
      await votesIn(db, 0);
    }
    // What keys said elsewhere meanwhile is looked at on the next day.
    return votesIn(db, 1);
  });
}

/** Some of them in a ring that goes round together, some copies, some who say that they belong to the shop. */
function quarrel(honest: number): readonly StoredReview[] {
  const ring = Array.from({ length: 5 }, (_, index) =>
    [shop, "https://one.example", "https://two.example"].map((subject) =>
      saidAbout(subject, `ring ${index}`, { stars: 5, daysAgo: 21 }),
    ),
  );
  const copies = Array.from({ length: 4 }, (_, index) =>
    saidAbout(shop, `copy ${index}`, { stars: 1, daysAgo: 30 * index, opinion: copied }),
  );
  const own = saidAbout(shop, "owner", { stars: 5, affiliated: true });
  return [...crowd(shop, honest), ...ring.flat(), ...copies, own];
}

describe("what is kept of signals", () => {
  it.each([
    ["small", 20, 6],
    ["large", packedFrom, 3],
  ])("is the same in whatever order the reviews of a %s subject come", async (_, honest, numRuns) => {
    const reviews = quarrel(honest);
    const expected = await votesOf(reviews);
    expect(expected?.stars[0]).toBeLessThan(reviews.filter(({ rating }) => rating === 0).length);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...reviews], { minLength: reviews.length }),
        fc.nat(reviews.length),
        async (order, cut) => {
          expect(await votesOf(order.slice(0, cut), order.slice(cut))).toEqual(expected);
        },
      ),
      { numRuns },
    );
  });

  it("gets no weight and no voice from an exact copy", async () => {
    const original = saidAbout(shop, "original", { stars: 1, daysAgo: 400, opinion: copied });
    const before = await votesOf(crowd(shop, 20), [original]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (count) => {
        const copies = Array.from({ length: count }, (_, index) =>
          saidAbout(shop, `copy ${index}`, { stars: 1, daysAgo: 35 * index, opinion: copied }),
        );
        const after = await votesOf(crowd(shop, 20), [original], copies);
        expect(after?.stars[0]).toBeCloseTo(before?.stars[0] ?? 0);
        expect(after?.squares).toBeCloseTo(before?.squares ?? 0);
      }),
      { numRuns: 4 },
    );
  });

  it("never gets a lower score from one who gives five stars, where all weigh the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        // So few that nothing is usual yet, and no signal has anything to say.
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 8 }),
        async (stars) => {
          const some = stars.map((each, index) =>
            saidAbout(shop, `person ${index}`, { stars: each, daysAgo: 31 * index }),
          );
          const [before, after] = [
            await votesOf(some),
            await votesOf(some, [saidAbout(shop, "one more", { stars: 5, daysAgo: 3 })]),
          ].map((votes) => votes && trustScore(votes));
          expect([before?.kind, after?.kind]).toEqual(["score", "score"]);
          if (before?.kind !== "score" || after?.kind !== "score") return;
          expect(after.score).toBeGreaterThanOrEqual(before.score);
        },
      ),
      { numRuns: 6 },
    );
  });
});
