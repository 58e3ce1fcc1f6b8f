import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, type Statement, stored } from "../../tests/support/statements.ts";
import { nearestFirst, reviewsNear } from "./circle-reviews.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import type { ReviewCursor } from "./review-pages.ts";
import { storeReviews } from "./store-reviews.ts";

const asOf = 1_700_000_000;
const keys = ["brand.example"];
let db: CommunityDatabase;
let databases = 0;
beforeEach(() => void (db = openCommunity(`circle-${databases++}`)));
afterEach(() => db.delete());

const store = (...statements: Statement[]) => storeReviews(db, statements.map(stored), { asOf });
const near = (people: Readonly<Record<string, number>>) =>
  new Map(Object.entries(people).map(([name, amount]) => [idOf(name), amount]));
const names = (rows: readonly { readonly signature: string }[]) =>
  rows.map(({ signature }) => signature.replace("sig-", ""));

function crowd(size: number): Statement[] {
  return Array.from({ length: size }, (_, i) => ({
    name: `c${i}`,
    author: `c${i}`,
    rating: 75,
    issuedAt: asOf - i,
  }));
}

/** Every page, one after the other. */
async function everything(nearness: ReadonlyMap<string, number>, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let after: ReviewCursor | undefined;
  do {
    const page = await nearestFirst(db, { keys, limit, ...(after && { after }) }, nearness);
    pages.push(names(page.rows));
    after = page.next;
  } while (after);
  return pages;
}

describe("reviews by people near to the person", () => {
  it("come first, the nearest before others, each once", async () => {
    await store(
      ...crowd(30),
      { name: "friend", author: "fay", rating: 25, issuedAt: asOf - 5000 },
      { name: "far", author: "flo", rating: 50, issuedAt: asOf - 10 },
    );
    const pages = await everything(near({ fay: 1, flo: 0.2, nobody: 1 }), 10);
    expect(pages[0]?.slice(0, 2)).toEqual(["friend", "far"]);
    expect(pages.flat()).toHaveLength(32);
    expect(new Set(pages.flat()).size).toBe(32);
  });

  it("stand in the usual order where nobody is near", async () => {
    await store(...crowd(12));
    expect((await everything(new Map(), 5)).flat()).toEqual(crowd(12).map(({ name }) => name));
    expect(await reviewsNear(db, { keys }, new Map())).toEqual([]);
  });

  it("heed the filters and the search like all others", async () => {
    await store(
      { name: "good", author: "fay", rating: 100, opinion: "Lovely soles" },
      { name: "bad", author: "flo", rating: 0, opinion: "Soles came off" },
      { name: "mute", author: "gus", rating: 100 },
    );
    const all = near({ fay: 3, flo: 2, gus: 1 });
    expect(names(await reviewsNear(db, { keys, stars: [5] }, all))).toEqual(["good", "mute"]);
    expect(names(await reviewsNear(db, { keys, withText: true }, all))).toEqual(["good", "bad"]);
    expect(names(await reviewsNear(db, { keys, text: "came off" }, all))).toEqual(["bad"]);
  });

  it("are found in large subjects, whose rows are packed", async () => {
    await store(...crowd(200), { name: "friend", author: "fay", rating: 25, issuedAt: asOf - 9000 });
    expect((await everything(near({ fay: 1 }), 50))[0]?.[0]).toBe("friend");
  });
});
