import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { Collection } from "../../model/research/collection.ts";
import { deleteGone } from "./delete-gone.ts";
import { protectItem } from "./protect-item.ts";
import { planRecheck } from "./recheck-plan.ts";
import { makeSealKey, openSealKey } from "./seal-key.ts";

let db: ResearchDatabase;
let databases = 0;
beforeEach(() => (db = openResearch(`recheck-plan-${databases++}`)));
afterEach(() => db.delete());

const found = (index: number, url?: string) => {
  const { url: _none, ...item } = anItem(index, { author: "anna@social.example", mentions: [] });
  return url === undefined ? item : { ...item, url };
};
const posts = [
  found(0, "https://social.example/@anna/1"),
  found(1, "https://social.example/@anna/2"),
  found(2, "https://other.example/p/3"),
  found(3),
];

async function keepIn(collection: Collection): Promise<void> {
  await db.collections.add(collection);
  await keepItems(db, await Promise.all(posts.map((post) => protectItem(post, collection))));
}

describe("what a re-check would ask", () => {
  it("is every open address, by host", async () => {
    const privacy = { pseudonymise: false, keepMedia: false, audience: "public-only" } as const;
    await keepIn(await aCollection({ privacy }));
    const { hosts, ...rest } = await planRecheck(db, "returns-study", undefined);
    expect([...hosts].map(([host, asked]) => [host, asked.length])).toEqual([
      ["social.example", 2],
      ["other.example", 1],
    ]);
    expect(rest).toEqual({ sealed: 0, without: 1 });
  });

  it("is nothing where addresses were replaced and not sealed", async () => {
    await keepIn(await aCollection());
    expect(await planRecheck(db, "returns-study", undefined)).toEqual({
      hosts: new Map(),
      sealed: 0,
      without: 4,
    });
  });

  it("is what the key opens, and nothing without it", async () => {
    const made = await makeSealKey("four words of a kind");
    const collection = await aCollection();
    await keepIn({ ...collection, privacy: { ...collection.privacy, sealTo: made.publicKey } });
    expect(await planRecheck(db, "returns-study", undefined)).toMatchObject({ sealed: 4, without: 0 });
    const key = await openSealKey(made.file, "four words of a kind");
    if (!key.ok) throw new Error(key.error.code);
    const { hosts } = await planRecheck(db, "returns-study", key.value);
    expect(hosts.get("social.example")?.map(({ url }) => url)).toEqual([
      "https://social.example/@anna/1",
      "https://social.example/@anna/2",
    ]);
  });
});

it("what was seen deleted is deleted here and counted, and nothing else", async () => {
  await keepIn(await aCollection());
  const at = sampleNoon;
  await db.items.update(1, { recheck: { at, found: "gone" } });
  await db.items.update(2, { recheck: { at, found: "unclear" } });
  await db.items.update(3, { recheck: { at, found: "there" } });
  expect(await deleteGone(db, "returns-study")).toBe(1);
  expect(await db.items.toCollection().primaryKeys()).toEqual([2, 3, 4]);
  expect((await db.collections.get("returns-study"))?.log?.gone).toBe(1);
  expect(await deleteGone(db, "returns-study")).toBe(0);
});
