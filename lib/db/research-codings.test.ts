import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../components/testing/research.ts";
import type { Collection } from "../model/research/collection.ts";
import { codeItems, codersOf, codingOf, codingsBy, emptyCoding } from "./research-codings.ts";
import { putCodings } from "./research-items.ts";
import { openResearch, type ResearchDatabase } from "./research.ts";

let db: ResearchDatabase;
let collection: Collection;

beforeEach(async () => {
  db = openResearch("codings");
  collection = await aCollection();
});
afterEach(async () => db.delete());

describe("coding many items at once", () => {
  test("gives them a code, leaves what else was said, and tells the indexes", async () => {
    const items = await keepItems(
      db,
      Array.from({ length: 1200 }, (_, at) => anItem(at)),
    );
    const seqs = items.map(({ seq }) => seq);
    const [first = 0] = seqs;
    await putCodings(db, [
      { ...emptyCoding(collection, first), codes: ["mail"], note: "Call back", sentiment: -1 },
    ]);
    await db.changes.clear();
    expect(await codeItems(db, collection, seqs, { code: "price", on: true }, sampleNoon)).toBe(1200);
    expect(await codingOf(db, first, "me")).toMatchObject({
      codes: ["mail", "price"],
      note: "Call back",
      sentiment: -1,
      at: sampleNoon,
    });
    expect(await db.changes.toCollection().primaryKeys()).toHaveLength(1200);
  });

  test("takes it away again; what had it not is left alone", async () => {
    const items = await keepItems(db, [anItem(1), anItem(2)]);
    const seqs = items.map(({ seq }) => seq);
    await codeItems(db, collection, seqs.slice(0, 1), { code: "price", on: true }, sampleNoon);
    expect(await codeItems(db, collection, seqs, { code: "price", on: false }, sampleNoon)).toBe(1);
    const codings = await codingsBy(db, collection.id, "me");
    expect(codings.map(({ codes }) => codes)).toEqual([[]]);
  });

  test("says nothing of an item that has been deleted meanwhile", async () => {
    await codeItems(db, collection, [99], { code: "price", on: true }, sampleNoon);
    expect(await codingsBy(db, collection.id, "me")).toEqual([]);
  });

  test("is told apart by coder", async () => {
    const [item] = await keepItems(db, [anItem(1)]);
    const seq = item?.seq ?? 0;
    await putCodings(db, [
      emptyCoding(collection, seq),
      { ...emptyCoding(collection, seq), coder: "second" },
    ]);
    expect(await codersOf(db, collection.id)).toEqual(["me", "second"]);
    expect(await codersOf(db, "other")).toEqual([]);
  });
});
