import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, stored, type Statement } from "../../tests/support/statements.ts";
import { openCommunity, type CommunityDatabase } from "./community.ts";
import { heardBy } from "./heard.ts";
import { replaceOfficialKeys } from "./official-keys.ts";
import { storeReviews } from "./store-reviews.ts";

const dayS = 86_400;
const nowS = 1_750_000_000;
const brandId = "kite.example";
const keys = [brandId, "www.kite.example"];

let db: CommunityDatabase;
beforeEach(async () => {
  db = openCommunity(`heard-${crypto.randomUUID()}`);
  await replaceOfficialKeys(db, "one", [{ brandId, author: idOf("kite"), expiresAt: (nowS + 1) * 1000 }]);
});
afterEach(() => db.delete());

const store = (...statements: readonly Statement[]): Promise<unknown> =>
  storeReviews(
    db,
    statements.map((statement) => stored(statement)),
    { asOf: nowS },
  );
const review = (name: string, more: Partial<Statement> & { readonly daysAgo?: number } = {}): Statement => {
  const { daysAgo = 30, ...rest } = more;
  const about = { subject: "https://kite.example", siteKey: brandId, opinion: "Torn.", rating: 20 };
  return { name, author: `by ${name}`, ...about, issuedAt: nowS - daysAgo * dayS, ...rest };
};
const answer = (target: string, daysAgo = 28, more: Partial<Statement> = {}): Statement => ({
  name: `a-${target}-${daysAgo}`,
  author: "kite",
  kind: "reply",
  target,
  opinion: "Sorry.",
  issuedAt: nowS - daysAgo * dayS,
  ...more,
});
const vote = (author: string): Statement => ({
  name: `v ${author}`,
  author,
  kind: "vote",
  target: "a-r-28",
  rating: 100,
  metadata: { isPersonalExperience: true },
});
const heard = (at = nowS): ReturnType<typeof heardBy> => heardBy(db, brandId, keys, at * 1000);

describe("what a brand has heard", () => {
  it("is nothing that one could tell without a proven key", async () => {
    await store(review("r"), answer("r"));
    expect(await heard(nowS + 1)).toBeUndefined();
    expect(await heardBy(db, "acme.example", keys, nowS * 1000)).toBeUndefined();
  });

  it("is reviews with words of the last twelve months, whichever name of it they are about", async () => {
    await store(
      review("r"),
      review("s", { subject: "https://www.kite.example" }),
      review("stars", { opinion: "" }),
      review("old", { daysAgo: 366 }),
      review("bot", { metadata: { isGenerated: true } }),
      review("own", { author: "kite" }),
      review("other", { subject: "https://acme.example", siteKey: "acme.example" }),
    );
    expect(await heard()).toEqual({ reviews: 2, answered: [] });
  });

  it("and what it answered of them: once a review, by the first answer, also further down", async () => {
    await store(review("r"), answer("r", 20), answer("r", 27), review("s"));
    await store({ ...answer("s", 26), author: "cem", name: "q" }, answer("q", 25));
    expect(await heard()).toEqual({
      reviews: 2,
      answered: expect.arrayContaining([
        { afterSeconds: 3 * dayS, isSettled: false },
        { afterSeconds: 5 * dayS, isSettled: false },
      ]) as unknown,
    });
  });

  it("leaves out answers to what does not count, and of others", async () => {
    await store(
      review("r"),
      { ...answer("r"), author: "cem" },
      review("old", { daysAgo: 400 }),
      answer("old", 10),
      review("stars", { opinion: "" }),
      answer("stars"),
      review("own", { author: "kite" }),
      answer("own"),
      review("other", { subject: "https://acme.example" }),
      answer("other"),
    );
    expect(await heard()).toEqual({ reviews: 1, answered: [] });
  });

  it("knows which its writers call settled", async () => {
    await store(review("r"), answer("r"), vote("somebody"));
    expect(await heard()).toMatchObject({ answered: [{ isSettled: false }] });
    await store(vote("by r"));
    expect(await heard()).toMatchObject({ answered: [{ isSettled: true }] });
  });

  it("forgets an answer that is withdrawn, and one to a review that is", async () => {
    await store(review("r"), answer("r"), review("s"), answer("s"));
    await store({ name: "d", author: "kite", kind: "delete", target: "a-r-28", issuedAt: nowS });
    await store({ name: "e", author: "by s", kind: "delete", target: "s", issuedAt: nowS });
    expect(await heard()).toEqual({ reviews: 1, answered: [] });
  });
});
