import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { RecordingPlan, Session } from "../../model/research/session.ts";
import { sampleRecall } from "./sample-recall.ts";

let db: ResearchDatabase;
const collection = { id: "returns-study", coder: "me" };

beforeEach(() => {
  db = openResearch(`recall-${crypto.randomUUID()}`);
});
afterEach(async () => db.delete());

async function recorded(id: string, plan: Partial<RecordingPlan> = {}): Promise<void> {
  const session: Session = {
    id,
    collection: collection.id,
    plan: {
      collection: collection.id,
      keep: { kind: "mentions", confidence: 0.7, brands: [] },
      sites: ["mastodon"],
      sampleRate: 0.1,
      minutes: 60,
      ...plan,
    },
    seed: "00112233445566778899aabbccddeeff",
    detector: { extension: "0.1.0", directory: "0123456789abcdef" },
    startedAt: sampleNoon,
    endsAt: sampleNoon + 3_600_000,
    pauses: [],
    seen: 1000,
    kept: 90,
    sampled: 40,
    notPublic: 10,
  };
  await db.sessions.put(session);
}

/** Coded items of a session: some of the sample, some matches; the first `relevant` of each with a code. */
async function coded(session: string, count: number, relevant: number, coder = "me"): Promise<void> {
  const first = await db.items.count();
  for (const [shift, why] of [
    [0, "sample"],
    [count, "mention"],
  ] as const) {
    const items = Array.from({ length: count }, (_, at) => anItem(first + shift + at, { why, session }));
    for (const [at, { seq }] of (await keepItems(db, items)).entries()) {
      const codes = at < relevant ? ["returns"] : [];
      await db.codings.put({ collection: collection.id, seq, coder, codes, note: "", codebook: 1, at: 0 });
    }
  }
}

describe("what samples tell of what was missed", () => {
  it("is nothing where no recording kept a sample, or everything was kept", async () => {
    await recorded("none", { sampleRate: 0 });
    await recorded("all", { keep: { kind: "everything" } });
    expect(await sampleRecall(db, collection)).toBeUndefined();
  });

  it("is that nobody has looked yet, until the collection's own coder has", async () => {
    await recorded("one");
    await coded("one", 4, 1, "other");
    expect(await sampleRecall(db, collection)).toEqual({ sampled: 40, coded: 0 });
  });

  it("is a share of all that did not match, of sessions with a sample alone", async () => {
    await recorded("one");
    await recorded("none", { sampleRate: 0 });
    await coded("one", 10, 1);
    await coded("none", 10, 10);
    const found = await sampleRecall(db, collection);
    expect(found).toMatchObject({ sampled: 40, coded: 10 });
    // A tenth of 900 that did not match; a tenth of 90 matches is relevant.
    expect(found?.estimate?.missed.value).toBeCloseTo(90, 10);
    expect(found?.estimate?.recall?.value).toBeCloseTo(9 / 99, 10);
  });

  it("is of the chosen sessions", async () => {
    await recorded("one");
    await recorded("two");
    await coded("one", 2, 0);
    await coded("two", 2, 2);
    expect((await sampleRecall(db, collection, ["one"]))?.estimate?.missed.value).toBe(0);
    expect((await sampleRecall(db, collection, ["two"]))?.estimate?.missed.value).toBe(900);
    expect((await sampleRecall(db, collection))?.estimate?.missed.value).toBe(900);
    expect(await sampleRecall(db, collection, ["three"])).toBeUndefined();
  });
});
