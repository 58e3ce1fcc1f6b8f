import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { aCollection, anItem, keepItems } from "../../../components/testing/research.ts";
import { settingInMemory } from "../../../tests/support/recording-world.ts";
import { openResearch } from "../../db/research.ts";
import type { MentionContext } from "../../mentions/mention-context.ts";
import type { MentionFinder } from "../../mentions/mention-finder.ts";
import type { Mention } from "../../model/mention.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { NewItem } from "../../model/research/item.ts";
import { createRedetections, type Redetections } from "./redetection.ts";

const newer = { extension: "2.0.0", directory: "fedcba9876543210" } as const;
const everything = { collection: "returns-study", confidence: 0.5 };

/** The newer directory knows Kite as well, hardly where it is doubted. */
function find(text: string): readonly Mention[] {
  return ["Northwind", "Kite"].flatMap((name) => {
    const start = text.indexOf(name);
    if (start < 0) return [];
    const confidence = text.includes(`${name}?`) ? 0.3 : 0.9;
    const span = { start, end: start + name.length };
    return [{ brandId: `${name.toLowerCase()}.example`, name, confidence, reasons: ["name"], span }];
  });
}

let worlds = 0;

async function world(items: readonly NewItem[], changes: Partial<Collection> = {}) {
  const db = openResearch(`redetection-${worlds++}`);
  await db.collections.add(await aCollection(changes));
  const stored = await keepItems(db, items);
  const asked: MentionContext[] = [];
  const underWay = settingInMemory<readonly string[]>([]);
  const clock = { at: 1000 };
  const findAll = vi.fn<MentionFinder["findAll"]>(async (texts) => {
    asked.push(...texts.map(({ context = {} }) => context));
    return texts.map(({ text }) => find(text));
  });
  const background = (): Redetections =>
    createRedetections({
      db,
      underWay,
      finder: async () => ({ findAll }),
      stamp: async () => newer,
      arm: async () => undefined,
      now: () => clock.at,
    });
  /** Runs the job as its alarm does, until there is nothing to do. */
  const runAll = async (): Promise<void> => {
    const { job } = background();
    while ((await job.nextRunAt()) !== undefined) await job.run();
  };
  return { db, stored, asked, underWay, clock, findAll, background, runAll };
}

describe("looking for brands anew", () => {
  it("gives every item the mentions and the stamp of today's software, and counts what is new", async () => {
    const { asked, background, db, runAll } = await world([
      anItem(1, { text: "Northwind and Kite" }),
      anItem(2, { text: "Kite alone", mentions: [] }),
      anItem(3, { text: "A train.", links: ["https://kite.example/"] }),
      anItem(4, { collection: "another", text: "Kite" }),
    ]);
    await background().begin(everything);
    await runAll();
    const items = await db.items.toArray();
    expect(items.map(({ mentions }) => mentions.map(({ name }) => name))).toEqual([
      ["Northwind", "Kite"],
      ["Kite"],
      [],
      ["Northwind"],
    ]);
    expect(items.map(({ detector }) => detector.directory)).toEqual([
      newer.directory,
      newer.directory,
      newer.directory,
      "0123456789abcdef",
    ]);
    expect(await db.redetections.get("returns-study")).toMatchObject({
      share: 1,
      done: 3,
      changed: 3,
      endedAt: 1000,
      found: [{ brandId: "kite.example", name: "Kite", count: 2 }],
    });
    expect(asked[2]).toEqual({ links: ["https://kite.example/"], platform: "mastodon", lang: "en" });
  });

  it("tells indexes of what has changed, and of nothing else", async () => {
    const { background, db, runAll, stored } = await world([
      anItem(1, { text: "Kite", mentions: find("Kite") }),
      anItem(2, { text: "Kite" }),
    ]);
    await background().begin(everything);
    await runAll();
    expect((await db.changes.toArray()).map(({ seq }) => seq)).toEqual([stored[1]?.seq]);
  });

  it("takes another threshold", async () => {
    const { background, db, runAll } = await world([anItem(1, { text: "Kite?", mentions: [] })]);
    await background().begin({ ...everything, confidence: 0.2 });
    await runAll();
    expect((await db.items.toArray())[0]?.mentions).toHaveLength(1);
    await background().begin({ ...everything, confidence: 0.8 });
    await runAll();
    expect((await db.items.toArray())[0]?.mentions).toEqual([]);
  });

  it("keeps what only the author's own account told, which a pseudonym hides now", async () => {
    const own: Mention = {
      brandId: "solvang.example",
      name: "Solvang",
      confidence: 0.85,
      reasons: ["author"],
    };
    const items = [anItem(1, { text: "We repair.", author: "p-1", mentions: [own] })];
    const { asked, background, db, runAll } = await world(items);
    await background().begin(everything);
    await runAll();
    expect((await db.items.toArray())[0]?.mentions).toEqual([own]);
    expect(asked[0]).not.toHaveProperty("authorHandle");
    const privacy = { pseudonymise: false, keepMedia: false, audience: "public-only" } as const;
    const plain = await world([anItem(1, { author: "solvang" })], { privacy });
    await plain.background().begin(everything);
    await plain.runAll();
    expect(plain.asked[0]).toMatchObject({ authorHandle: "solvang" });
  });
});

describe("a worker that is killed", () => {
  it("goes on where it was, and does nothing twice", async () => {
    const items = Array.from({ length: 450 }, (_, index) => anItem(index, { text: "Kite", mentions: [] }));
    const { background, db, findAll, runAll } = await world(items);
    await background().begin(everything);
    findAll.mockImplementationOnce(async (texts) => texts.map(({ text }) => find(text)));
    findAll.mockImplementationOnce(() => Promise.reject(new Error("killed")));
    await expect(background().job.run()).rejects.toThrow("killed");
    expect(await db.redetections.get("returns-study")).toMatchObject({ done: 200, changed: 200 });
    await runAll();
    expect(await db.redetections.get("returns-study")).toMatchObject({
      done: 450,
      changed: 450,
      found: [{ count: 450 }],
    });
  });

  it("leaves alone what was edited while it was being read", async () => {
    const { background, db, findAll, runAll, stored } = await world([
      anItem(1, { text: "Kite", mentions: [] }),
    ]);
    await background().begin(everything);
    findAll.mockImplementationOnce(async (texts) => {
      await db.items.update(stored[0]!.seq, { text: "A train.", mentions: [] });
      return texts.map(({ text }) => find(text));
    });
    await runAll();
    expect((await db.items.toArray())[0]).toMatchObject({ text: "A train.", mentions: [] });
  });

  it("stops for a while where there is very much, so that nothing waits for it", async () => {
    const others = Array.from({ length: 50 }, (_, index) => anItem(index, { collection: "another" }));
    const items = [...others, ...Array.from({ length: 400 }, (_, index) => anItem(index))];
    const { background, clock, db, findAll, underWay } = await world(items);
    const { begin, job } = background();
    await begin(everything);
    findAll.mockImplementation(async (texts) => {
      clock.at += 5000;
      return texts.map(() => []);
    });
    await job.run();
    expect(await db.redetections.get("returns-study")).toMatchObject({ done: 200, share: 0.5 });
    expect(await job.nextRunAt()).toBe(clock.at);
    expect(await underWay.getValue()).toEqual(["returns-study"]);
  });
});

describe("what cannot be looked at", () => {
  it("is refused: no such collection, no such threshold", async () => {
    const { background } = await world([]);
    const { begin } = background();
    expect(await begin({ ...everything, collection: "gone" })).toMatchObject({
      error: { params: { reason: "no-collection" } },
    });
    expect(await begin({ ...everything, confidence: 7 })).toMatchObject({ error: { code: "bad-shape" } });
  });

  it("ends where the collection is deleted meanwhile, and at once where it is empty", async () => {
    const { background, db, runAll, underWay } = await world([anItem(1)]);
    await background().begin(everything);
    await db.collections.clear();
    await runAll();
    expect(await underWay.getValue()).toEqual([]);
    const empty = await world([]);
    await empty.background().begin(everything);
    await empty.runAll();
    expect(await empty.db.redetections.get("returns-study")).toMatchObject({
      share: 1,
      done: 0,
      endedAt: 1000,
    });
  });
});
