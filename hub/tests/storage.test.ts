import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../src/storage/database.ts";
import type { ReviewFilter } from "../src/storage/filter.ts";
import { migrate } from "../src/storage/migrate.ts";
import { createStorage, type Storage } from "../src/storage/storage.ts";
import { pglite, postgresServer, sqliteInMemory } from "./databases.ts";
import { june, maresi, person, type Person } from "./people.ts";

const everything: ReviewFilter = { examples: true, latestEditsOnly: false };
const current: ReviewFilter = { examples: true, latestEditsOnly: true };
const page = { limit: 100, offset: 0 };
const shop = "https://shop.example";

const server = process.env["TEST_DATABASE_URL"];
const kinds = [sqliteInMemory(), pglite(), ...(server ? [postgresServer(server)] : [])];

describe.each(kinds)("storage on $name", (kind) => {
  let ann: Person;
  let bob: Person;
  let database: Database;
  let storage: Storage;

  beforeAll(async () => {
    [ann, bob] = await Promise.all([person(), person()]);
  });
  afterEach(async () => storage.close());
  afterAll(async () => kind.stop?.());

  const open = async (): Promise<void> => {
    database = (await kind.openCleared?.()) ?? (await kind.openEmpty());
    await migrate(database);
    storage = createStorage(database);
  };
  const subsOf = async (filter: Partial<ReviewFilter>, base = current): Promise<string[]> =>
    (await storage.list({ ...base, ...filter }, page)).map(({ sub }) => sub);
  const opinionsOf = async (filter: Partial<ReviewFilter>, base = current): Promise<(string | null)[]> =>
    (await storage.list({ ...base, ...filter }, page)).map(({ opinion }) => opinion);

  describe("what is submitted", () => {
    it("is found by its signature, word for word", async () => {
      await open();
      const review = await ann.signs({ sub: shop, rating: 75, opinion: 'Grüße, 𝄞 and "quotes"\n' });
      expect(await storage.submit(review)).toEqual({ kind: "added", seq: 1 });
      const found = await storage.find(review.signatureKey);
      expect(found).toMatchObject({ jwt: review.jwt, kid: ann.key.kid, sub: shop, rating: 75, iat: june });
      expect(found?.opinion).toBe(review.opinion);
    });

    it("is known the second time, and gets no second number", async () => {
      await open();
      const review = await ann.signs({ sub: shop, rating: 75 });
      await storage.submit(review);
      expect(await storage.submit(review)).toEqual({ kind: "known" });
      expect(await storage.state()).toEqual({ sequence: 1, revision: 0 });
    });

    it("is a duplicate when the same person says the same of the same", async () => {
      await open();
      const said = { sub: shop, rating: 75, opinion: "Good." };
      await storage.submit(await ann.signs(said));
      expect(await storage.submit(await ann.signs({ ...said, iat: june + 1 }))).toEqual({
        kind: "duplicate",
      });
      expect(await storage.submit(await bob.signs(said))).toMatchObject({ kind: "added" });
      expect(await storage.submit(await ann.signs({ ...said, rating: 50 }))).toMatchObject({
        kind: "added",
      });
    });

    it("must not be about a review that nobody has seen", async () => {
      await open();
      const original = await ann.signs({ sub: shop, rating: 75 });
      const reply = await bob.signs({ sub: maresi(original), opinion: "Indeed." });
      expect(await storage.submit(reply)).toEqual({ kind: "unknown-target" });
      await storage.submit(original);
      expect(await storage.submit(reply)).toMatchObject({ kind: "added" });
    });

    it("from many at once is all stored, each once, in numbers without a gap", async () => {
      await open();
      const reviews = await Promise.all(
        Array.from({ length: 60 }, (_, i) => ann.signs({ sub: `${shop}/${i}`, rating: 75 })),
      );
      const outcomes = await Promise.all([...reviews, ...reviews].map((review) => storage.submit(review)));
      expect(outcomes.filter(({ kind: outcome }) => outcome === "added")).toHaveLength(60);
      const numbers = (await storage.tokens({ after: 0, limit: 100 })).map(({ n }) => n);
      expect(numbers).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    });
  });

  describe("edits and deletes", () => {
    it("replace the original under its own subject; without latest_edits_only all is there", async () => {
      await open();
      const original = await ann.signs({ sub: shop, rating: 75, opinion: "Good." });
      const edit = await ann.signs({
        sub: maresi(original),
        action: "edit",
        rating: 50,
        opinion: "Fair.",
        iat: june + 1,
      });
      await storage.submit(original);
      await storage.submit(edit);
      expect(await opinionsOf({ sub: shop })).toEqual(["Fair."]);
      expect(await opinionsOf({}, everything)).toEqual(["Fair.", "Good."]);
      expect(await storage.subject(shop)).toMatchObject({ count: 1, quality: 50 });
      expect(await storage.find(original.signatureKey)).toMatchObject({ opinion: "Good." });
    });

    it("by somebody else are refused, and count for nothing when copied", async () => {
      await open();
      const original = await ann.signs({ sub: shop, rating: 75 });
      const deletion = await bob.signs({ sub: maresi(original), action: "delete", opinion: "Gone." });
      await storage.submit(original);
      expect(await storage.submit(deletion)).toEqual({ kind: "foreign-edit" });
      await storage.copy([deletion]);
      expect(await subsOf({})).toEqual([shop]);
    });

    it("delete the review and its edits; the same words may then be said again", async () => {
      await open();
      const said = { sub: shop, rating: 75, opinion: "Good." };
      const original = await ann.signs(said);
      await storage.submit(original);
      const deletion = {
        sub: maresi(original),
        action: "delete",
        opinion: "Deleted.",
        iat: june + 9,
      } as const;
      await storage.submit(await ann.signs(deletion));
      expect(await subsOf({})).toEqual([]);
      expect((await storage.subject(shop)).count).toBe(0);
      expect(await storage.submit(await ann.signs({ ...said, iat: june + 10 }))).toMatchObject({
        kind: "added",
      });
    });

    it("a slip signed before a later edit still deletes", async () => {
      await open();
      const original = await ann.signs({ sub: shop, rating: 75, opinion: "Good." });
      const about = { sub: maresi(original) };
      const slip = await ann.signs({ ...about, action: "delete", opinion: "Deleted.", iat: june + 1 });
      const edit = await ann.signs({ ...about, action: "edit", rating: 50, opinion: "Fair.", iat: june + 9 });
      for (const token of [original, edit, slip]) await storage.submit(token);
      expect(await subsOf({})).toEqual([]);
    });

    it("come to the same in any order of arrival, chains included", async () => {
      const original = await ann.signs({ sub: shop, rating: 100, opinion: "one" });
      const change = (target: typeof original, opinion: string, later: number): Promise<typeof original> =>
        ann.signs({ sub: maresi(target), action: "edit", rating: 50, opinion, iat: june + later });
      const second = await change(original, "two", 1);
      const third = await change(second, "three", 2);
      const foreign = await bob.signs({
        sub: maresi(original),
        action: "edit",
        opinion: "mine",
        iat: june + 3,
      });
      const tokens = [original, second, third, foreign];
      await open();
      for (const order of permutations(tokens)) {
        for (const token of order) await storage.copy([token]);
        expect(await opinionsOf({ sub: shop })).toEqual(["three"]);
        await clear(database);
      }
    });
  });

  describe("a list", () => {
    const fill = async (): Promise<void> => {
      await open();
      const all = [
        await ann.signs({ sub: shop, rating: 75, opinion: "100% wool_blend", iat: june }),
        await bob.signs({ sub: "https://other.example", rating: 25, opinion: "Too dear", iat: june + 2 }),
        await bob.signs({ sub: "urn:isbn:9783161484100", rating: 75, iat: june + 1 }),
        await ann.signs({ sub: "https://example.com", rating: 75, opinion: "A test", iat: june + 3 }),
        await ann.signs({
          sub: "geo:52.5,13.4?q=Bakery&u=20",
          rating: 100,
          opinion: "Brötchen",
          iat: june,
        }),
      ];
      for (const review of all) await storage.submit(review);
    };

    it("is newest first, pages without overlap, and ends", async () => {
      await fill();
      const pages = await Promise.all(
        [0, 2, 4, 6].map((offset) => storage.list(current, { limit: 2, offset })),
      );
      expect(pages.map((rows) => rows.length)).toEqual([2, 2, 1, 0]);
      const iats = pages.flat().map(({ iat }) => iat);
      expect(iats).toEqual(iats.toSorted((a, b) => b - a));
      expect(new Set(pages.flat().map(({ seq }) => seq)).size).toBe(5);
    });

    it.each<[string, Partial<ReviewFilter>, string[]]>([
      ["a subject", { sub: shop }, [shop]],
      ["a subject's exact spelling", { sub: `${shop}/` }, []],
      ["a scheme", { scheme: "urn:isbn" }, ["urn:isbn:9783161484100"]],
      ["a time", { iat: june + 1 }, ["urn:isbn:9783161484100"]],
      ["later than", { gtIat: june + 1, examples: false }, ["https://other.example"]],
      ["a rating", { rating: 25 }, ["https://other.example"]],
      ["an opinion", { opinion: "Too dear" }, ["https://other.example"]],
      [
        "only with words",
        { opinionated: true, examples: false, scheme: "https" },
        ["https://other.example", shop],
      ],
      ["only without words", { opinionated: false }, ["urn:isbn:9783161484100"]],
      ["no examples", { examples: false, scheme: "https" }, ["https://other.example", shop]],
      ["two at once, neither by itself", { rating: 75, scheme: "urn:isbn" }, ["urn:isbn:9783161484100"]],
      ["a word, whatever the case", { q: "DEAR" }, ["https://other.example"]],
      ["part of a subject", { q: "other.ex" }, ["https://other.example"]],
      ["letters beyond ASCII", { q: "brÖtch" }, ["geo:52.5,13.4?q=Bakery&u=20"]],
      ["a per cent sign that is one", { q: "100%" }, [shop]],
      ["a per cent sign that is none", { q: "1%0" }, []],
      ["an underscore that is none", { q: "_ool" }, []],
      ["two letters", { q: "oo" }, ["https://other.example", shop]],
      ["quotes and operators", { q: '" OR "a' }, []],
      ["what cannot be in any text", { q: "\u0000" }, []],
    ])("can be asked for %s", async (_what, filter, subs) => {
      await fill();
      expect(await subsOf(filter)).toEqual(subs);
    });

    it("can be asked for a person", async () => {
      await fill();
      expect(await subsOf({ kid: bob.key.kid })).toEqual(["https://other.example", "urn:isbn:9783161484100"]);
      expect(await subsOf({ kid: "nobody" })).toEqual([]);
    });

    it("can be asked for what lies near, or in a box, across the date line too", async () => {
      await open();
      const places = [
        "geo:52.5,13.4?q=A&u=20",
        "geo:52.5,13.401?q=B&u=20",
        "geo:-17,179.9999?q=C",
        "geo:-17,-179.9999",
      ];
      for (const sub of places) await storage.submit(await ann.signs({ sub, rating: 75 }));
      const near = async (lat: number, lon: number, uncertainty: number): Promise<Set<string>> =>
        new Set(await subsOf({ near: { lat, lon, uncertainty } }));
      expect(await near(52.5, 13.4, 0)).toEqual(new Set([places[0]]));
      expect(await near(52.5, 13.4, 60)).toEqual(new Set([places[0], places[1]]));
      expect(await near(-17, 180, 20)).toEqual(new Set([places[3], places[2]]));
      expect((await near(0, 0, 39_999_999)).size).toBe(4);
      const box = { minLat: -20, maxLat: 0, minLon: 179, maxLon: -179 };
      expect(await subsOf({ box })).toHaveLength(2);
    });
  });

  describe("aggregates", () => {
    it("count reviews, words, praise and own experience; generated ones do not move the mean", async () => {
      await open();
      const own = { is_personal_experience: "true" };
      const tokens = [
        await ann.signs({ sub: shop, rating: 100, opinion: "Good", metadata: own }),
        await bob.signs({ sub: shop, rating: 25 }),
        await (await person()).signs({ sub: shop, rating: 100, metadata: { is_generated: "true" } }),
      ];
      for (const token of tokens) await storage.submit(token);
      const expected = {
        sub: shop,
        quality: 63,
        count: 3,
        opinion_count: 1,
        positive_count: 2,
        confirmed_count: 1,
      };
      expect(await storage.subject(shop)).toEqual(expected);
      const [first] = tokens;
      if (first) await storage.submit(await bob.signs({ sub: maresi(first), rating: 100 }));
      const subs = await storage.subjects([shop, maresi(first ?? tokens[1]!), "https://nobody.example"]);
      expect([...subs.values()].map(({ count, quality }) => [count, quality])).toEqual([
        [3, 63],
        [1, null],
        [0, null],
      ]);
      expect(Object.fromEntries(await storage.issuers([bob.key.kid, "nobody"]))).toEqual({
        [bob.key.kid]: { count: 2, neutrality: null },
        nobody: { count: 0, neutrality: null },
      });
    });
  });

  describe("a removal", () => {
    it("takes the token out everywhere, its edits too, keeps the reason, and refuses it from then on", async () => {
      await open();
      const original = await ann.signs({ sub: shop, rating: 75, opinion: "A secret address" });
      const edit = await ann.signs({
        sub: maresi(original),
        action: "edit",
        opinion: "A secret house",
        iat: june + 1,
      });
      const other = await bob.signs({ sub: shop, rating: 75, opinion: "Fine" });
      for (const token of [original, edit, other]) await storage.submit(token);
      const removal = {
        signatureKey: original.signatureKey,
        code: "court-order",
        day: "2025-06-02",
      } as const;
      expect(await storage.remove(removal)).toBe(2);
      expect(await opinionsOf({}, everything)).toEqual(["Fine"]);
      expect(await opinionsOf({ q: "secret" }, everything)).toEqual([]);
      expect((await storage.tokens({ after: 0, limit: 9 })).map(({ n }) => n)).toEqual([3]);
      expect(await storage.submit(original)).toEqual({ kind: "removed", reason: "court-order" });
      expect(await storage.copy([edit])).toEqual([{ kind: "removed", reason: "court-order" }]);
      expect((await storage.removals()).map(({ id }) => id).toSorted()).toEqual(
        [original.id, edit.id].toSorted(),
      );
      expect(await storage.remove(removal)).toBe(0);
    });

    it("of an edit lets the words before it stand again", async () => {
      await open();
      const original = await ann.signs({ sub: shop, rating: 75, opinion: "before" });
      const edit = await ann.signs({
        sub: maresi(original),
        action: "edit",
        opinion: "after",
        iat: june + 1,
      });
      await storage.copy([original, edit]);
      await storage.remove({ signatureKey: edit.signatureKey, code: "spam", day: "2025-06-02" });
      expect(await opinionsOf({ sub: shop })).toEqual(["before"]);
    });

    it("never gives its number to another token", async () => {
      await open();
      const review = await ann.signs({ sub: shop, rating: 75 });
      await storage.submit(review);
      await storage.remove({ signatureKey: review.signatureKey, code: "spam", day: "2025-06-02" });
      expect(await storage.submit(await bob.signs({ sub: shop, rating: 75 }))).toEqual({
        kind: "added",
        seq: 2,
      });
      expect(await storage.state()).toEqual({ sequence: 2, revision: 1 });
    });
  });
});

async function clear({ kysely }: Database): Promise<void> {
  await kysely.deleteFrom("reviews").execute();
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, other) => other !== i)).map((rest) => [item].concat(rest)),
  );
}
