import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { fileOf, imported, outcomeOf } from "../../../tests/support/research-files.ts";
import { aCoding, aFullItem } from "../../../tests/support/research-rows.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import { CancelledError } from "../../errors.ts";
import type { Code } from "../../model/research/coding.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { Session } from "../../model/research/session.ts";
import { itemKey } from "../capture/item-key.ts";
import { encryptStream } from "../privacy/encrypt.ts";

let here: ResearchDatabase;
let there: ResearchDatabase;
let opened = 0;
beforeEach(() => {
  here = openResearch(`import-here-${opened}`);
  there = openResearch(`import-there-${opened++}`);
});
afterEach(async () => {
  await here.delete();
  await there.delete();
});

const open = { pseudonymise: false, keepMedia: true, audience: "public-only" } as const;

function code(id: string): Code {
  return { id, name: id.toUpperCase(), description: "", colour: 0 };
}

function aSession(changes: Partial<Session> = {}): Session {
  return {
    id: "session-1",
    collection: "theirs",
    plan: {
      collection: "theirs",
      keep: { kind: "words", words: ["soles"] },
      sites: ["mastodon"],
      sampleRate: 0.1,
      minutes: 60,
    },
    seed: "0".repeat(32),
    detector: { extension: "0.1.0", directory: "0123456789abcdef" },
    startedAt: sampleNoon,
    endsAt: sampleNoon + 3_600_000,
    pauses: [{ from: sampleNoon + 1, to: sampleNoon + 2 }],
    ended: { at: sampleNoon + 5, why: "person" },
    seen: 100,
    kept: 3,
    sampled: 1,
    notPublic: 2,
    ...changes,
  };
}

/** A collection of another researcher, with everything that goes along with it. */
async function theirs(changes: Partial<Collection> = {}): Promise<Blob> {
  const collection = await aCollection({
    id: "theirs",
    name: "Their study",
    coder: "bo",
    codebook: { version: 2, codes: [code("returns"), code("quality")], createdAt: 1, note: "" },
    ...changes,
  });
  await there.collections.add(collection);
  await there.codebooks.add({
    collection: "theirs",
    version: 1,
    codes: [code("old")],
    createdAt: 0,
    note: "",
  });
  const items = [aFullItem(), anItem(1), anItem(2)].map((item) =>
    Object.assign(item, { collection: "theirs" }),
  );
  const [first] = await keepItems(there, items);
  await there.codings.add(aCoding(first?.seq ?? 0, { collection: "theirs", coder: "bo", codebook: 2 }));
  await there.sessions.add(aSession());
  await there.views.add({
    id: "view-1",
    session: "session-1",
    site: "mastodon",
    kind: "search",
    terms: "northwind",
    seen: 100,
    kept: 3,
    depth: 4,
    firstAt: sampleNoon,
    lastAt: sampleNoon + 5,
  });
  await there.tallies.add({
    session: "session-1",
    collection: "theirs",
    site: "mastodon",
    day: "2026-10-22",
    seen: 90,
    kept: 3,
  });
  await there.samples.add({
    id: "sample-1",
    collection: "theirs",
    seed: "s",
    codebook: 2,
    keys: [items[2]?.key ?? "", items[0]?.key ?? ""],
    createdAt: sampleNoon,
  });
  return (await fileOf(there, { collection: "theirs", formats: ["ndjson"] })).file;
}

describe("a folder of another researcher", () => {
  it("becomes a collection of one's own, with all that belongs to it", async () => {
    const file = await theirs();
    const outcome = await outcomeOf(here, { file, target: { newName: "Ours now", coder: "me" } });
    expect(outcome).toMatchObject({ added: 3, refused: 0 });
    const collection = await here.collections.get(outcome.collection);
    expect(collection).toMatchObject({ name: "Ours now", coder: "me", codebook: { version: 2 } });
    expect(collection?.id).not.toBe("theirs");
    expect(await here.codebooks.toArray()).toMatchObject([{ version: 1, codes: [{ id: "old" }] }]);
    const [session] = await here.sessions.toArray();
    expect(session).toMatchObject({ collection: outcome.collection, seen: 100, notPublic: 2 });
    expect(session?.plan.collection).toBe(outcome.collection);
    expect(await here.views.toArray()).toMatchObject([{ session: session?.id, terms: "northwind" }]);
    expect(await here.tallies.toArray()).toMatchObject([{ session: session?.id, seen: 90 }]);
    const items = await here.items.toArray();
    expect(items.map((item) => item.session)).toEqual([session?.id, session?.id, session?.id]);
    expect(await here.codings.toArray()).toMatchObject([{ seq: items[0]?.seq, coder: "bo", codebook: 2 }]);
    const [sample] = await here.samples.toArray();
    expect(sample?.keys).toEqual([items[2]?.key, items[0]?.key]);
  });

  it("changes nothing when it comes again", async () => {
    const file = await theirs();
    const { collection } = await outcomeOf(here, { file, target: { newName: "Ours", coder: "me" } });
    const tables = async (): Promise<unknown> =>
      Promise.all(here.tables.map(async (table) => [table.name, await table.toArray()]));
    const before = await tables();
    const again = await outcomeOf(here, { file, target: { id: collection } });
    expect(again).toMatchObject({ added: 0, same: 3, updated: 0, refused: 0 });
    expect(await tables()).toEqual(before);
  });

  it("joins a collection that has codes of its own: theirs are its next version", async () => {
    const file = await theirs();
    const mine = { version: 3, codes: [code("quality"), code("price")], createdAt: 0, note: "" };
    await here.collections.add(await aCollection({ codebook: mine }));
    await outcomeOf(here, { file });
    const collection = await here.collections.get("returns-study");
    expect(collection?.codebook).toMatchObject({ version: 4, note: "Their study" });
    expect(collection?.codebook.codes.map(({ id }) => id)).toEqual(["quality", "price", "returns"]);
    expect(await here.codebooks.get(["returns-study", 3])).toMatchObject(mine);
    expect(await here.codings.toArray()).toMatchObject([{ codebook: 4, codes: ["returns", "quality"] }]);
  });

  it("updates what one has: counts, a later text with the earlier one as a version", async () => {
    const file = await theirs();
    const { collection } = await outcomeOf(here, { file, target: { newName: "Ours", coder: "me" } });
    const edited = anItem(1, {
      collection: "theirs",
      text: "Now they hold.",
      mentions: [],
      metrics: { likes: 7 },
      lastSeenAt: sampleNoon,
    });
    await there.items.where("[collection+key]").equals(["theirs", edited.key]).modify(edited);
    const later = (await fileOf(there, { collection: "theirs" })).file;
    expect(await outcomeOf(here, { file: later, target: { id: collection } })).toMatchObject({
      added: 0,
      updated: 1,
      same: 2,
    });
    const item = (await here.items.toArray()).find(({ text }) => text === "Now they hold.");
    expect(item).toMatchObject({ metrics: { likes: 7 }, versions: [{ text: anItem(1).text }] });
  });

  it("is known again where the same posts were recorded here under another key", async () => {
    await theirs();
    await here.collections.add(await aCollection());
    const mine = anItem(2, {
      key: "f".repeat(32),
      author: "p-0123456789ab",
      text: "p-0123456789ab said so",
      url: "https://social.example/@p-0123456789ab/x-0123456789ab",
      mentions: [],
    });
    await keepItems(here, [mine]);
    await there.items
      .where("[collection+key]")
      .equals(["theirs", anItem(2).key])
      .modify({
        author: "p-zzzzzzzzzzzz",
        text: "p-zzzzzzzzzzzz said so",
        url: "https://social.example/@p-zzzzzzzzzzzz/x-zzzzzzzzzzzz",
        mentions: [],
      });
    const theirFile = (await fileOf(there, { collection: "theirs" })).file;
    expect(await outcomeOf(here, { file: theirFile })).toMatchObject({ added: 2, refused: 0 });
    expect(
      await here.items.where("[collection+key]").equals(["returns-study", mine.key]).first(),
    ).toMatchObject({
      author: "p-0123456789ab",
    });
  });
});

describe("what an import protects", () => {
  it("handles of a file that has them become the collection's own pseudonyms, and keys those of a recording", async () => {
    await there.collections.add(await aCollection({ id: "theirs", privacy: open }));
    const raw = {
      url: "https://social.example/@anna/1",
      author: "anna@social.example",
      text: "I, @anna@social.example, say",
    };
    await keepItems(there, [anItem(1, { ...raw, collection: "theirs", mentions: [] })]);
    const { file } = await fileOf(there, { collection: "theirs" });
    const collection = await aCollection();
    await here.collections.add(collection);
    await outcomeOf(here, { file });
    const [item] = await here.items.toArray();
    expect(item?.author).toMatch(/^p-/);
    expect(JSON.stringify(item)).not.toContain("anna");
    const met = { url: raw.url, text: raw.text, links: [], author: { handle: raw.author } };
    expect(item?.key).toBe(await itemKey(collection.hashKey, "mastodon", met));
  });

  it("whoever was erased does not come back", async () => {
    await theirs();
    const erased = { at: 1, pseudonyms: ["p-00000000000a"], deleted: 1, masked: 0 };
    await here.collections.add(
      await aCollection({ log: { erased: [erased], expired: 0, gone: 0, changes: [] } }),
    );
    await there.items
      .where("[collection+key]")
      .equals(["theirs", anItem(1).key])
      .modify({ author: "p-00000000000a" });
    const later = (await fileOf(there, { collection: "theirs" })).file;
    const outcome = await outcomeOf(here, { file: later });
    expect(outcome).toMatchObject({ added: 2, refused: 1, refusals: [{ reason: "erased", line: 2 }] });
  });

  it("nor with an export of one's own from before", async () => {
    const person = "p-00000000000a";
    await here.collections.add(await aCollection());
    await keepItems(here, [
      anItem(1, { author: person }),
      anItem(2, { text: `As @${person} says`, mentions: [], sealed: "a.b.c.d.e" }),
    ]);
    const { file } = await fileOf(here);
    await here.items.clear();
    const erased = [{ at: 1, pseudonyms: [person], deleted: 1, masked: 1 }];
    await here.collections.update("returns-study", { log: { erased, expired: 0, gone: 0, changes: [] } });
    expect(await outcomeOf(here, { file })).toMatchObject({ added: 1, refusals: [{ reason: "erased" }] });
    const [item] = await here.items.toArray();
    expect(item).toMatchObject({ key: anItem(2).key, sealed: "a.b.c.d.e" });
    expect(item?.text).not.toContain(person);
  });

  it("what does not show that everybody may read it stays out, unless somebody vouches for it", async () => {
    await there.collections.add(await aCollection({ id: "theirs", privacy: { ...open, audience: "any" } }));
    await keepItems(there, [
      anItem(1, { collection: "theirs", audience: "unknown" }),
      anItem(2, { collection: "theirs", audience: "restricted" }),
    ]);
    const { file } = await fileOf(there, { collection: "theirs" });
    await here.collections.add(await aCollection());
    expect(await outcomeOf(here, { file })).toMatchObject({ added: 0, refused: 2 });
    expect(await outcomeOf(here, { file, isVouchedFor: true })).toMatchObject({ added: 1, refused: 1 });
    expect(await here.items.toArray()).toMatchObject([{ audience: "unknown" }]);
  });
});

async function many(count: number): Promise<Blob> {
  await there.collections.add(await aCollection());
  await keepItems(
    there,
    Array.from({ length: count }, (_, n) => anItem(n)),
  );
  return (await fileOf(there, { kind: "file", formats: ["ndjson"] })).file;
}

describe("an import on its way", () => {
  it("leaves whole rows when it is cancelled, and the same file again brings the rest", async () => {
    const file = await many(1300);
    await here.collections.add(await aCollection());
    const controller = new AbortController();
    const stop = ({ rows }: { readonly rows: number }): void => {
      if (rows >= 500) controller.abort();
    };
    await expect(imported(here, { file }, stop, controller.signal)).rejects.toBeInstanceOf(CancelledError);
    const kept = await here.items.count();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(1300);
    expect(await outcomeOf(here, { file })).toMatchObject({ added: 1300 - kept, same: kept });
    expect(await here.items.count()).toBe(1300);
  });

  it("tells how far it is", async () => {
    const file = await many(600);
    await here.collections.add(await aCollection());
    const shares: number[] = [];
    const rows: number[] = [];
    await outcomeOf(here, { file }, (progress) => {
      rows.push(progress.rows);
      if (progress.share !== undefined) shares.push(progress.share);
    });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(rows.at(-1)).toBe(600);
  });

  it("ends where the collection is deleted meanwhile", async () => {
    const file = await many(10);
    await here.collections.add(await aCollection());
    const gone = imported(here, { file }, () => void here.collections.delete("returns-study"));
    await expect(gone).resolves.toMatchObject({ ok: false, error: { code: "bad-shape" } });
    expect(await here.items.count()).toBe(0);
  });

  it("opens an encrypted folder with its passphrase and takes away what it opened", async () => {
    await there.collections.add(await aCollection());
    await keepItems(there, [anItem(1)]);
    // As exports are, but for the cost of a guess.
    const plain = (await fileOf(there)).file.stream();
    const file = await new Response(plain.pipeThrough(encryptStream("four words of mine", 4))).blob();
    await here.collections.add(await aCollection());
    expect(await imported(here, { file })).toMatchObject({
      error: { code: "refused", params: { reason: "passphrase" } },
    });
    expect(await imported(here, { file, passphrase: "others" })).toMatchObject({
      error: { code: "refused", params: { reason: "passphrase" } },
    });
    expect(await outcomeOf(here, { file, passphrase: "four words of mine" })).toMatchObject({ added: 1 });
  });
});
