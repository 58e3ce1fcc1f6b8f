import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { type DeletedItems, deleteItems } from "../../db/research-items.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { Collection } from "../../model/research/collection.ts";
import { bringBack } from "./bring-back.ts";
import { beginErasure } from "./erase-person.ts";

let db: ResearchDatabase;
let databases = 0;
let collection: Collection;
let deleted: readonly DeletedItems[];

beforeEach(async () => {
  db = openResearch(`bring-back-${databases++}`);
  collection = await aCollection();
  await db.collections.add(collection);
  const [first, second] = await keepItems(db, [anItem(0), anItem(1), anItem(2)]);
  deleted = [await deleteItems(db, [first!.seq]), await deleteItems(db, [second!.seq])];
});
afterEach(() => db.delete());

describe("bringBack", () => {
  it("brings back every batch of what was deleted", async () => {
    expect(await db.items.count()).toBe(1);
    expect(await bringBack(db, collection, deleted)).toBe(true);
    expect(await db.items.count()).toBe(3);
  });

  it("brings nobody back who was taken out meanwhile", async () => {
    await beginErasure(db, collection.id, ["p-1"], sampleNoon);
    expect(await bringBack(db, collection, deleted)).toBe(false);
    expect(await db.items.count()).toBe(1);
  });

  it("brings nothing back that was kept under other rules, or into a collection that is gone", async () => {
    await db.collections.update(collection.id, { privacy: { ...collection.privacy, retentionDays: 7 } });
    expect(await bringBack(db, collection, deleted)).toBe(false);
    await db.collections.delete(collection.id);
    expect(await bringBack(db, collection, deleted)).toBe(false);
    expect(await db.items.count()).toBe(1);
  });
});
