import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, type Statement, stored } from "../../tests/support/statements.ts";
import { type AuthorCursor, authorFigures, authorReplies, authorReviews } from "./author-page.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { removeReviews, storeReviews } from "./store-reviews.ts";

const asOf = 1_700_000_000;
const ann = idOf("ann");
let db: CommunityDatabase;
let databases = 0;
beforeEach(() => void (db = openCommunity(`author-${databases++}`)));
afterEach(() => db.delete());

const store = (...statements: Statement[]) => storeReviews(db, statements.map(stored), { asOf });
const called = (nickname: string) => ({ nickname });

function about(host: string, more: Partial<Statement>): Statement {
  return { name: host, author: "ann", subject: `https://${host}`, siteKey: host, ...more };
}

async function everyReview(limit: number): Promise<string[]> {
  const names: string[] = [];
  let after: AuthorCursor | undefined;
  do {
    const page = await authorReviews(db, ann, { after, limit });
    names.push(...page.rows.map(({ signature }) => signature.replace("sig-", "")));
    after = page.next;
  } while (after);
  return names;
}

describe("what one key wrote", () => {
  it("is told in figures: reviews, brands, stars, replies, and since when", async () => {
    await store(
      about("a.example", { rating: 100, issuedAt: asOf - 300 }),
      about("b.example", { rating: 25, issuedAt: asOf - 200 }),
      about("b.example/shoe", { siteKey: "b.example", opinion: "No stars", issuedAt: asOf - 100 }),
      { name: "other", author: "bob", rating: 50 },
      {
        name: "reply",
        author: "ann",
        kind: "reply",
        target: "other",
        opinion: "Same here",
        issuedAt: asOf - 50,
      },
    );
    expect(await authorFigures(db, ann)).toEqual({
      reviews: 3,
      replies: 1,
      brands: 2,
      stars: [0, 1, 0, 0, 1],
      nicknames: [],
      kid: "pem ann",
      firstAt: asOf - 300,
      lastAt: asOf - 50,
      isMore: false,
      isSample: false,
    });
  });

  it("names the nicknames that were used, the most frequent first, without what cannot be seen", async () => {
    await store(
      about("a.example", { rating: 100, metadata: called("Ann") }),
      about("b.example", { rating: 100, metadata: called("ann_k\u202e") }),
      about("c.example", { rating: 100, metadata: called("an\u200bn_k") }),
      about("d.example", { rating: 100, metadata: called("\u200b") }),
    );
    expect((await authorFigures(db, ann)).nicknames).toEqual(["ann_k", "Ann"]);
  });

  it("is nothing where nothing is here", async () => {
    expect(await authorFigures(db, ann)).toMatchObject({ reviews: 0, replies: 0, brands: 0, nicknames: [] });
    expect(await authorReviews(db, ann, { limit: 5 })).toEqual({ rows: [] });
    expect(await authorReplies(db, ann, { limit: 5 })).toEqual({ rows: [] });
  });

  it("comes newest first, page by page, also where many were signed in one second", async () => {
    const hosts = Array.from({ length: 23 }, (_, i) => `s${i}.example`);
    await store(
      ...hosts.map((host) => about(host, { rating: 100, issuedAt: asOf - 500 })),
      about("new.example", { rating: 100, issuedAt: asOf }),
      about("old.example", { rating: 100, issuedAt: asOf - 900 }),
    );
    for (const limit of [1, 4, 7, 100]) {
      const names = await everyReview(limit);
      expect(names).toHaveLength(25);
      expect(new Set(names)).toEqual(new Set([...hosts, "new.example", "old.example"]));
      expect([names[0], names.at(-1)]).toEqual(["new.example", "old.example"]);
    }
  });

  it("loses what was removed", async () => {
    await store(about("a.example", { rating: 100 }), about("b.example", { rating: 0 }));
    await removeReviews(db, [{ id: idOf("a.example") }], { asOf });
    expect(await everyReview(10)).toEqual(["b.example"]);
    expect((await authorFigures(db, ann)).reviews).toBe(1);
  });

  it("tells of replies who was answered", async () => {
    await store(
      { name: "other", author: "bob", rating: 50, metadata: called("Bob") },
      { name: "r1", author: "ann", kind: "reply", target: "other", opinion: "First", issuedAt: asOf - 9 },
      { name: "r2", author: "ann", kind: "reply", target: "other", opinion: "Second", issuedAt: asOf - 5 },
    );
    const first = await authorReplies(db, ann, { limit: 1 });
    expect(first.rows).toEqual([
      { id: idOf("r2"), opinion: "Second", issuedAt: asOf - 5, to: { author: idOf("bob"), nickname: "Bob" } },
    ]);
    const second = await authorReplies(db, ann, { after: first.next, limit: 1 });
    expect(second.rows.map(({ opinion }) => opinion)).toEqual(["First"]);
    expect(second.next).toBeUndefined();
  });
});
