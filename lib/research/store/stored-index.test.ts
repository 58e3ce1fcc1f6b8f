import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aCollection, anItem } from "../../../components/testing/research.ts";
import { addItems, changeItem, deleteItems } from "../../db/research-items.ts";
import { segmentRows } from "../../db/research-segments.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { FoundItems } from "../../model/research/query.ts";
import { CollectionIndex } from "./collection-index.ts";
import { buildSegment, keepSegment } from "./kept-segments.ts";
import { QueryService } from "./query-service.ts";

let db: ResearchDatabase;
let databases = 0;
const failed = vi.fn<(cause: unknown) => void>();
const collection = "returns-study";
const owner = { collection, coder: "me" };

beforeEach(async () => {
  db = openResearch(`stored-index-${databases++}`);
  await db.collections.put(await aCollection());
  await addItems(db, [anItem(1), anItem(2, { text: "A zebra" })]);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
  expect(failed.mock.calls.splice(0)).toEqual([]);
});

/** What a new worker finds, and has stored when it was done. */
async function find(text = ""): Promise<FoundItems> {
  // Whatever there is, it is worth storing.
  const queries = new QueryService(db, failed, { worthKeeping: 1, worthPruning: 1 });
  const lists = {
    brands: [],
    sites: [],
    sessions: [],
    codes: [],
    langs: [],
    authors: [],
    sentiments: [],
    why: [],
  };
  const query = { filter: { collection, text, ...lists }, order: "time", descending: false } as const;
  const found = await queries.find(query, new AbortController().signal);
  await queries.settled();
  return found;
}

it("is read instead of the items", async () => {
  const before = await find("zebra");
  // Behind its back, which nobody does.
  await db.items.clear();
  await db.items.add(anItem(3));
  const after = await find("zebra");
  expect([...after.seqs]).toEqual([...before.seqs]);
  expect(after.total).toBe(3);
  expect(after.facets.brands).toEqual([{ value: "northwind.example", name: "Northwind", count: 1 }]);
});

it.each([
  ["cut short", (bytes: ArrayBuffer) => bytes.slice(0, bytes.byteLength / 2)],
  ["of another layout", (bytes: ArrayBuffer) => new Uint8Array(bytes).fill(7).buffer],
  ["empty", () => new ArrayBuffer(0)],
])("is made anew where a row is %s", async (_, spoil) => {
  const before = await find("zebra");
  for (const name of segmentRows(0)) {
    const row = await db.blocks.get([collection, name]);
    if (!row) throw new Error(`${name} is not stored`);
    await db.blocks.put({ ...row, bytes: spoil(row.bytes) });
    expect(await find("zebra")).toEqual(before);
  }
});

it("is of one coder, and made anew for another", async () => {
  await find();
  await db.collections.update(collection, { coder: "ben" });
  await db.codings.put({ collection, seq: 1, coder: "ben", codes: ["praise"], note: "", codebook: 1, at: 1 });
  expect((await find()).facets.codes).toEqual([
    { value: "", count: 1 },
    { value: "praise", count: 1 },
  ]);
});

it("is not needed: with a full disk answers are as right", async () => {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const real = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function full(
    this: IDBObjectStore,
    value: unknown,
  ) {
    if (this.name === "blocks") throw new DOMException("full", "QuotaExceededError");
    return real.call(this, value);
  });
  expect([...(await find("zebra")).seqs]).toEqual([2]);
  expect(await db.blocks.count()).toBe(0);
});

it.each([
  ["an item was deleted", async () => deleteItems(db, [2])],
  ["words were taken out", async () => changeItem(db, 2, (item) => ({ ...item, text: "A horse" }))],
  ["the collection was deleted", async () => db.collections.delete(collection)],
  ["changes are gone that it lacks", async () => find()],
])("is not stored where %s while it was made", async (_, happens) => {
  const built = await buildSegment(db, owner, 0);
  await changeItem(db, 1, (item) => ({ ...item, lang: "de" }));
  await happens();
  await db.blocks.bulkDelete(segmentRows(0).map((name): [string, string] => [collection, name]));
  expect(await keepSegment(db, owner, 0, built)).toBe(false);
  expect(await db.blocks.get([collection, segmentRows(0)[2]])).toBeUndefined();
});

it("is not tried again and again where it cannot be stored", async () => {
  const index = new CollectionIndex(db, owner, { worthKeeping: 3, worthPruning: 1 });
  await index.catchUp(false);
  await addItems(db, [anItem(3)]);
  await index.catchUp(false);
  await db.collections.delete(collection);
  expect(await index.keepSome()).toBe(false);
  expect(await db.blocks.count()).toBe(0);
});

it("leaves no change behind that it reflects", async () => {
  await find();
  await changeItem(db, 1, (item) => ({ ...item, lang: "de" }));
  expect(await db.changes.count()).toBe(1);
  await find();
  await find();
  expect(await db.changes.count()).toBe(0);
  expect((await find()).facets.langs).toEqual([
    { value: "de", count: 1 },
    { value: "en", count: 1 },
  ]);
});
