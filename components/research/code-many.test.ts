import "fake-indexeddb/auto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openResearch } from "../../lib/db/research.ts";
import { aCollection, anItem, keepItems } from "../testing/research.ts";
import { codeMany } from "./code-many.ts";

const db = openResearch("code-many-test");

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

afterAll(async () => db.delete());

describe("coding many at once", () => {
  it("adds the code to what was said before, in the codebook in force", async () => {
    const collection = await aCollection();
    const items = await keepItems(
      db,
      Array.from({ length: 1200 }, (_, index) => anItem(index)),
    );
    const seqs = items.map(({ seq }) => seq);
    await db.codings.put({
      collection: collection.id,
      seq: seqs[3]!,
      coder: "me",
      codes: ["returns"],
      note: "Twice.",
      sentiment: -1,
      codebook: 1,
      at: 1,
    });
    const steps: number[] = [];
    await codeMany(db, collection, { seqs, code: "durability", isTaken: false }, (done) => steps.push(done));
    expect(steps).toEqual([500, 1000, 1200]);
    expect(await db.codings.count()).toBe(1200);
    expect(await db.codings.get([seqs[3]!, "me"])).toMatchObject({
      codes: ["returns", "durability"],
      note: "Twice.",
      sentiment: -1,
    });
  });

  it("twice is once, and it can be taken away again", async () => {
    const collection = await aCollection();
    const [item] = await keepItems(db, [anItem(1)]);
    const seqs = [item!.seq];
    await codeMany(db, collection, { seqs, code: "durability", isTaken: false });
    await codeMany(db, collection, { seqs, code: "durability", isTaken: false });
    expect((await db.codings.get([seqs[0]!, "me"]))?.codes).toEqual(["durability"]);
    await codeMany(db, collection, { seqs, code: "durability", isTaken: true });
    expect((await db.codings.get([seqs[0]!, "me"]))?.codes).toEqual([]);
  });
});
