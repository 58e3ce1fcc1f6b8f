import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { Collection, CollectionPrivacy } from "../../model/research/collection.ts";
import type { NewItem, ResearchItem } from "../../model/research/item.ts";
import type { Session } from "../../model/research/session.ts";
import { changePrivacy, isLooser } from "./change-privacy.ts";
import { choreProgress } from "./chore-row.ts";
import { openChores, runChore } from "./chores.ts";
import { beginDeletion } from "./delete-collection.ts";
import { beginErasure } from "./erase-person.ts";
import { beginExpiry } from "./expire-items.ts";
import { protectTerms } from "./protect-terms.ts";
import { pseudonymsOf } from "./pseudonym.ts";
import { protectItem } from "./protect-item.ts";

const dayMs = 86_400_000;
const clear: CollectionPrivacy = { pseudonymise: false, keepMedia: true, audience: "public-only" };
let db: ResearchDatabase;
let databases = 0;
let collection: Collection;

beforeEach(async () => {
  db = openResearch(`chores-${databases++}`);
  collection = await aCollection();
  await db.collections.add(collection);
});
afterEach(() => db.delete());

/** Items as they are met: by whom, saying what. */
async function keep(posts: readonly Partial<NewItem>[], into = collection): Promise<ResearchItem[]> {
  const items = await Promise.all(
    posts.map((post, index) =>
      protectItem(anItem(index, { collection: into.id, mentions: [], ...post }), into),
    ),
  );
  return keepItems(db, items);
}
const all = (): Promise<ResearchItem[]> => db.items.orderBy(":id").toArray();
const now = async (): Promise<Collection | undefined> => db.collections.get(collection.id);

const days = (count: number): Partial<NewItem> => ({ collectedAt: sampleNoon - count * dayMs });

describe("retention", () => {
  it("deletes what is older than its collection keeps it, and counts it", async () => {
    collection = { ...collection, privacy: { ...collection.privacy, retentionDays: 30 } };
    await db.collections.put(collection);
    const unlimited = await aCollection({ id: "unlimited" });
    await db.collections.add(unlimited);
    // A file may bring old items behind new ones.
    const [, kept] = await keep([days(31), days(29), days(400)]);
    const [other] = await keep([days(400)], unlimited);
    await beginExpiry(db, sampleNoon);
    expect(await openChores(db)).toHaveLength(1);
    await runChore(db, collection.id, "expire");
    expect((await all()).map(({ seq }) => seq)).toEqual([kept?.seq, other?.seq]);
    expect((await now())?.log?.expired).toBe(2);
  });

  it("leaves no trace in the log where nothing was over", async () => {
    await db.collections.put({ ...collection, privacy: { ...collection.privacy, retentionDays: 30 } });
    await keep([days(1)]);
    await beginExpiry(db, sampleNoon);
    await runChore(db, collection.id, "expire");
    expect((await now())?.log).toBeUndefined();
  });
});

const conversation: readonly Partial<NewItem>[] = [
  { author: "anna@social.example", text: "The soles again." },
  { author: "bo@other.example", text: "@anna@social.example mine too" },
];

const terms = async (): Promise<unknown[]> => (await db.views.toArray()).map((view) => view.terms);
const searched = async (of: string, more: string): Promise<void> => {
  await db.sessions.add({ id: of, collection: collection.id } as Session);
  const view = { session: of, site: "x", kind: "search", seen: 7, kept: 1 };
  await db.views.bulkAdd([
    { ...view, id: `${of} 1`, terms: more },
    { ...view, id: `${of} 2` },
  ] as never);
};

describe("what was searched for in a session", () => {
  it("loses its people where a collection pseudonymises from now on", async () => {
    collection = { ...collection, privacy: clear };
    await db.collections.put(collection);
    await searched("session", "boots from:anna @ben");
    await changePrivacy(db, collection.id, { ...clear, pseudonymise: true }, "", sampleNoon);
    await runChore(db, collection.id, "protect");
    expect((await terms())[0]).toMatch(/^boots from:@p-\w{12} @p-\w{12}$/u);
    expect((await terms())[1]).toBeUndefined();
  });

  it.each([true, false])(
    "loses who was erased, and nobody else, where pseudonymised: %s",
    async (pseudonymise) => {
      collection = { ...collection, privacy: { ...clear, pseudonymise } };
      await db.collections.put(collection);
      const written = "boots from:anna @ben";
      await searched("session", pseudonymise ? await protectTerms(written, "x", collection) : written);
      const pseudonym = await pseudonymsOf(collection.hashKey).of({ site: "x", handle: "anna" });
      await beginErasure(db, collection.id, [pseudonym], sampleNoon);
      await runChore(db, collection.id, "erase");
      expect((await terms())[0]).toMatch(
        pseudonymise ? /^boots from:@p-erased @p-\w{12}$/u : /^boots from:@p-erased @ben$/u,
      );
      expect((await db.views.toArray())[0]).toMatchObject({ seen: 7, kept: 1 });
    },
  );
});

describe("a change of protection", () => {
  it("that is stricter holds for what is kept already, and is written down", async () => {
    collection = { ...collection, privacy: clear };
    await db.collections.put(collection);
    const media = [{ kind: "image" as const, url: "https://img.example/1.png" }];
    await keep([{ ...conversation[1], media, versions: [{ text: "@anna@social.example", from: 1, to: 2 }] }]);
    const to: CollectionPrivacy = { pseudonymise: true, keepMedia: false, audience: "public-only" };
    expect(await changePrivacy(db, collection.id, to, "", sampleNoon)).toEqual({
      ok: true,
      value: undefined,
    });
    await runChore(db, collection.id, "protect");
    const [item] = await all();
    expect(JSON.stringify(item)).not.toMatch(/anna@|bo@|img\.example/u);
    expect(item?.versions[0]?.text).toBe(item?.text.split(" ")[0]);
    expect((await now())?.log?.changes).toEqual([{ at: sampleNoon, from: clear, to, note: "" }]);
  });

  it("that is looser needs a reason, and leaves what is kept as it is", async () => {
    await keep(conversation);
    const before = await all();
    const to: CollectionPrivacy = { ...clear, audience: "any", audienceNote: "members agreed" };
    expect(await changePrivacy(db, collection.id, to, " ", sampleNoon)).toMatchObject({
      error: { params: { reason: "empty" } },
    });
    const silent = { ...to, audienceNote: "" };
    expect((await changePrivacy(db, collection.id, silent, "why", sampleNoon)).ok).toBe(false);
    expect((await now())?.privacy).toEqual(collection.privacy);
    expect((await changePrivacy(db, collection.id, to, "the board agreed", sampleNoon)).ok).toBe(true);
    expect((await now())?.privacy).toEqual(to);
    expect(await openChores(db)).toEqual([]);
    expect(await all()).toEqual(before);
  });

  it.each([
    [{ pseudonymise: false }, true],
    [{ keepMedia: true }, true],
    [{ audience: "any" }, true],
    [{ retentionDays: 90 }, true],
    [{}, true],
    [{ retentionDays: 30 }, false],
    [{ retentionDays: 7 }, false],
  ] as const)("%o is looser: %s", (change, looser) => {
    const from: CollectionPrivacy = { ...collection.privacy, retentionDays: 30 };
    expect(isLooser(from, { ...collection.privacy, ...change })).toBe(looser);
  });
});

const session = (id: string, of: string): Session => ({
  id,
  collection: of,
  plan: { collection: of, keep: { kind: "everything" }, sites: [], sampleRate: 0, minutes: 1 },
  seed: "0",
  detector: { extension: "0", directory: "0" },
  startedAt: 0,
  endsAt: 1,
  pauses: [],
  seen: 0,
  kept: 0,
  sampled: 0,
  notPublic: 0,
});

const counts = async (): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()])));

async function fill(id: string, from: number, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, index) => anItem(from + index, { collection: id }));
  const kept = await keepItems(db, items);
  const seq = kept[0]?.seq ?? 0;
  await db.codings.add({ collection: id, seq, coder: "me", codes: [], note: "", codebook: 1, at: 1 });
  await db.codebooks.add({ collection: id, version: 1, codes: [], createdAt: 1, note: "" });
  await db.samples.add({ id: `s-${id}`, collection: id, seed: "0", codebook: 1, keys: [], createdAt: 1 });
  const task = { id: `s-${id}`, name: "", from: "", coder: "bo", openedAt: 1 };
  await db.tasks.add({ ...task, items: [{ key: "k", text: "words" }] } as never);
  await db.answers.add({ task: task.id, key: "k", codes: [], note: "words", at: 1 });
  await db.sessions.add(session(`session-${id}`, id));
  await db.views.add({ id: `v-${id}`, session: `session-${id}` } as never);
  await db.tallies.add({ session: `session-${id}`, collection: id, site: "x", day: "", seen: 1, kept: 1 });
  await db.seen.bulkAdd(
    items.map(({ key }) => ({ session: `session-${id}`, key, as: "kept" as const, view: "", day: "" })),
  );
  await db.changes.add({ collection: id, seq });
  await db.blocks.add({ collection: id, name: "words", bytes: new ArrayBuffer(8) });
}

describe("a collection that is deleted", () => {
  it("leaves nothing of itself in any table, and others alone", async () => {
    await db.collections.clear();
    await db.collections.add(await aCollection({ id: "other" }));
    await fill("other", 0, 3);
    const before = await counts();
    await db.collections.add(collection);
    await fill(collection.id, 10, 4_500);
    await beginDeletion(db, collection.id, sampleNoon);
    expect(await now()).toBeUndefined();
    await runChore(db, collection.id, "delete");
    expect(await counts()).toEqual(before);
  });

  it("goes on after it was cut off, and other work on it ends", async () => {
    await fill(collection.id, 0, 2_500);
    await beginErasure(db, collection.id, ["p-000000000000"], sampleNoon);
    await beginDeletion(db, collection.id, sampleNoon);
    expect((await openChores(db)).map(({ kind }) => kind)).toEqual(["delete"]);
    const stop = new AbortController();
    const blocks = vi.spyOn(db.blocks, "where").mockImplementationOnce((index) => {
      stop.abort();
      return db.blocks.where(index as never) as never;
    });
    await runChore(db, collection.id, "delete", stop.signal);
    blocks.mockRestore();
    const [chore] = await openChores(db);
    expect(await db.items.count()).toBe(500);
    expect(choreProgress(chore!)).toBeGreaterThan(0.7);
    await runChore(db, collection.id, "delete");
    expect(Object.values(await counts()).every((count) => count === 0)).toBe(true);
  });
});
