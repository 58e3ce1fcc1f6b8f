import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stored } from "../../tests/support/statements.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { needsRebuild, rebuildDerived } from "./rebuild.ts";
import { storeReviews } from "./store-reviews.ts";
import { listCursors, saveCursor } from "./sync-state.ts";

const asOf = 1_700_000_000;
let db: CommunityDatabase;
let databases = 0;
beforeEach(() => {
  db = openCommunity(`rebuild-${databases++}`);
});
afterEach(() => db.delete());

const reviews = Array.from({ length: 1100 }, (_, index) =>
  stored({
    name: `r${index}`,
    author: `a${index}`,
    subject: `https://www.s${index % 5}.example`,
    rating: 50,
  }),
);

/** Today's rules: no `www.`, and every subject has a site. */
function place(subject: string): { subjectKey: string; siteKey: string } {
  const subjectKey = subject.replace("https://www.", "");
  return { subjectKey, siteKey: subjectKey };
}

/** Other rules still: all is one. */
function placeAsOne(): { subjectKey: string } {
  return { subjectKey: "all.example" };
}

describe("a rebuild", () => {
  it("is needed when the rules changed, and not before anything changed", async () => {
    await rebuildDerived(db, place, () => undefined, { normVersion: 1 });
    expect(await needsRebuild(db, 1)).toBe(false);
    expect(await needsRebuild(db, 2)).toBe(true);
  });

  it("moves every review to its place by the new rules", async () => {
    await storeReviews(db, reviews, { asOf });
    const steps: number[] = [];
    await rebuildDerived(db, place, (done) => steps.push(done), { normVersion: 2 });
    expect(steps).toEqual([500, 1000, 1100]);
    expect(await needsRebuild(db, 2)).toBe(false);
    expect(await db.summaries.get("s3.example")).toMatchObject({ count: 220, siteKey: "s3.example" });
    expect(await db.summaries.get("www.s3.example")).toBeUndefined();
    expect((await db.columns.get("s3.example"))?.revision).toBe(
      (await db.summaries.get("s3.example"))?.revision,
    );
  });

  it("goes on where it was interrupted, with what came in between", async () => {
    await storeReviews(db, reviews.slice(0, 1050), { asOf });
    const stop = new AbortController();
    const interrupted = rebuildDerived(db, place, () => stop.abort(), {
      normVersion: 2,
      signal: stop.signal,
    });
    await expect(interrupted).rejects.toThrow();
    expect(await needsRebuild(db, 2)).toBe(true);
    const late = reviews
      .slice(1050)
      .map((review) => Object.assign(structuredClone(review), place(review.subject)));
    await storeReviews(db, late, { asOf });
    const steps: number[] = [];
    await rebuildDerived(db, place, (done) => steps.push(done), { normVersion: 2 });
    expect(steps[0]).toBe(1000);
    const counts = (await db.summaries.toArray()).map(({ count }) => count);
    expect(counts).toEqual(Array.from({ length: 5 }, () => 220));
  });

  it("begins again when the rules changed once more in its midst", async () => {
    await storeReviews(db, reviews, { asOf });
    const stop = new AbortController();
    const interrupted = rebuildDerived(db, place, () => stop.abort(), {
      normVersion: 2,
      signal: stop.signal,
    });
    await expect(interrupted).rejects.toThrow();
    await rebuildDerived(db, placeAsOne, () => {}, { normVersion: 3 });
    expect((await db.summaries.toArray()).map(({ count }) => count)).toEqual([1100]);
  });

  it("begins again when derived rows got another shape in its midst", async () => {
    await storeReviews(db, reviews, { asOf });
    const old = { normVersion: 2, after: "f".repeat(32), done: 1100 };
    await db.meta.put({ name: "rebuild", value: old });
    await rebuildDerived(db, placeAsOne, () => {}, { normVersion: 2 });
    expect((await db.summaries.toArray()).map(({ count }) => count)).toEqual([1100]);
  });

  it("reads tokens anew where their reading changed, and keeps the place of what it cannot place", async () => {
    const review = stored({ name: "r", author: "ann", rating: 0 });
    await storeReviews(db, [review], { asOf });
    const read = (jwt: string) => (jwt === review.jwt ? { ...review, rating: 100 } : undefined);
    await rebuildDerived(
      db,
      () => undefined,
      () => {},
      { normVersion: 2, read },
    );
    expect(await db.summaries.get("brand.example")).toMatchObject({ ratingSum: 100 });
  });
});

it("sync states are kept by address", async () => {
  const state = {
    id: "https://server.example",
    kind: "server",
    phase: "first-copy",
    offset: 2000,
    since: 0,
    fetched: 2000,
    attempts: 0,
  } as const;
  await saveCursor(db, state);
  await saveCursor(db, { ...state, offset: 3000 });
  expect((await listCursors(db)).map(({ offset }) => offset)).toEqual([3000]);
});
