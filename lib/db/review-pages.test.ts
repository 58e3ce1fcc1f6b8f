import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, type Statement, stored } from "../../tests/support/statements.ts";
import { sampleDataSource } from "../model/sample.ts";
import { distinctAuthors } from "./authors.ts";
import { packedFrom } from "./columns-store.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { recentShare } from "./recent-share.ts";
import { repliesOf } from "./replies.ts";
import { type ReviewQuery, reviewsPage } from "./review-pages.ts";
import { removeReviews, storeReviews } from "./store-reviews.ts";
import { productSummariesOf, summariesOf } from "./summaries.ts";
import { tokenBySignature } from "./tokens.ts";

const asOf = 1_700_000_000;
let db: CommunityDatabase;
let databases = 0;
beforeEach(() => {
  db = openCommunity(`pages-${databases++}`);
});
afterEach(() => db.delete());

const store = (...statements: Statement[]) => storeReviews(db, statements.map(stored), { asOf });
const page = (query: Partial<ReviewQuery> = {}) =>
  reviewsPage(db, { keys: ["brand.example"], sort: "newest", limit: 10, ...query });
const namesOf = async (query: Partial<ReviewQuery> = {}): Promise<(string | undefined)[]> =>
  (await page(query)).rows.map(({ signature }) => signature.replace("sig-", ""));

/** Every page of a query, one after the other. */
async function everything(query: Partial<ReviewQuery>): Promise<string[]> {
  const names: string[] = [];
  let after: ReviewQuery["after"];
  do {
    const { rows, next } = await page({ ...query, after });
    names.push(...rows.map(({ signature }) => signature.replace("sig-", "")));
    after = next;
  } while (after);
  return names;
}

describe("a page of reviews", () => {
  it("shows the original's identity with the newest edit's content", async () => {
    await store(
      {
        name: "r",
        author: "ann",
        rating: 0,
        opinion: "Broken",
        issuedAt: asOf - 100,
        metadata: { nickname: "ann" },
      },
      {
        name: "e1",
        author: "ann",
        kind: "edit",
        target: "r",
        rating: 50,
        opinion: "Repaired",
        issuedAt: asOf - 50,
      },
      {
        name: "e2",
        author: "ann",
        kind: "edit",
        target: "e1",
        rating: 100,
        opinion: "Replaced",
        issuedAt: asOf - 10,
      },
      {
        name: "v",
        author: "ben",
        kind: "vote",
        target: "r",
        rating: 100,
        metadata: { isPersonalExperience: true },
      },
      { name: "a", author: "cem", kind: "reply", target: "e1", opinion: "Same here" },
    );
    const { rows, total, next } = await page();
    expect(total).toBe(1);
    expect(next).toBeUndefined();
    expect(rows[0]).toEqual({
      id: idOf("r"),
      addedFrom: "https://server.example",
      subjectKey: "brand.example",
      subject: "https://brand.example",
      author: idOf("ann"),
      kid: "pem ann",
      nickname: "ann",
      rating: 100,
      stars: 5,
      opinion: "Replaced",
      issuedAt: asOf - 100,
      editedAt: asOf - 10,
      signature: "sig-r",
      signatureKey: "sig-r",
      isGenerated: false,
      isAffiliated: false,
      isPersonalExperience: false,
      isSample: false,
      images: [],
      helpful: 1,
      confirmed: 1,
      replies: 1,
      flags: 0,
    });
  });

  it("does not count what an author votes on their own review", async () => {
    await store(
      { name: "r", author: "ann", rating: 0 },
      { name: "v", author: "ann", kind: "vote", target: "r", rating: 100 },
      { name: "f", author: "ann", kind: "flag", target: "r", rating: 0 },
    );
    expect((await page()).rows[0]).toMatchObject({ helpful: 0, flags: 0 });
  });

  it("holds a date in the future at the day after it was stored", async () => {
    await store({ name: "r", author: "ann", rating: 0, issuedAt: 4_000_000_000 });
    expect((await page()).rows[0]?.issuedAt).toBe(asOf + 86_400);
    expect((await summariesOf(db, ["brand.example"]))[0]?.newestAt).toBe(asOf + 86_400);
  });

  it("keeps the mark of a sample or a generated review through an edit", async () => {
    await store(
      { name: "r", author: "ann", rating: 0, metadata: { isGenerated: true, dataSource: sampleDataSource } },
      { name: "e", author: "ann", kind: "edit", target: "r", rating: 100, issuedAt: asOf },
    );
    expect((await page()).rows[0]).toMatchObject({ isGenerated: true, isSample: true });
    expect((await summariesOf(db, ["brand.example"]))[0]).toMatchObject({ count: 0, generated: 1 });
  });

  it("is empty for subjects nobody speaks about, and for none", async () => {
    expect(await page({ keys: ["absent.example"] })).toEqual({ rows: [], total: 0 });
    expect(await page({ keys: [], sort: "best" })).toEqual({ rows: [], total: 0 });
  });

  it("finds words whatever their case, accents and order", async () => {
    await store(
      { name: "one", author: "ann", opinion: "Très CHÈRE, but it lasts" },
      { name: "two", author: "ben", opinion: "Lasts a week" },
      { name: "three", author: "cem", rating: 100 },
    );
    expect(await namesOf({ text: "lasts chere" })).toEqual(["one"]);
    expect(new Set(await namesOf({ text: "  LÁSTS " }))).toEqual(new Set(["one", "two"]));
    expect(await namesOf({ text: "   " })).toHaveLength(3);
    expect(await namesOf({ text: "zebra" })).toEqual([]);
  });

  it("takes any limit for a sane one", async () => {
    await store({ name: "one", author: "ann", rating: 0 }, { name: "two", author: "ben", rating: 0 });
    expect(await namesOf({ limit: 0 })).toHaveLength(1);
    expect(await namesOf({ limit: 1e9 })).toHaveLength(2);
  });

  it("gives everything once, over several keys, page by page, in every order and filter", async () => {
    const count = 130;
    const keys = ["brand.example", "www.brand.example", "old.example"];
    const statements = Array.from({ length: count }, (_, index): Statement => {
      return {
        name: `r${index}`,
        author: `a${index % 90}`,
        subject: `https://${keys[index % 7 === 0 ? 1 : index % 11 === 0 ? 2 : 0]}`,
        issuedAt: asOf - (index % 9) * 3600,
        ...(index % 5 !== 0 && { rating: (index % 5) * 25 }),
        ...(index % 3 === 0 && { opinion: `number ${index}` }),
      };
    });
    await store(...statements);
    const all = await everything({ keys, limit: 200 });
    expect(all.length).toBeGreaterThan(100);
    for (const sort of ["newest", "oldest", "critical", "helpful", "best"] as const) {
      const paged = await everything({ keys, sort, limit: 7 });
      expect(new Set(paged).size).toBe(paged.length);
      expect(paged.toSorted()).toEqual(all.toSorted());
      expect(paged).toEqual(await everything({ keys, sort, limit: 200 }));
    }
    expect(await everything({ keys, sort: "oldest", limit: 9 })).toEqual(all.toReversed());
    const three = await everything({ keys, stars: [3], limit: 7 });
    const texts = await everything({ keys, text: "number", limit: 7 });
    expect(texts).toEqual(await everything({ keys, withText: true, limit: 7 }));
    expect(three.length + texts.length).toBeLessThan(all.length);
    // Packed and indexed paths agree on what newest means.
    expect(await everything({ keys, stars: [1, 2, 3, 4, 5], limit: 200 })).toEqual(
      all.filter((name) => Number(name.slice(1)) % 5 !== 0),
    );
  });
});

/** Reviews by as many authors, a star apart, each a second older than the one before. */
function many(from: number, to: number): Statement[] {
  return Array.from({ length: to - from }, (_, index) => ({
    name: `r${from + index}`,
    author: `a${from + index}`,
    rating: ((from + index) % 5) * 25,
    issuedAt: asOf - from - index,
  }));
}

/** A review of a page of one shop. */
function ofShop(path: string, author: string): Statement {
  const subject = `https://shop.example${path}`;
  return { name: `${path}${author}`, author, subject, siteKey: "shop.example", rating: 50 };
}

describe("packed columns in the database", () => {
  it("follow additions, edits, votes and removals by difference", async () => {
    await store(...many(0, packedFrom));
    await store(...many(packedFrom, packedFrom + 30));
    await store(
      { name: "e", author: "a7", kind: "edit", target: "r7", rating: 0, issuedAt: asOf },
      { name: "v", author: "zoe", kind: "vote", target: "r9", rating: 100 },
      { name: "d", author: "a11", kind: "delete", target: "r11" },
    );
    await removeReviews(db, [{ id: idOf("r13") }], { asOf });
    const [row, summary] = await Promise.all([
      db.columns.get("brand.example"),
      db.summaries.get("brand.example"),
    ]);
    expect(row?.revision).toBe(summary?.revision);
    expect((await namesOf({ sort: "helpful" }))[0]).toBe("r9");
    const critical = await everything({ sort: "critical" });
    expect(critical).toContain("r7");
    expect(critical.slice(0, 17)).toContain("r7");
    expect(critical).not.toContain("r11");
    expect(critical).not.toContain("r13");
    expect(await distinctAuthors(db, ["brand.example"])).toBe(packedFrom + 28);
  });

  it("are packed anew where a dead worker left them behind or another layout is found", async () => {
    await store(...many(0, packedFrom + 10));
    await db.columns.update("brand.example", { revision: 3 });
    await store(...many(packedFrom + 10, packedFrom + 20));
    expect(await everything({ sort: "best" })).toHaveLength(packedFrom + 20);
    await db.columns.update("brand.example", { packed: new ArrayBuffer(4) });
    expect(await everything({ sort: "best" })).toHaveLength(packedFrom + 20);
  });

  it("leave out, when stale, rows that are gone", async () => {
    await store(...many(0, packedFrom + 10));
    const stale = await db.columns.get("brand.example");
    await removeReviews(db, [{ id: idOf("r3") }], { asOf });
    if (stale) await db.columns.put(stale);
    expect(await everything({ sort: "best" })).toHaveLength(packedFrom + 9);
  });

  it("go when nobody speaks about the subject any more", async () => {
    await store(...many(0, packedFrom));
    await removeReviews(
      db,
      many(0, packedFrom).map(({ name }) => ({ id: idOf(name) })),
      { asOf },
    );
    expect(await db.columns.count()).toBe(0);
    expect(await db.summaries.count()).toBe(0);
  });
});

describe("other questions", () => {
  it("find products of a site by the number of reviews, without the site itself", async () => {
    await store(
      ofShop("/a", "ann"),
      ofShop("/b", "ann"),
      ofShop("/b", "ben"),
      ofShop("", "ann"),
      ofShop("", "ben"),
    );
    const rows = await productSummariesOf(db, "shop.example", ["shop.example"], 5);
    expect(rows.map(({ subjectKey }) => subjectKey)).toEqual(["shop.example/b", "shop.example/a"]);
    expect(await productSummariesOf(db, "shop.example", ["shop.example"], 1)).toHaveLength(1);
  });

  it("find replies, the oldest first, and replies to replies, but no withdrawn ones", async () => {
    await store(
      { name: "r", author: "ann", rating: 0 },
      { name: "late", author: "ben", kind: "reply", target: "r", opinion: "second", issuedAt: asOf },
      { name: "early", author: "cem", kind: "reply", target: "r", opinion: "first", issuedAt: asOf - 10 },
      {
        name: "fixed",
        author: "cem",
        kind: "edit",
        target: "early",
        opinion: "first, corrected",
        issuedAt: asOf,
      },
      { name: "gone", author: "dan", kind: "reply", target: "r", opinion: "withdrawn" },
      { name: "slip", author: "dan", kind: "delete", target: "gone", issuedAt: 0 },
      { name: "nested", author: "ann", kind: "reply", target: "early", opinion: "thanks" },
    );
    const replies = await repliesOf(db, "sig-r");
    expect(replies.map(({ opinion }) => opinion)).toEqual(["first, corrected", "second"]);
    expect(replies[0]).toMatchObject({ replies: 1, editedAt: asOf, target: idOf("r"), author: idOf("cem") });
    expect((await repliesOf(db, "sig-early")).map(({ opinion }) => opinion)).toEqual(["thanks"]);
    expect(await repliesOf(db, "sig-absent")).toEqual([]);
    expect((await page()).rows[0]?.replies).toBe(2);
  });

  it("find tokens by signature, authors, and the share of recent reviews", async () => {
    await store(
      { name: "one", author: "ann", subject: "https://one.example", rating: 0, issuedAt: asOf - 10 },
      { name: "two", author: "ann", subject: "https://two.example", rating: 0, issuedAt: asOf },
      { name: "three", author: "ben", subject: "https://one.example", rating: 0, issuedAt: asOf - 1000 },
    );
    expect((await tokenBySignature(db, "sig-two"))?.jwt).toBe("jwt two");
    expect(await distinctAuthors(db, ["one.example", "two.example"])).toBe(2);
    expect(await recentShare(db, ["one.example"], asOf - 100)).toBe(0.5);
    expect(await recentShare(db, ["absent.example"], 0)).toBeUndefined();
  });

  it("answer alike for any keys, known or not, repeated or not", async () => {
    await store({ name: "one", author: "ann", rating: 0 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant("brand.example"), fc.string()), { maxLength: 5 }),
        async (keys) => {
          const expected = keys.includes("brand.example") ? 1 : 0;
          expect((await summariesOf(db, keys)).length).toBe(expected);
          expect((await page({ keys })).rows.length).toBe(expected);
          expect((await page({ keys, sort: "best" })).rows.length).toBe(expected);
          expect(await distinctAuthors(db, keys)).toBe(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});
