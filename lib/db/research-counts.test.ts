import "fake-indexeddb/auto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { anItem, keepItems } from "../../components/testing/research.ts";
import { itemCount, itemsMark } from "./research-counts.ts";
import { changeItem, deleteItems } from "./research-items.ts";
import { openResearch } from "./research.ts";

const db = openResearch("research-counts-test");

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

afterAll(async () => db.delete());

describe("what is in a collection", () => {
  it("is counted apart from what is in others", async () => {
    await keepItems(db, [anItem(1), anItem(2), anItem(3, { collection: "pilot" })]);
    expect(await itemCount(db, "returns-study")).toBe(2);
    expect(await itemCount(db, "pilot")).toBe(1);
    expect(await itemCount(db, "nothing")).toBe(0);
  });

  it("has another mark after every change, and none of its own for changes elsewhere", async () => {
    const marks = [await itemsMark(db, "returns-study")];
    const [item] = await keepItems(db, [anItem(1)]);
    marks.push(await itemsMark(db, "returns-study"));
    await changeItem(db, item!.seq, (before) => ({ ...before, text: "Edited." }));
    marks.push(await itemsMark(db, "returns-study"));
    await deleteItems(db, [item!.seq]);
    marks.push(await itemsMark(db, "returns-study"));
    expect(new Set(marks).size).toBe(4);
    await keepItems(db, [anItem(2, { collection: "pilot" })]);
    expect(await itemsMark(db, "returns-study")).toBe(marks.at(-1));
  });
});
