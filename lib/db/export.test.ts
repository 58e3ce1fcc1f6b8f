import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checksumOf } from "../model/checksum.ts";
import type { Follow } from "../model/follow.ts";
import type { Correction } from "../model/correction.ts";
import { PersonalData, readPersonalExport } from "../schema/personal-export.ts";
import { exportPersonal, importPersonal } from "./export.ts";
import type { Draft, OutboxRow, OwnToken } from "./personal-rows.ts";
import { openPersonal, type PersonalDatabase } from "./personal.ts";

const now = Date.UTC(2026, 4, 20);
let here: PersonalDatabase;
let there: PersonalDatabase;
let databases = 0;
beforeEach(() => {
  here = openPersonal(`export-${databases++}`);
  there = openPersonal(`export-${databases++}`);
});
afterEach(async () => {
  await here.delete();
  await there.delete();
});

const draft: Draft = {
  subjectKey: "shop.example",
  subject: "https://shop.example",
  title: "Shop",
  stars: 4,
  text: "Quick, and they answer.",
  ownExperience: true,
  affiliated: false,
  nickname: "ann",
  updatedAt: now,
};
const token: OwnToken = {
  id: "a1",
  jwt: "h.p.s",
  signature: "s",
  signatureKey: "s",
  author: "ann",
  subject: "https://shop.example",
  subjectKey: "shop.example",
  kind: "review",
  slipJwt: "slip",
  createdAt: now,
  state: "live",
  server: "https://server.example",
};
const { author: _, state: __, server: ___, ...signed } = token;
const held: OutboxRow = {
  ...signed,
  id: "b2",
  title: "Shop",
  state: "held",
  sendAt: now,
  attempts: 0,
  tried: [],
  slipJwt: "slip",
  draft,
};

const correction: Correction = {
  id: "site:shop.example",
  scope: { kind: "site", siteKey: "shop.example" },
  to: { kind: "brand", brandId: "acme.example", name: "Acme", domain: "acme.example" },
  at: now,
};

const followed: Follow = {
  brandId: "acme.example",
  name: "Acme",
  domain: "acme.example",
  followedAt: now,
  known: { recalls: ["cpsc:1"], threads: 3, countedAt: now },
  news: [{ key: "cpsc:1", kind: "recall", title: "Anvils", url: "https://recalls.example/1", foundAt: now }],
};

async function copy(): Promise<void> {
  expect(await importPersonal(there, await exportPersonal(here, now), readPersonalExport)).toMatchObject({
    ok: true,
  });
}

describe("an exported file", () => {
  it("carries drafts, outbox, own tokens, sites and settings to another device", async () => {
    await here.drafts.put(draft);
    await here.ownTokens.put(token);
    await here.outbox.put(held);
    await here.sites.put({ siteKey: "quiet.example", off: true, updatedAt: now });
    await here.corrections.put(correction);
    await here.follows.put(followed);
    const text = await exportPersonal(here, now, { nickname: "ann" });
    const result = await importPersonal(there, text, readPersonalExport);
    expect(result).toEqual({ ok: true, value: { added: 6, merged: 0, settings: { nickname: "ann" } } });
    expect(await there.drafts.toArray()).toEqual([draft]);
    expect(await there.ownTokens.toArray()).toEqual([token]);
    expect(await there.sites.count()).toBe(1);
    expect(await there.corrections.toArray()).toEqual([correction]);
    const { known: _known, ...brand } = followed;
    expect(await there.follows.toArray()).toEqual([{ ...brand, news: [] }]);
  });

  it("carries whom the person follows or muted and what they hid, and subscribes to no list for them", async () => {
    const ben = "b".repeat(32);
    const muted = { author: ben, choice: "muted", name: "Ben", at: now } as const;
    await here.people.put(muted);
    await here.hidden.put({ id: "r1", why: "reported", at: now });
    await here.blockLists.put({ url: "https://lists.example/x.json", addedAt: now, etag: '"1"', count: 3 });
    await here.seenAnswers.put({ id: "r2", state: "seen", at: now });
    await there.people.put({ author: ben, choice: "followed", at: now - 1 });
    const text = await exportPersonal(here, now);
    expect(text).toContain("lists.example");
    expect(text).not.toContain("etag");
    const result = await importPersonal(there, text, readPersonalExport);
    expect(result).toEqual({ ok: true, value: { added: 1, merged: 1 } });
    expect(await there.people.toArray()).toEqual([muted]);
    expect(await there.hidden.toArray()).toEqual([{ id: "r1", why: "reported", at: now }]);
    expect(await there.blockLists.count()).toBe(0);
  });

  it("leaves a brand that is followed here as it is, news included", async () => {
    await here.follows.put({ ...followed, followedAt: now + 1 });
    await there.follows.put(followed);
    await copy();
    expect(await there.follows.toArray()).toEqual([followed]);
  });

  it("brings people followed and muted along; the newer choice holds", async () => {
    const ann = "a".repeat(32);
    await here.people.bulkPut([
      { author: ann, choice: "followed", petname: "Ann", at: now },
      { author: "b".repeat(32), choice: "muted", at: now },
    ]);
    await there.people.put({ author: ann, choice: "muted", name: "ann_k", at: now + 1 });
    await copy();
    expect(await there.people.toArray()).toEqual([
      { author: ann, choice: "muted", name: "ann_k", petname: "Ann", at: now + 1 },
      { author: "b".repeat(32), choice: "muted", at: now },
    ]);
  });

  it("holds no key and no trace", async () => {
    await here.keys.put({
      author: "ann",
      kid: "pem",
      publicJwk: { x: "public" },
      privateKey: { type: "private" } as CryptoKey,
      backup: "none",
      createdAt: now,
      chosenAt: now,
    });
    await here.ledger.add({
      at: now,
      host: "server.example",
      method: "GET",
      purpose: "sync",
      path: "/",
      bytesOut: 0,
      bytesIn: 0,
      status: 200,
      ms: 1,
      cause: "schedule",
    });
    await here.follows.put(followed);
    const text = await exportPersonal(here, now);
    expect(text).not.toMatch(/privateKey|public|server\.example|Anvils|cpsc/);
  });

  it("makes the outbox ask before it sends what another device may have sent", async () => {
    await here.outbox.bulkPut([held, { ...held, id: "c3", state: "sent" }]);
    await copy();
    expect((await there.outbox.toArray()).map(({ state }) => state)).toEqual(["unclear", "sent"]);
  });

  it("leaves the state of a token that is in both outboxes as it is here", async () => {
    await here.outbox.put(held);
    await there.outbox.put({ ...held, state: "sent" });
    await copy();
    expect((await there.outbox.get("b2"))?.state).toBe("sent");
  });

  it("keeps both texts where two devices wrote about one subject", async () => {
    await here.drafts.put({ ...draft, text: "Slow to answer.", updatedAt: now + 1 });
    await there.drafts.put(draft);
    await copy();
    expect((await there.drafts.get("shop.example"))?.text).toBe("Slow to answer.\n\nQuick, and they answer.");
    await copy();
    expect((await there.drafts.get("shop.example"))?.text).toBe("Slow to answer.\n\nQuick, and they answer.");
  });

  it("never brings a deleted review back to life, and keeps the only withdrawal slip", async () => {
    const { slipJwt: _slip, ...bare } = token;
    await here.ownTokens.put(token);
    await there.ownTokens.put({ ...bare, state: "deleted" });
    await copy();
    expect(await there.ownTokens.get("a1")).toMatchObject({ state: "deleted", slipJwt: "slip" });
  });

  it("takes the newer of two corrections of one site", async () => {
    await here.corrections.put(correction);
    await there.corrections.put({ ...correction, to: { kind: "none" }, at: now + 1 });
    await copy();
    expect(await there.corrections.toArray()).toMatchObject([{ to: { kind: "none" } }]);
  });

  it("is read although it is older than corrections", async () => {
    const { corrections: _none, ...old } = PersonalData.parse({
      drafts: [draft],
      outbox: [],
      ownTokens: [],
      sites: [],
    });
    const head = { format: "backtalk-personal", version: 1, exportedAt: now };
    const text = JSON.stringify({ ...head, checksum: await checksumOf(old), data: old });
    expect(await importPersonal(there, text, readPersonalExport)).toMatchObject({ value: { added: 1 } });
  });

  it("changes nothing when it comes twice", async () => {
    await here.drafts.put(draft);
    await here.ownTokens.put(token);
    const text = await exportPersonal(here, now);
    await importPersonal(there, text, readPersonalExport);
    expect(await importPersonal(there, text, readPersonalExport)).toEqual({
      ok: true,
      value: { added: 0, merged: 0 },
    });
  });
});

async function reasonOf(text: string): Promise<unknown> {
  const result = await importPersonal(there, text, readPersonalExport);
  return result.ok ? "ok" : result.error.params?.["reason"];
}

function keysOf(row: object): string[] {
  return Object.keys(row).toSorted();
}

describe("a file that is not right", () => {
  it.each([
    ["json", () => "not json"],
    ["format", () => '{"format":"something-else"}'],
    ["format", () => "null"],
    ["newer", (text: string) => text.replace('"version": 1', '"version": 2')],
    ["checksum", (text: string) => text.replace("Quick", "Quack")],
    ["checksum", (text: string) => text.replace('"drafts"', '"drafs"')],
  ])("is refused as %s and changes nothing", async (reason, spoil) => {
    await here.drafts.put(draft);
    expect(await reasonOf(spoil(await exportPersonal(here, now)))).toBe(reason);
    expect(await there.drafts.count()).toBe(0);
  });

  it("is refused for a row of the wrong shape, though its checksum holds", async () => {
    await here.drafts.put({ ...draft, stars: 77 });
    expect(await reasonOf(await exportPersonal(here, now))).toBe("data");
  });

  it("is refused whatever it is, without an exception", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect((await readPersonalExport(text)).ok).toBe(false);
      }),
    );
  });
});

it("names every column that the person's rows have", () => {
  const shape = PersonalData.shape;
  const full = { ...draft, editOf: "x", replyTo: "y" };
  expect(keysOf(shape.drafts.def.element.shape)).toEqual(keysOf(full));
  expect(keysOf(shape.ownTokens.def.element.shape)).toEqual(keysOf(token));
  expect(keysOf(shape.outbox.def.element.shape)).toEqual(
    keysOf({ ...held, author: "ann", server: "s", everywhere: true, took: [], problem: { code: "offline" } }),
  );
});
