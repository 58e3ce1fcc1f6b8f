import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { Collection, CollectionPrivacy } from "../../model/research/collection.ts";
import type { NewItem, ResearchItem } from "../../model/research/item.ts";
import { choreProgress } from "./chore-row.ts";
import { openChores, runChore } from "./chores.ts";
import { beginErasure } from "./erase-person.ts";
import { findPerson } from "./find-person.ts";
import { isErased, protect } from "./protect.ts";
import { protectItem } from "./protect-item.ts";

const clear: CollectionPrivacy = { pseudonymise: false, keepMedia: true, audience: "public-only" };
let db: ResearchDatabase;
let databases = 0;
let collection: Collection;

beforeEach(async () => {
  db = openResearch(`erase-person-${databases++}`);
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

const conversation: readonly Partial<NewItem>[] = [
  { author: "anna@social.example", text: "The soles again.", url: "https://social.example/@anna/1" },
  {
    author: "bo@other.example",
    text: "@anna@social.example mine too",
    replyTo: "https://social.example/@anna/1",
  },
  { author: "carl@other.example", text: "see https://social.example/@anna and @dora@social.example" },
  { author: "dora@social.example", text: "no trouble here" },
];

describe("what is sealed of posts that answer somebody", () => {
  it("goes where who is erased is among it, and is not sealed again", async () => {
    const { publicKey } = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, [
      "deriveBits",
    ]);
    const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", publicKey);
    const privacy = { ...collection.privacy, sealTo: { crv: "P-256", x, y } } as never;
    collection = { ...collection, privacy };
    await db.collections.put(collection);
    const [anna, bo, carl] = await keep(conversation);
    expect(bo?.sealed).toBeDefined();
    await beginErasure(db, collection.id, [anna!.author!], sampleNoon);
    await runChore(db, collection.id, "erase");
    expect((await db.items.get(bo!.seq))?.sealed).toBeUndefined();
    expect((await db.items.get(carl!.seq))?.sealed).toBe(carl?.sealed);
    const sealing = vi.spyOn(TextEncoder.prototype, "encode");
    await protect(
      {
        site: "mastodon",
        mentions: [],
        thread: "https://social.example/@anna/0",
        post: {
          text: "again",
          truncated: false,
          links: [],
          media: [],
          metrics: {},
          audience: "public",
          url: "https://other.example/@bo/2",
          replyTo: "https://social.example/@anna/1",
        },
      },
      (await now())!,
    );
    const sealed = sealing.mock.calls.map(([words]) => words).filter((words) => words?.startsWith("{"));
    sealing.mockRestore();
    expect(sealed.join("")).toContain("@bo/2");
    expect(sealed.join("")).not.toContain("anna");
  });
});

describe("a sample that is coded by a second person here", () => {
  it("has no words of who was erased, and no name in those of others", async () => {
    const items = await keep(conversation);
    const [anna, bo] = items;
    await db.samples.add({ id: "s", collection: collection.id, keys: [] } as never);
    const taskItems = items.map(({ key, text }) => ({ key, text }));
    await db.tasks.bulkAdd([
      { id: "s", items: taskItems } as never,
      { id: "another's", items: taskItems } as never,
    ]);
    for (const { key } of items) await db.answers.add({ task: "s", key, codes: [], note: "anna", at: 1 });
    await beginErasure(db, collection.id, [anna!.author!], sampleNoon);
    await runChore(db, collection.id, "erase");
    const task = await db.tasks.get("s");
    expect(task?.items.map(({ key }) => key)).toEqual(items.slice(1).map(({ key }) => key));
    expect(task?.items[0]?.text).toBe((await db.items.get(bo!.seq))?.text);
    expect(JSON.stringify(task)).not.toContain(anna!.author);
    expect(await db.answers.count()).toBe(3);
    expect((await db.tasks.get("another's"))?.items).toEqual(taskItems);
  });
});

describe.each([
  ["pseudonymises", undefined],
  ["does not", clear],
] as const)("a person in a collection that %s", (_name, privacy) => {
  beforeEach(async () => {
    if (privacy) {
      collection = { ...collection, privacy };
      await db.collections.put(collection);
    }
  });

  it.each(["@anna@social.example", "anna@SOCIAL.example", "https://social.example/@anna"])(
    "is found by %s",
    async (typed) => {
      await keep(conversation);
      const { by, naming, pseudonyms } = await findPerson(db, collection, typed);
      expect({ by, naming }).toEqual({ by: 1, naming: 2 });
      expect(pseudonyms).toEqual([expect.stringMatching(/^p-\w{12}$/u)]);
    },
  );

  it("is not found under another host, by half a name, or by nothing", async () => {
    await keep(conversation);
    for (const typed of ["@anna@other.example", "ann", "social.example", "  "]) {
      expect(await findPerson(db, collection, typed)).toMatchObject({ by: 0, naming: 0 });
    }
  });

  it("is erased: their items go, their name goes out of others', and neither comes back", async () => {
    const items = await keep(conversation);
    await db.codings.add({
      collection: collection.id,
      seq: items[0]?.seq ?? 0,
      coder: "me",
      codes: ["soles"],
      note: "",
      codebook: 1,
      at: 1,
    });
    const { pseudonyms } = await findPerson(db, collection, "@anna@social.example");
    await beginErasure(db, collection.id, pseudonyms, sampleNoon);
    await runChore(db, collection.id, "erase");

    const left = await all();
    expect(left.map(({ seq }) => seq)).toEqual(items.slice(1).map(({ seq }) => seq));
    expect(JSON.stringify(left)).not.toMatch(new RegExp(`anna@|@anna|${pseudonyms.join("|")}`, "u"));
    expect(left[0]?.text).toBe("@p-erased mine too");
    expect(await db.codings.count()).toBe(0);
    expect(await openChores(db)).toEqual([]);
    const after = await now();
    expect(after?.log?.erased).toEqual([{ at: sampleNoon, pseudonyms, deleted: 1, masked: 2 }]);
    expect(JSON.stringify(after?.log)).not.toContain("anna@");

    const post = {
      author: { handle: "anna@social.example" },
      text: "Again.",
      truncated: false,
      links: [],
      media: [],
      metrics: {},
      audience: "public",
    } as const;
    expect(isErased(await protect({ post, site: "mastodon", mentions: [] }, after!))).toBe(true);
    const item = anItem(9, { author: pseudonyms[0]!, mentions: [] });
    expect(isErased(await protectItem(item, after!))).toBe(true);
    expect(isErased(await protectItem(anItem(9, { author: "dora@social.example" }), after!))).toBe(false);
  });

  it("whose erasure was cut off is erased by whoever goes on, and counted once", async () => {
    await keep(Array.from({ length: 1_201 }, (_, index) => conversation[index % 4]!));
    const { pseudonyms } = await findPerson(db, collection, "@anna@social.example");
    await beginErasure(db, collection.id, pseudonyms, sampleNoon);
    const stop = new AbortController();
    const get = vi.spyOn(db.collections, "get").mockImplementationOnce(() => {
      stop.abort();
      return db.collections.toCollection().first();
    });
    await runChore(db, collection.id, "erase", stop.signal);
    get.mockRestore();
    const [chore] = await openChores(db);
    expect(choreProgress(chore!)).toBeGreaterThan(0.3);
    expect(choreProgress(chore!)).toBeLessThan(0.6);

    await Promise.all([runChore(db, collection.id, "erase"), runChore(db, collection.id, "erase")]);
    expect((await now())?.log?.erased).toMatchObject([{ deleted: 301, masked: 600 }]);
    expect(await findPerson(db, collection, "@anna@social.example")).toMatchObject({ by: 0, naming: 0 });
  });
});

it("what a recording writes while somebody is erased is not lost, and not spared", async () => {
  const [, naming] = await keep(conversation);
  const { pseudonyms } = await findPerson(db, collection, "@anna@social.example");
  await beginErasure(db, collection.id, pseudonyms, sampleNoon);
  const seq = naming?.seq ?? 0;
  // Between the reading of a step and its writing.
  const begin = db.transaction.bind(db) as (...given: readonly unknown[]) => unknown;
  const transaction = vi.spyOn(db, "transaction").mockImplementationOnce((async (...given: unknown[]) => {
    const [anna = ""] = pseudonyms;
    await db.items.update(seq, { metrics: { likes: 7 }, text: `@${anna} mine too. Edit: both` });
    return begin(...given);
  }) as never);
  await runChore(db, collection.id, "erase");
  transaction.mockRestore();
  expect(await db.items.get(seq)).toMatchObject({
    metrics: { likes: 7 },
    text: "@p-erased mine too. Edit: both",
  });
  expect((await now())?.log?.erased).toMatchObject([{ deleted: 1, masked: 2 }]);
});

it("a bare handle means whoever has it on any platform of one host", async () => {
  await keep([
    { site: "x", author: "anna", url: "https://x.com/anna/status/1", text: "" },
    { site: "reddit", author: "anna", url: "https://www.reddit.com/r/boots/comments/a/b/", text: "" },
    { site: "youtube", author: "Anna K", url: "https://www.youtube.com/watch?v=1", text: "" },
  ]);
  expect(await findPerson(db, collection, "@Anna")).toMatchObject({ by: 2 });
  expect(await findPerson(db, collection, "u/anna")).toMatchObject({ by: 1 });
  expect(await findPerson(db, collection, "x.com/anna")).toMatchObject({ by: 1 });
  expect(await findPerson(db, collection, "anna k")).toMatchObject({ by: 1 });
});
