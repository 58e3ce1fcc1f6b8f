import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { anItem } from "../../components/testing/research.ts";
import type { Coding } from "../model/research/coding.ts";
import {
  addItems,
  changeItem,
  changeItems,
  deleteCoding,
  deleteItems,
  itemTables,
  putCodings,
  restoreItems,
  seqOfKey,
} from "./research-items.ts";
import { segmentOf, segmentRows, segmentSize } from "./research-segments.ts";
import { openResearch, type ResearchDatabase } from "./research.ts";

let db: ResearchDatabase;
let databases = 0;
beforeEach(() => {
  db = openResearch(`research-items-${databases++}`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

const collection = "returns-study";

function coding(seq: number, coder = "me"): Coding {
  return { collection, seq, coder, codes: ["returns"], note: "", codebook: 1, at: 1 };
}

async function changed(): Promise<number[]> {
  return (await db.changes.toArray()).map(({ seq }) => seq);
}

/** What an index of the first segment stores. */
async function storeBlocks(): Promise<void> {
  const rows = segmentRows(0).map((name) => ({ collection, name, bytes: new ArrayBuffer(8) }));
  await db.blocks.bulkPut(rows);
}

describe("adding", () => {
  it("numbers items in their order and passes over those that are there", async () => {
    expect(await addItems(db, [anItem(1), anItem(2)])).toEqual([1, 2]);
    const again = await addItems(db, [anItem(2, { text: "other words" }), anItem(3), anItem(3)]);
    expect(again[0]).toBeUndefined();
    expect(again[1]).toBe(await seqOfKey(db, collection, anItem(3).key));
    expect(again[2]).toBeUndefined();
    expect(await db.items.count()).toBe(3);
    expect((await db.items.get(2))?.text).toBe(anItem(2).text);
  });

  it("keeps the same key of another collection", async () => {
    await addItems(db, [anItem(1), anItem(1, { collection: "other" })]);
    expect(await db.items.count()).toBe(2);
  });

  it("stores all or nothing where the disk is full, and works again when there is room", async () => {
    await addItems(db, [anItem(1)]);
    let writes = 0;
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
    const real = IDBObjectStore.prototype.add;
    const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function full(
      this: IDBObjectStore,
      value: unknown,
    ) {
      if (++writes === 2) throw new DOMException("full", "QuotaExceededError");
      return real.call(this, value);
    });
    const more = [anItem(2), anItem(3), anItem(4)];
    await expect(addItems(db, more)).rejects.toMatchObject({ code: "quota", problem: { code: "quota" } });
    expect(await db.items.count()).toBe(1);
    add.mockRestore();
    await addItems(db, more);
    expect(await db.items.count()).toBe(4);
  });

  it("stands or falls with the transaction of its caller", async () => {
    const work = db.transaction("rw", [...itemTables(db)], async () => {
      await addItems(db, [anItem(1)]);
      throw new Error("later");
    });
    await expect(work).rejects.toThrow("later");
    expect(await db.items.count()).toBe(0);
  });
});

describe("changing", () => {
  it("tells indexes of what they look at, and of nothing else", async () => {
    const [seq = 0] = await addItems(db, [anItem(1)]);
    await changeItem(db, seq, (item) => ({ ...item, metrics: { likes: 7 }, lastSeenAt: 9 }));
    expect(await changed()).toEqual([]);
    await changeItem(db, seq, (item) => ({ ...item, mentions: [] }));
    expect(await changed()).toEqual([seq]);
    expect((await db.items.get(seq))?.metrics).toEqual({ likes: 7 });
  });

  it("drops stored words where some were taken out, and keeps them where some came", async () => {
    const [seq = 0] = await addItems(db, [anItem(1, { text: "Soles came" })]);
    await storeBlocks();
    await changeItem(db, seq, (item) => ({ ...item, text: "Soles came off again" }));
    expect(await db.blocks.count()).toBe(3);
    await changeItem(db, seq, (item) => ({ ...item, text: "Soles" }));
    expect(await db.blocks.count()).toBe(0);
  });

  it("does not bring back what was deleted meanwhile", async () => {
    await addItems(db, [anItem(1)]);
    const [item] = await db.items.toArray();
    if (!item) throw new Error("not stored");
    await deleteItems(db, [item.seq]);
    await changeItems(db, [item]);
    expect(await changeItem(db, item.seq, (same) => same)).toBeUndefined();
    expect(await db.items.count()).toBe(0);
  });
});

describe("deleting", () => {
  it("takes everybody's codings and the stored words of that part along, and nothing else", async () => {
    const [one = 0, two = 0] = await addItems(db, [anItem(1), anItem(2)]);
    await putCodings(db, [coding(one), coding(one, "ben"), coding(two)]);
    await storeBlocks();
    const far = { collection, name: segmentRows(1)[0], bytes: new ArrayBuffer(8) };
    await db.blocks.put(far);
    await deleteItems(db, [one, 999]);
    expect((await db.items.toArray()).map(({ seq }) => seq)).toEqual([two]);
    expect((await db.codings.toArray()).map(({ seq }) => seq)).toEqual([two]);
    expect((await db.blocks.toArray()).map(({ name }) => name)).toEqual([far.name]);
    expect((await changed()).at(-1)).toBe(one);
  });

  it("can be taken back, under the same numbers, unless the item has come again", async () => {
    const [one = 0, two = 0] = await addItems(db, [anItem(1), anItem(2)]);
    await putCodings(db, [coding(one), coding(two)]);
    const deleted = await deleteItems(db, [one, two]);
    const [again = 0] = await addItems(db, [anItem(2)]);
    await restoreItems(db, deleted);
    expect((await db.items.toArray()).map(({ seq }) => seq)).toEqual([one, again]);
    expect((await db.codings.toArray()).map(({ seq }) => seq)).toEqual([one]);
  });
});

describe("coding", () => {
  it("is told to indexes, and taken back with its words", async () => {
    const [seq = 0] = await addItems(db, [anItem(1)]);
    await putCodings(db, [coding(seq)]);
    await storeBlocks();
    await deleteCoding(db, seq, "me");
    await deleteCoding(db, seq, "me");
    expect(await db.codings.count()).toBe(0);
    expect(await changed()).toEqual([seq, seq]);
    expect(await db.blocks.count()).toBe(0);
  });

  it("of an item that is gone is left out", async () => {
    await putCodings(db, [coding(7)]);
    expect(await db.codings.count()).toBe(0);
    expect(await changed()).toEqual([]);
  });
});

it("parts of an index are cut by number", () => {
  expect([0, segmentSize - 1, segmentSize].map(segmentOf)).toEqual([0, 0, 1]);
});

describe("a note that is written anew", () => {
  it("takes the words that it had with it, and leaves the index where it only grew", async () => {
    const [seq = 0] = await addItems(db, [anItem(1)]);
    await putCodings(db, [{ ...coding(seq), note: "soles" }]);
    await storeBlocks();
    await putCodings(db, [{ ...coding(seq), note: "soles, twice", codes: [] }]);
    expect(await db.blocks.count()).toBe(3);
    await putCodings(db, [{ ...coding(seq), note: "twice" }]);
    expect(await db.blocks.count()).toBe(0);
  });
});
