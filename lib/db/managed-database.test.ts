import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, describe, expect, it, vi } from "vitest";
import { anItem } from "../../components/testing/research.ts";
import { stored } from "../../tests/support/statements.ts";
import { openCommunity } from "./community.ts";
import { DatabaseError, databaseErrorOf, DatabaseNewerError } from "./database-error.ts";
import { deleteEverything } from "./delete-everything.ts";
import { saveDraft } from "./drafts.ts";
import { openPersonal } from "./personal.ts";
import { addItems } from "./research-items.ts";
import { openResearch } from "./research.ts";
import { reviewsPage } from "./review-pages.ts";
import { storeReviews } from "./store-reviews.ts";

const asOf = 1_700_000_000;
let databases = 0;
const freshName = (): string => `managed-${databases++}`;

/** A database as a later Backtalk would leave it. */
async function makeNewer(name: string, version: number): Promise<void> {
  const newer = new Dexie(name);
  newer.version(version).stores({ future: "id" });
  await newer.table("future").add({ id: "kept" });
  newer.close();
}

afterEach(() => vi.restoreAllMocks());

describe("a database that newer code wrote", () => {
  it.each([
    ["personal", openPersonal],
    ["community", openCommunity],
    ["research", openResearch],
  ])("is refused by older code and left as it is (%s)", async (_, open) => {
    const name = freshName();
    await makeNewer(name, 7);
    const db = open(name);
    await expect(db.open()).rejects.toBeInstanceOf(DatabaseNewerError);
    await expect(db.open()).rejects.toMatchObject({
      code: "newer",
      problem: { params: { reason: "newer-database" } },
    });
    const after = new Dexie(name);
    after.version(7).stores({ future: "id" });
    await after.open();
    expect(after.backendDB().version).toBe(70);
    expect([...after.backendDB().objectStoreNames]).toEqual(["future"]);
    expect(await after.table("future").toArray()).toEqual([{ id: "kept" }]);
    await after.delete();
  });

  it("gives the same answer to a query that opens it", async () => {
    const name = freshName();
    await makeNewer(name, 7);
    const db = openCommunity(name);
    const query = reviewsPage(db, { keys: ["a"], sort: "newest", limit: 1 });
    await expect(query).rejects.toMatchObject({ code: "newer" });
    await expect(storeReviews(db, [stored({ name: "r", author: "ann" })], { asOf })).rejects.toMatchObject({
      code: "newer",
    });
    await Dexie.delete(name);
  });
});

describe("an open database", () => {
  it("steps aside when newer code upgrades it, and does not come back", async () => {
    const name = freshName();
    const db = openPersonal(name);
    await db.open();
    await makeNewer(name, 9);
    expect(db.isOpen()).toBe(false);
    await expect(db.drafts.toArray()).rejects.toThrow();
    await Dexie.delete(name);
  });

  it("steps aside when everything is deleted, and begins afresh", async () => {
    const [personalName, communityName, researchName] = [freshName(), freshName(), freshName()];
    const page = openPersonal(personalName);
    const draft = {
      subjectKey: "shop.example",
      subject: "https://shop.example",
      title: "Shop",
      text: "words",
      ownExperience: false,
      affiliated: false,
      nickname: "",
      updatedAt: 1,
    };
    await saveDraft(page, draft);
    const [personal, community] = [openPersonal(personalName), openCommunity(communityName)];
    await storeReviews(community, [stored({ name: "r", author: "ann", rating: 50 })], { asOf });
    const research = openResearch(researchName);
    await addItems(research, [anItem(1)]);
    await deleteEverything([personal, community, research]);
    const left = (await indexedDB.databases()).map(({ name }) => name);
    expect(left).not.toContain(personalName);
    expect(left).not.toContain(communityName);
    expect(left).not.toContain(researchName);
    expect(await research.items.count()).toBe(0);
    expect(await page.drafts.count()).toBe(0);
    expect(await community.tokens.count()).toBe(0);
    await saveDraft(personal, draft);
    expect(await page.drafts.count()).toBe(1);
    page.close();
    await deleteEverything([personal, community, research]);
  });
});

describe("a full disk", () => {
  it("is said, loses nothing that was stored, and the same call works later", async () => {
    const db = openCommunity(freshName());
    const reviews = Array.from({ length: 1200 }, (_, index) =>
      stored({ name: `r${index}`, author: `a${index}`, rating: 50 }),
    );
    await storeReviews(db, reviews.slice(0, 10), { asOf });
    let writes = 0;
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
    const real = IDBObjectStore.prototype.put;
    // The second chunk meets the end of the disk while it writes its summaries.
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function full(
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (this.name === "summaries" && ++writes === 2) throw new DOMException("full", "QuotaExceededError");
      return key === undefined ? real.call(this, value) : real.call(this, value, key);
    });
    await expect(storeReviews(db, reviews, { asOf })).rejects.toMatchObject({
      code: "quota",
      problem: { code: "quota" },
    });
    put.mockRestore();
    expect(await db.tokens.count()).toBe(500);
    expect(await db.effective.count()).toBe(500);
    expect((await db.summaries.get("brand.example"))?.count).toBe(500);
    expect(await storeReviews(db, reviews, { asOf })).toMatchObject({ added: 700, known: 500 });
    expect((await db.summaries.get("brand.example"))?.count).toBe(1200);
    await db.delete();
  });
});

describe("errors", () => {
  it.each([
    ["quota", { name: "AbortError", inner: { name: "QuotaExceededError" } }],
    ["quota", { name: "BulkError", failures: [{ name: "QuotaExceededError" }] }],
    ["newer", { name: "DatabaseClosedError", inner: { name: "VersionError" } }],
    ["closed", { name: "DatabaseClosedError" }],
    ["unavailable", { name: "OpenFailedError", inner: { name: "UnknownError" } }],
    ["unavailable", { name: "MissingAPIError" }],
  ])("of the storage are told apart: %s", (code, error) => {
    expect(databaseErrorOf(error)?.code).toBe(code);
  });

  it.each([[new TypeError("bug")], [undefined], ["text"], [{ name: "AbortError" }]])(
    "that are bugs stay what they are: %o",
    (error) => {
      expect(databaseErrorOf(error)).toBeUndefined();
    },
  );

  it("keep their type when they pass through twice, and never loop", () => {
    const once = new DatabaseError("quota");
    expect(databaseErrorOf({ cause: once })).toBe(once);
    const loop: { name: string; inner?: unknown } = { name: "LoopError" };
    loop.inner = loop;
    expect(databaseErrorOf(loop)).toBeUndefined();
  });
});
