import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import type { PrintsRow, WeighedRow } from "./community-rows.ts";
import { expireWeighed, forgetWeighed, putWeighed } from "./weighed.ts";

const [old, recent] = ["https://old.example", "https://recent.example"] as const;
let db: CommunityDatabase;
beforeEach(async () => {
  db = openCommunity("weighed-test");
  await putWeighed(db, weighed(old, 100), [prints(old, 100)]);
  await putWeighed(db, weighed(recent, 200), [prints(recent, 200)]);
});
afterEach(() => db.delete());

function weighed(key: string, asOf: number): WeighedRow {
  return { key, revisions: { [key]: 1 }, version: "", votes: { stars: [0, 0, 0, 0, 0], squares: 0 }, asOf };
}

function prints(subjectKey: string, elsewhereAsOf: number): PrintsRow {
  const empty = new ArrayBuffer(0);
  return { subjectKey, revision: 1, packed: empty, elsewhere: empty, elsewhereAsOf };
}

const kept = async (): Promise<unknown[]> => [
  await db.weighed.toCollection().primaryKeys(),
  await db.prints.toCollection().primaryKeys(),
];

it("what was worked out for a look expires with other traces, and what stands beside it", async () => {
  await expireWeighed(db, 150_000);
  expect(await kept()).toEqual([[recent], [recent]]);
});

it("is forgotten as a whole with traces of visits", async () => {
  await forgetWeighed(db);
  expect(await kept()).toEqual([[], []]);
});
