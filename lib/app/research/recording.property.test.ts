import "fake-indexeddb/auto";
import "../../../tests/support/property-seed.ts";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { everything, recordedPost, recordingWorld } from "../../../tests/support/recording-world.ts";
import type { SeenPost } from "../../model/seen-post.ts";
import type { RecordingPlan } from "../../model/research/session.ts";

/** One reading of a post: unfolded or not, its audience known or not. */
const reading = fc
  .record({
    index: fc.nat(12),
    isFolded: fc.boolean(),
    audience: fc.constantFrom("public" as const, "unknown" as const),
  })
  .map(({ audience, index, isFolded }): SeenPost => {
    const text = index % 3 === 0 ? `No ${index}: the new Kite is fine.` : `No ${index}: the train was late.`;
    return recordedPost(index, isFolded ? `${text.slice(0, 12)}…` : text, { audience, truncated: isFolded });
  });

const batches = fc.array(fc.array(reading, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

/** How often a batch comes, and whether the worker dies before, within or after it is written. */
const deliveries = batches.chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc
      .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all))
      .map(([once, again]) => once.concat(again)),
    deaths: fc.array(fc.constantFrom("none", "protect", "bulkPut", "tallies", "sessions"), { maxLength: 12 }),
  }),
);

const plan: RecordingPlan = {
  ...everything,
  keep: { kind: "words", words: ["kite"] },
  sampleRate: 1,
};

/** What is to be seen of a recording, without what depends on when and in which order things were met. */
async function outcome(order: readonly (readonly SeenPost[])[], deaths: readonly string[]): Promise<unknown> {
  let dying: string | undefined;
  const die = (where: string): void => {
    if (dying === where) throw new Error("killed");
  };
  const world = await recordingWorld(
    {},
    {
      async protect({ post }) {
        die("protect");
        const { links, media, text, url } = post;
        return { ...(url && { url }), text, links, media, mentions: [] };
      },
    },
  );
  const { db } = world;
  // Whatever is written last is undone with the rest.
  for (const [name, table] of [
    ["tallies", db.tallies],
    ["sessions", db.sessions],
    ["bulkPut", db.seen],
  ] as const)
    table.hook("creating", () => die(name));
  db.sessions.hook("updating", () => die("sessions"));
  await world.background().recording.start(plan);
  const left = [...deaths];
  for (const batch of order) {
    for (;;) {
      dying = left.shift();
      try {
        // A worker that was killed begins with nothing but the disk.
        await world.report(world.background().keep, batch);
        break;
      } catch (error) {
        if (!String(error).includes("killed")) throw error;
      }
    }
  }
  const items = (await world.items()).map(({ audience, text, truncated, url, versions, why, words }) => {
    return { audience, text, truncated, url, versions, why, words };
  });
  const [session] = await db.sessions.toArray();
  const views = await db.views.toArray();
  const tallies = await db.tallies.toArray();
  const result = {
    items: items.toSorted((a, b) => a.text.localeCompare(b.text)),
    counters: [session?.seen, session?.kept, session?.sampled, session?.notPublic],
    views: views.map(({ kept, kind, seen }) => ({ kept, kind, seen })),
    tallies: tallies.map(({ day, kept, seen }) => ({ day, kept, seen })),
    seenRows: await db.seen.count(),
  };
  await db.delete();
  return result;
}

it("the same batches in any order, any number of times, killed anywhere: the same items and counters", async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ all, deaths, order }) => {
      expect(await outcome(order, deaths)).toEqual(await outcome(all, []));
    }),
    { numRuns: 60 },
  );
}, 60_000);
