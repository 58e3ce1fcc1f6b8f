import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, stored } from "../../tests/support/statements.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { liftRemovals } from "./removed.ts";
import { removeReviews, storeReviews } from "./store-reviews.ts";

/** 1 March 2026, in seconds. */
const asOf = 1_772_323_200;
const one = "https://one.example/feed";
const two = "https://two.example/feed";
const id = idOf("r");

let db: CommunityDatabase;
beforeEach(() => {
  db = openCommunity("removed-test");
});
afterEach(() => db.delete());

const arrives = async (): Promise<number> => {
  const { added } = await storeReviews(db, [stored({ name: "r", author: "ann", rating: 50 })], { asOf });
  return added;
};

describe("what a removal list names", () => {
  it("is remembered with why, when and by whom, and since when it is out here", async () => {
    await arrives();
    expect(await removeReviews(db, [{ id, code: "spam", day: "2026-03-01", feed: one }], { asOf })).toBe(1);
    await removeReviews(db, [{ id, code: "spam", day: "2026-03-01", feed: one }], { asOf: asOf + 86_400 });
    expect(await db.removed.toArray()).toEqual([
      { id, code: "spam", day: "2026-03-01", feed: one, removedAt: asOf },
    ]);
    expect(await arrives()).toBe(0);
  });

  it("from before these were kept learns them when it is named again", async () => {
    await db.removed.put({ id, removedAt: 5 });
    await removeReviews(db, [{ id, code: "illegal", day: "2026-03-01", feed: one }], { asOf });
    expect(await db.removed.get(id)).toEqual({
      id,
      code: "illegal",
      day: "2026-03-01",
      feed: one,
      removedAt: 5,
    });
  });

  it("comes back only when every feed that took it out has put it back", async () => {
    for (const feed of [one, two])
      await removeReviews(db, [{ id, code: "spam", day: "2026-03-01", feed }], { asOf });
    expect(await liftRemovals(db, [id], one)).toEqual([]);
    expect(await arrives()).toBe(0);
    expect(await db.removed.get(id)).toMatchObject({ feed: two });
    expect(await liftRemovals(db, [id, id], two)).toEqual([id]);
    expect(await arrives()).toBe(1);
  });

  it("stays out when the second feed puts it back, or one that never took it out", async () => {
    for (const feed of [one, two]) await removeReviews(db, [{ id, feed }], { asOf });
    expect(await liftRemovals(db, [id], two)).toEqual([]);
    expect(await liftRemovals(db, [id, idOf("other")], "https://three.example/feed")).toEqual([]);
    expect(await db.removed.get(id)).toEqual({ id, feed: one, removedAt: asOf });
    expect(await liftRemovals(db, [id], one)).toEqual([id]);
  });
});
