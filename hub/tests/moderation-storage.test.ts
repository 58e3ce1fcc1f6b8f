import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { readRecord } from "../../lib/reviews/removal-record.ts";
import type { Review } from "../../lib/model/review.ts";
import { hubKeyOf, signUnsigned, type HubKey } from "../src/hub-key.ts";
import { readAncestors } from "../src/storage/ancestors.ts";
import type { Database } from "../src/storage/database.ts";
import { migrate } from "../src/storage/migrate.ts";
import { migrations } from "../src/storage/migrations/index.ts";
import { createStorage, type Storage } from "../src/storage/storage.ts";
import { pglite, postgresServer, sqliteInMemory } from "./databases.ts";
import { june, maresi, person, type Person } from "./people.ts";

const shop = "https://shop.example";
const day = "2025-06-02";
const server = process.env["TEST_DATABASE_URL"];
const kinds = [sqliteInMemory(), pglite(), ...(server ? [postgresServer(server)] : [])];

const says = (who: Person | undefined, sub: string, opinion: string, more = {}): Promise<Review> =>
  who!.signs({ sub, opinion, ...more });

const flagOf = async (review: Review, opinion: string, rating = 0): Promise<Review> =>
  (await person()).signs({ sub: maresi(review), rating, opinion });

describe.each(kinds)("moderation on $name", (kind) => {
  let [ann, bob]: Person[] = [];
  let key: HubKey;
  let database: Database;
  let storage: Storage;

  beforeAll(async () => {
    [ann, bob] = await Promise.all([person(), person()]);
    key = hubKeyOf(await generateSigningKey());
  });
  afterEach(async () => storage.close());
  afterAll(async () => kind.stop?.());

  const open = async (): Promise<void> => {
    database = (await kind.openCleared?.()) ?? (await kind.openEmpty());
    await migrate(database);
    storage = createStorage(database);
  };
  /** In alphabetical order. */
  const published = async (): Promise<(string | null)[]> => {
    const listed = await storage.list({ examples: true, latestEditsOnly: true }, { limit: 99, offset: 0 });
    return listed.map(({ opinion }) => opinion).toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  };
  const kindsOf = async (...reviews: Review[]): Promise<string[]> => {
    const found: string[] = [];
    for (const review of reviews) found.push((await storage.submit(review)).kind);
    return found;
  };

  describe("a hold", () => {
    it("keeps what is new about a subject in any spelling, and what is below it; nothing else", async () => {
      await open();
      const before = await says(ann, shop, "before");
      await storage.submit(before);
      await storage.hold({ target: shop, day });
      const review = await says(bob, "https://www.shop.example/", "after");
      const reply = await says(bob, maresi(before), "a reply");
      const vote = await bob!.signs({ sub: maresi(before), rating: 100 });
      const edit = await says(ann, maresi(before), "edited", { action: "edit", iat: june + 1 });
      const elsewhere = await says(bob, `${shop}/item`, "about an item");
      expect(await kindsOf(review, reply, vote, edit, elsewhere)).toEqual([
        "held",
        "held",
        "held",
        "held",
        "added",
      ]);
      expect(await published()).toEqual(["about an item", "before"]);
      expect(await storage.find(review.signatureKey)).toBeUndefined();
      expect((await storage.tokens({ after: 0, limit: 9 })).map(({ jwt }) => jwt)).toEqual([
        before.jwt,
        elsewhere.jwt,
      ]);
      expect(await storage.holds()).toEqual([
        { hold_key: shop, target: shop, day, until_day: null, waiting: 4 },
      ]);
    });

    it("lets flags pass, and authors take back what is published", async () => {
      await open();
      const before = await says(ann, shop, "before");
      await storage.submit(before);
      await storage.hold({ target: shop, day });
      const flag = await says(bob, maresi(before), "Spam", { rating: 0 });
      const withdrawal = await says(ann, maresi(before), "gone", { action: "delete", iat: june + 1 });
      expect(await kindsOf(flag, withdrawal)).toEqual(["added", "added"]);
    });

    it("refuses what would be refused without it, and knows what waits already", async () => {
      await open();
      await storage.hold({ target: shop, day });
      const review = await says(ann, shop, "waits");
      const again = await says(ann, shop, "waits", { iat: june + 5 });
      const foreign = await says(bob, maresi(review), "mine", { action: "edit" });
      const nowhere = await says(bob, `urn:maresi:${"A".repeat(86)}`, "to nobody");
      expect(await kindsOf(review, review, again, foreign, nowhere)).toEqual([
        "held",
        "held",
        "duplicate",
        "foreign-edit",
        "unknown-target",
      ]);
    });

    it("publishes in order when it is released, and what is new from then on at once", async () => {
      await open();
      await storage.hold({ target: shop, day });
      const review = await says(ann, shop, "first");
      const edit = await says(ann, maresi(review), "better", { action: "edit", iat: june + 1 });
      const reply = await says(bob, maresi(review), "reply");
      expect(await kindsOf(review, edit, reply)).toEqual(["held", "held", "held"]);
      expect(await storage.release("https://www.shop.example")).toBe(3);
      expect(await published()).toEqual(["better", "reply"]);
      expect((await storage.tokens({ after: 0, limit: 9 })).map(({ n, jwt }) => [n, jwt])).toEqual([
        [1, review.jwt],
        [2, edit.jwt],
        [3, reply.jwt],
      ]);
      expect(await storage.release(shop)).toBeUndefined();
      expect(await kindsOf(await says(bob, shop, "later"))).toEqual(["added"]);
    });

    it("never publishes what its author took back while it waited", async () => {
      await open();
      await storage.hold({ target: shop, day });
      const review = await says(ann, shop, "regretted");
      const edit = await says(ann, maresi(review), "worse", { action: "edit", iat: june + 1 });
      const withdrawal = await says(ann, maresi(review), "gone", { action: "delete", iat: june + 2 });
      expect(await kindsOf(review, edit, withdrawal)).toEqual(["held", "held", "held"]);
      expect(await storage.release(shop)).toBe(0);
      expect(await storage.tokens({ after: 0, limit: 9 })).toEqual([]);
    });

    it("never publishes the edit of what its author has withdrawn since, under whichever name", async () => {
      await open();
      const review = await says(ann, shop, "published");
      const early = await says(ann, maresi(review), "still published", { action: "edit", iat: june + 1 });
      const other = await says(ann, `${shop}?other`, "stays");
      await kindsOf(review, early, other);
      await storage.hold({ target: maresi(review), day });
      await storage.hold({ target: maresi(other), day });
      const edit = await says(ann, maresi(review), "regretted", { action: "edit", iat: june + 2 });
      const later = await says(ann, maresi(early), "regretted, too", { action: "edit", iat: june + 3 });
      const kept = await says(ann, maresi(other), "better", { action: "edit", iat: june + 4 });
      const withdrawal = await says(ann, maresi(early), "gone", { action: "delete", iat: june + 5 });
      expect(await kindsOf(edit, later, kept, withdrawal)).toEqual(["held", "held", "held", "added"]);
      expect(await storage.release(maresi(review))).toBe(0);
      expect(await storage.release(maresi(other))).toBe(1);
      expect((await storage.tokens({ after: 0, limit: 9 })).map(({ jwt }) => jwt)).toEqual(
        [review, early, other, withdrawal, kept].map(({ jwt }) => jwt),
      );
    });

    it("of one review keeps what is new about it, however deep below", async () => {
      await open();
      const review = await says(ann, shop, "debated");
      const reply = await says(bob, maresi(review), "reply");
      await kindsOf(review, reply);
      await storage.hold({ target: maresi(review), day });
      const deep = await says(ann, maresi(reply), "below");
      const other = await says(bob, shop, "not about it");
      expect(await kindsOf(deep, other)).toEqual(["held", "added"]);
    });

    it("ends by itself after its last day, and not before", async () => {
      await open();
      await storage.hold({ target: shop, day, untilDay: "2025-06-05" });
      await storage.submit(await says(ann, shop, "waits"));
      await storage.endDay("2025-06-05");
      expect(await published()).toEqual([]);
      await storage.endDay("2025-06-06");
      expect(await published()).toEqual(["waits"]);
      expect(await storage.holds()).toEqual([]);
    });

    it("holds for copies from elsewhere too, and for what is removed while it waits", async () => {
      await open();
      await storage.hold({ target: shop, day });
      const review = await says(ann, shop, "from elsewhere");
      expect(await storage.copy([review])).toEqual([{ kind: "held" }]);
      expect(await storage.remove({ signatureKey: review.signatureKey, code: "spam", day })).toBe(1);
      expect(await storage.submit(review)).toMatchObject({ kind: "removed" });
      expect(await storage.release(shop)).toBe(0);
    });
  });

  describe("the queue", () => {
    it("finds what very many replies are about", async () => {
      await open();
      const review = await says(ann, shop, "debated");
      await storage.submit(review);
      const replies = Array.from({ length: 70_000 }, (_, index) => ({
        signature_key: `reply ${index}`,
        target_key: index === 69_999 ? review.signatureKey : `nowhere ${index}`,
        root_key: null,
        sub: "",
        about: "",
      }));
      const known = await readAncestors(database.kysely, replies);
      expect([...known.keys()]).toEqual([review.signatureKey]);
    });

    it("has each flagged review once, the longest waiting first, with every reason", async () => {
      await open();
      const [one, two] = [await says(ann, shop, "one"), await says(ann, `${shop}/two`, "two")];
      await kindsOf(one, two);
      await kindsOf(
        await flagOf(two, "Spam"),
        await flagOf(one, "Rude", 1),
        await flagOf(two, "Advertising"),
      );
      const found = await storage.queue({ limit: 9 });
      expect(found.map(({ signature, subject, opinion }) => [signature, subject, opinion])).toEqual([
        [two.signature, `${shop}/two`, "two"],
        [one.signature, shop, "one"],
      ]);
      expect(found[0]?.flags.map(({ opinion }) => opinion)).toEqual(["Spam", "Advertising"]);
      expect(new Set(found[0]?.flags.map(({ author }) => author)).size).toBe(2);
      expect(await storage.queue({ limit: 1 })).toHaveLength(1);
    });

    it("shows what a review says now, and leaves out what its author has deleted", async () => {
      await open();
      const [one, two] = [await says(ann, shop, "one"), await says(ann, `${shop}/two`, "two")];
      const edit = await says(ann, maresi(one), "one, edited", { action: "edit", iat: june + 1 });
      await kindsOf(one, two, edit, await flagOf(one, "Spam"), await flagOf(two, "Spam"));
      await storage.submit(await says(ann, maresi(two), "x", { action: "delete", iat: june + 1 }));
      expect((await storage.queue({ limit: 9 })).map(({ opinion }) => opinion)).toEqual(["one, edited"]);
      await storage.dismiss(one.signatureKey);
      await storage.submit(await flagOf(edit, "The edit is worse"));
      expect(await storage.queue({ limit: 9 })).toMatchObject([
        { signature: edit.signature, opinion: "one, edited", subject: shop },
      ]);
    });

    it("of a subject has what is below it too, in any spelling", async () => {
      await open();
      const review = await says(ann, "https://www.shop.example/", "one");
      const reply = await says(bob, maresi(review), "a rude reply");
      const other = await says(ann, "https://other.example", "two");
      await kindsOf(review, reply, other, await flagOf(reply, "Rude"), await flagOf(other, "Spam"));
      const found = await storage.queue({ limit: 9, subject: shop });
      expect(found.map(({ opinion, subject }) => [opinion, subject])).toEqual([
        ["a rude reply", "https://www.shop.example/"],
      ]);
    });

    it("forgets what was dealt with until somebody flags it again", async () => {
      await open();
      const review = await says(ann, shop, "one");
      await kindsOf(review, await flagOf(review, "Spam"), await flagOf(review, "Rude"));
      expect(await storage.dismiss(review.signatureKey)).toBe(2);
      expect(await storage.queue({ limit: 9 })).toEqual([]);
      expect(await storage.dismiss(review.signatureKey)).toBe(0);
      await storage.submit(await flagOf(review, "Still spam"));
      expect((await storage.queue({ limit: 9 }))[0]?.flags.map(({ opinion }) => opinion)).toEqual([
        "Still spam",
      ]);
    });

    it("is empty for a review that was removed", async () => {
      await open();
      const review = await says(ann, shop, "one");
      await kindsOf(review, await flagOf(review, "Spam"));
      await storage.remove({ signatureKey: review.signatureKey, code: "spam", day });
      expect(await storage.queue({ limit: 9 })).toEqual([]);
    });
  });

  describe("a removal", () => {
    it("leaves a signed record of hash, code, place and day, and no word of the review", async () => {
      await open();
      const review = await says(ann, shop, "A secret address");
      await storage.submit(review);
      await storage.remove({
        signatureKey: review.signatureKey,
        code: "court-order",
        jurisdiction: "DE",
        day,
        sign: key.sign,
      });
      const [row] = await storage.removals();
      expect(row).toMatchObject({ id: review.id, code: "court-order", reason: "court-order DE", day });
      expect(await readRecord(row?.record ?? "", key.public)).toEqual({
        act: "remove",
        id: review.id,
        code: "court-order",
        jurisdiction: "DE",
        day,
      });
      expect(await everyText()).not.toContain("secret");
    });

    it("can be taken back with what was kept aside: review and edits, under new numbers", async () => {
      await open();
      const review = await says(ann, shop, "one");
      const edit = await says(ann, maresi(review), "one, edited", { action: "edit", iat: june + 1 });
      await kindsOf(review, edit);
      const order = {
        signatureKey: review.signatureKey,
        code: "spam",
        day,
        keepUntilDay: "2025-12-01",
      } as const;
      expect(await storage.remove(order)).toBe(2);
      expect(await published()).toEqual([]);
      expect(await storage.find(review.signatureKey)).toBeUndefined();
      const { revision } = await storage.state();
      const back = await storage.restore({ signatureKey: review.signatureKey, day, sign: key.sign });
      expect(back).toEqual({ lifted: 2, back: 2 });
      expect(await published()).toEqual(["one, edited"]);
      expect(await storage.removals()).toEqual([]);
      expect((await storage.tokens({ after: 0, limit: 9 })).map(({ n }) => n)).toEqual([3, 4]);
      expect((await storage.state()).revision).toBe(revision + 1);
      const restored = await storage.restorations();
      expect(new Map(restored.map(({ id, jwt }) => [id, jwt]))).toEqual(
        new Map([review, edit].map(({ id, jwt }) => [id, jwt])),
      );
      expect(restored.map(({ code }) => code)).toEqual(["spam", "spam"]);
      expect(await readRecord(restored[0]?.record ?? "", key.public)).toMatchObject({ act: "restore" });
      // And out again: one list at a time.
      await storage.remove(order);
      expect([(await storage.removals()).length, await storage.restorations()]).toEqual([2, []]);
    });

    it("keeps nobody from taking back what is kept aside: it does not come back", async () => {
      await open();
      const review = await says(ann, shop, "regretted");
      const early = await says(ann, maresi(review), "edited", { action: "edit", iat: june + 1 });
      const other = await says(bob, shop, "stands");
      await kindsOf(review, early, other);
      const order = { code: "spam", day, keepUntilDay: "2025-12-01" } as const;
      for (const { signatureKey } of [review, other]) await storage.remove({ ...order, signatureKey });
      const foreign = await says(bob, maresi(review), "not his", { action: "delete", iat: june + 2 });
      const more = await says(ann, maresi(review), "more", { action: "edit", iat: june + 2 });
      const withdrawal = await says(ann, maresi(early), "gone", { action: "delete", iat: june + 3 });
      expect(await kindsOf(foreign, more, withdrawal)).toEqual(["foreign-edit", "unknown-target", "added"]);
      for (const { signatureKey } of [review, other]) await storage.restore({ signatureKey, day });
      expect(await published()).toEqual(["stands"]);
      const tokens = (await storage.tokens({ after: 0, limit: 9 })).map(({ jwt }) => jwt);
      expect(tokens).toEqual([withdrawal.jwt, other.jwt]);
    });

    it("whose words were not kept is lifted, and they may be handed in again by file or by their author", async () => {
      await open();
      const [one, two] = [await says(ann, shop, "one"), await says(ann, `${shop}/two`, "two")];
      await kindsOf(one, two);
      for (const { signatureKey } of [one, two])
        await storage.remove({ signatureKey, code: "exposes-a-person", day });
      expect(await everyText()).not.toContain(one.jwt);
      expect(await storage.restore({ signatureKey: one.signatureKey, day })).toEqual({ lifted: 1, back: 0 });
      expect(await storage.restorations()).toMatchObject([{ id: one.id, jwt: null }]);
      expect(await kindsOf(one)).toEqual(["added"]);
      expect(await storage.restorations()).toMatchObject([{ id: one.id, jwt: one.jwt }]);
      const tokens = ["", "not.a.token", one.jwt, two.jwt, two.jwt];
      expect(await storage.restore({ signatureKey: two.signatureKey, day, tokens })).toEqual({
        lifted: 1,
        back: 1,
      });
      expect(await storage.restore({ signatureKey: two.signatureKey, day })).toEqual({ lifted: 0, back: 0 });
    });

    it("keeps nothing aside once the time for an appeal is over", async () => {
      await open();
      const review = await says(ann, shop, "one");
      await storage.submit(review);
      await storage.remove({
        signatureKey: review.signatureKey,
        code: "spam",
        day,
        keepUntilDay: "2025-12-01",
      });
      await storage.endDay("2025-12-01");
      expect(await everyText()).toContain(review.jwt);
      await storage.endDay("2025-12-02");
      expect(await everyText()).not.toContain(review.jwt);
    });
  });

  it("a database from before codes keeps its removals, and they are signed when there is a key", async () => {
    database = await kind.openEmpty();
    await migrate(database, migrations.slice(0, 2));
    const row = { id: "a".repeat(32), signature: "A".repeat(86), reason: "court order 12/2026", day };
    await database.kysely.insertInto("removals").values(row).execute();
    await migrate(database);
    storage = createStorage(database);
    expect(await storage.removals()).toEqual([
      {
        ...row,
        signature_key: row.signature,
        root_key: row.signature,
        code: "unstated",
        jurisdiction: null,
        record: null,
      },
    ]);
    expect(await signUnsigned(storage, key)).toBe(1);
    expect(await signUnsigned(storage, key)).toBe(0);
    const record = (await storage.removals())[0]?.record ?? "";
    expect(await readRecord(record, key.public)).toMatchObject({ id: row.id, code: "unstated", day });
    // A key that was lost: the next one signs all again.
    const next = hubKeyOf(await generateSigningKey());
    expect(await signUnsigned(storage, next)).toBe(1);
  });

  /** Everything that any table holds. */
  async function everyText(): Promise<string> {
    const tables = [
      "reviews",
      "removals",
      "withheld",
      "restorations",
      "holds",
      "held",
      "dismissals",
    ] as const;
    const rows = await Promise.all(
      tables.map((table) => database.kysely.selectFrom(table).selectAll().execute()),
    );
    return JSON.stringify(rows);
  }
});
