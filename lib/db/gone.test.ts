import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { idOf, stored, type Statement } from "../../tests/support/statements.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { goneAmong } from "./gone.ts";
import { removeReviews, storeReviews } from "./store-reviews.ts";

const asOf = 1_700_100_000;
let db: CommunityDatabase;
beforeEach(() => (db = openCommunity(`gone-${crypto.randomUUID()}`)));
afterEach(() => db.delete());

const store = (...statements: readonly Statement[]): Promise<unknown> =>
  storeReviews(
    db,
    statements.map((statement) => stored(statement)),
    { asOf },
  );
const ids = ["a", "b", "c"].map(idOf);
const gone = async (): Promise<readonly string[]> => [...(await goneAmong(db, ids))];

it("is what a feed took out and what its author deleted, and nothing that was only changed", async () => {
  await store(
    { name: "a", author: "ann", rating: 20 },
    { name: "b", author: "ben", rating: 40 },
    { name: "c", author: "cem", rating: 60 },
  );
  expect(await goneAmong(db, [])).toEqual(new Set());
  expect(await gone()).toEqual([]);
  await store(
    { name: "c2", author: "cem", kind: "edit", target: "c", rating: 80 },
    // Nobody deletes what others wrote.
    { name: "d", author: "eve", kind: "delete", target: "c" },
    { name: "e", author: "ben", kind: "delete", target: "b" },
  );
  expect(await gone()).toEqual([idOf("b")]);
  await removeReviews(db, [{ id: idOf("a") }], { asOf });
  expect(await gone()).toEqual([idOf("a"), idOf("b")]);
});
