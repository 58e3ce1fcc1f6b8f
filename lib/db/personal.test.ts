import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addToOutbox, appendLedger, saveOwnToken } from "../../tests/support/personal-rows.ts";
import { countBrand, countersSince, countPage } from "./counters.ts";
import { deleteDraft, draftOf, listDrafts, saveDraft } from "./drafts.ts";
import type { Correction, CorrectionScope } from "../model/correction.ts";
import { correctionsOf, listCorrections, removeCorrection, saveCorrection } from "./corrections.ts";
import { expireTraces, forgetSince, forgetSite } from "./forget.ts";
import { chooseKey, currentKey, deleteKey, listKeys, saveKey, setBackupState } from "./keys.ts";
import { ledgerSince } from "./ledger.ts";
import { listOutbox, updateRow } from "./outbox.ts";
import { listOwnTokens, ownTokenBySignature, ownTokensOf } from "./own-tokens.ts";
import type { Draft, KeyRow, LedgerEntry, OutboxRow, OwnToken } from "./personal-rows.ts";
import { openPersonal, type PersonalDatabase } from "./personal.ts";
import { saveSiteChoice, siteChoice, sitesOff } from "./sites.ts";

const now = Date.UTC(2026, 4, 20, 12);
const day = 86_400_000;

let db: PersonalDatabase;
let databases = 0;
beforeEach(() => {
  db = openPersonal(`personal-${databases++}`);
});
afterEach(() => db.delete());

const correction = (scope: CorrectionScope, at: number): Correction => ({
  id: Object.values(scope).join(" "),
  scope,
  to: { kind: "none" },
  at,
});

const draft = (subjectKey: string, changes: Partial<Draft> = {}): Draft => ({
  subjectKey,
  subject: `https://${subjectKey}`,
  title: subjectKey,
  text: "words",
  ownExperience: false,
  affiliated: false,
  nickname: "",
  updatedAt: now,
  ...changes,
});

const outboxRow = (id: string, changes: Partial<OutboxRow> = {}): OutboxRow => ({
  id,
  jwt: `jwt ${id}`,
  signature: id,
  signatureKey: id,
  subject: "https://shop.example",
  subjectKey: "shop.example",
  kind: "review",
  title: "Shop",
  state: "held",
  sendAt: now + 60_000,
  attempts: 0,
  tried: [],
  slipJwt: "slip",
  createdAt: now,
  ...changes,
});

const ownToken = (id: string, changes: Partial<OwnToken> = {}): OwnToken => ({
  id,
  jwt: `jwt ${id}`,
  signature: id,
  signatureKey: id,
  author: "ann",
  subject: "https://shop.example",
  subjectKey: "shop.example",
  kind: "review",
  createdAt: now,
  state: "live",
  server: "https://server.example",
  ...changes,
});

const entry = (at: number, host = "server.example"): LedgerEntry => ({
  at,
  host,
  method: "GET",
  purpose: "sync",
  path: "/reviews",
  bytesOut: 0,
  bytesIn: 10,
  status: 200,
  ms: 5,
  cause: "schedule",
});

/** A stand-in: fake-indexeddb cannot clone a real CryptoKey. See personal.browser.test.ts. */
const key = (author: string, chosenAt: number): KeyRow => ({
  author,
  kid: `pem ${author}`,
  publicJwk: {},
  privateKey: { type: "private" } as CryptoKey,
  backup: "none",
  createdAt: now,
  chosenAt,
});

describe("keys", () => {
  it("have one current key: the one chosen last", async () => {
    expect(await currentKey(db)).toBeUndefined();
    await saveKey(db, key("ann", now));
    await saveKey(db, key("ben", now + 1));
    expect((await currentKey(db))?.author).toBe("ben");
    await chooseKey(db, "ann", now + 2);
    expect((await listKeys(db)).map(({ author }) => author)).toEqual(["ann", "ben"]);
    await deleteKey(db, "ann");
    expect((await currentKey(db))?.author).toBe("ben");
  });

  it("remember what became of the backup, with the locked key", async () => {
    await saveKey(db, key("ann", now));
    await setBackupState(db, "ann", "declined");
    expect((await currentKey(db))?.backup).toBe("declined");
    const locked = { type: "private", extractable: false } as CryptoKey;
    await setBackupState(db, "ann", "saved", locked);
    expect(await currentKey(db)).toMatchObject({ backup: "saved", privateKey: locked });
  });
});

describe("drafts", () => {
  it("are one a subject, the newest first", async () => {
    await saveDraft(db, draft("a.example"));
    await saveDraft(db, draft("a.example", { text: "more words", updatedAt: now + 1 }));
    await saveDraft(db, draft("b.example", { updatedAt: now + 2 }));
    expect((await listDrafts(db)).map(({ subjectKey }) => subjectKey)).toEqual(["b.example", "a.example"]);
    expect((await draftOf(db, "a.example"))?.text).toBe("more words");
    await deleteDraft(db, "a.example");
    expect(await draftOf(db, "a.example")).toBeUndefined();
  });
});

describe("outbox", () => {
  it("lets only one of two changes win", async () => {
    await addToOutbox(db, outboxRow("one"));
    const [sends, refused] = await Promise.all([
      updateRow(db, "one", { state: "sending" }, ["held"]),
      updateRow(db, "one", { state: "refused" }, ["held"]),
    ]);
    expect([sends, refused].filter(Boolean)).toHaveLength(1);
    expect(await updateRow(db, "absent", { state: "sent" })).toBe(false);
  });
});

describe("own tokens", () => {
  it("are found by subject and by signature", async () => {
    await saveOwnToken(db, ownToken("one"));
    await saveOwnToken(db, ownToken("two", { subjectKey: "www.shop.example", createdAt: now + 1 }));
    expect((await ownTokensOf(db, ["shop.example", "www.shop.example"])).map(({ id }) => id)).toEqual([
      "two",
      "one",
    ]);
    expect((await ownTokenBySignature(db, "one"))?.id).toBe("one");
    expect(await listOwnTokens(db)).toHaveLength(2);
  });
});

describe("counters", () => {
  it("add up by UTC day", async () => {
    await Promise.all([
      countPage(db, now),
      countPage(db, now),
      countBrand(db, now),
      countPage(db, now - day),
    ]);
    expect(await countersSince(db, now - day)).toEqual([
      { day: "2026-05-19", pages: 1, brands: 0 },
      { day: "2026-05-20", pages: 2, brands: 1 },
    ]);
    expect(await countersSince(db, now)).toHaveLength(1);
  });
});

describe("sites", () => {
  it("keep a choice when another one changes", async () => {
    await saveSiteChoice(db, "shop.example", { badgePosition: 0.25 }, now);
    await saveSiteChoice(db, "shop.example", { off: true }, now + 1);
    expect(await siteChoice(db, "shop.example")).toMatchObject({
      off: true,
      badgePosition: 0.25,
      updatedAt: now + 1,
    });
    expect((await sitesOff(db)).map(({ siteKey }) => siteKey)).toEqual(["shop.example"]);
  });
});

describe("traces", () => {
  it("expire after 30 days; choices, drafts and what was posted do not", async () => {
    const old = now - 31 * day;
    await appendLedger(db, entry(old));
    await appendLedger(db, entry(now - 29 * day));
    await countPage(db, old);
    await countPage(db, now);
    await saveSiteChoice(db, "moved.example", { badgePosition: 0.5 }, old);
    await saveSiteChoice(db, "off.example", { off: true }, old);
    await saveDraft(db, draft("old.example", { updatedAt: old }));
    await addToOutbox(db, outboxRow("sent", { state: "sent", createdAt: old }));
    await addToOutbox(db, outboxRow("refused", { state: "refused", createdAt: old }));
    await saveOwnToken(db, ownToken("one", { createdAt: old }));
    await expireTraces(db, now);
    expect(await ledgerSince(db, 0)).toHaveLength(1);
    expect(await countersSince(db, 0)).toHaveLength(1);
    expect((await db.sites.toArray()).map(({ siteKey }) => siteKey)).toEqual(["off.example"]);
    expect(await listDrafts(db)).toHaveLength(1);
    expect((await listOutbox(db)).map(({ id }) => id)).toEqual(["refused"]);
    expect(await listOwnTokens(db)).toHaveLength(1);
  });

  it("of the last hour can be forgotten, and only these", async () => {
    const hourAgo = now - 3_600_000;
    for (const at of [hourAgo - 1, hourAgo, now]) {
      await appendLedger(db, entry(at));
      await saveDraft(db, draft(`at-${at}.example`, { updatedAt: at }));
      await saveSiteChoice(db, `at-${at}.example`, { badgePosition: 0.5 }, at);
    }
    await countPage(db, now);
    await countPage(db, now - day);
    await forgetSince(db, hourAgo);
    expect((await ledgerSince(db, 0)).map(({ at }) => at)).toEqual([hourAgo - 1]);
    expect(await listDrafts(db)).toHaveLength(1);
    expect(await db.sites.count()).toBe(1);
    expect((await countersSince(db, 0)).map(({ day }) => day)).toEqual(["2026-05-19"]);
  });

  it("of the last hour go without bringing a badge back where it was sent away", async () => {
    await saveSiteChoice(db, "off.example", { off: true }, now - day);
    await saveSiteChoice(db, "off.example", { badgePosition: 0.5 }, now);
    await forgetSince(db, now - 3_600_000);
    expect(await db.sites.toArray()).toEqual([{ siteKey: "off.example", off: true, updatedAt: 0 }]);
  });

  it("of the last hour leave what is hidden hidden and what was seen seen, but not when", async () => {
    await db.hidden.bulkPut([
      { id: "old", why: "hidden", at: now - day },
      { id: "new", why: "reported", at: now },
    ]);
    await db.seenAnswers.put({ id: "answer", state: "seen", at: now });
    await forgetSince(db, now - 3_600_000);
    expect(await db.hidden.toArray()).toEqual([
      { id: "new", why: "reported", at: 0 },
      { id: "old", why: "hidden", at: now - day },
    ]);
    expect(await db.seenAnswers.toArray()).toEqual([{ id: "answer", state: "seen", at: 0 }]);
  });

  it("in corrected brands go with the hour or the site; a name's correction says no site", async () => {
    await saveCorrection(db, correction({ kind: "site", siteKey: "shop.example" }, now - day));
    await saveCorrection(db, correction({ kind: "place", at: "https://shop.example/branch" }, now - day));
    await saveCorrection(db, correction({ kind: "site", siteKey: "notshop.example" }, now - day));
    await saveCorrection(db, correction({ kind: "name", name: "Acme" }, now - day));
    await saveCorrection(db, correction({ kind: "name", name: "Kite" }, now));
    await forgetSite(db, "shop.example");
    const left = (await listCorrections(db)).map(({ id }) => id);
    expect(left[0]).toBe("name Kite");
    expect(left.toSorted()).toEqual(["name Acme", "name Kite", "site notshop.example"]);
    await forgetSince(db, now - 3_600_000);
    expect(await correctionsOf(db, ["name Kite", "name Acme"])).toMatchObject([{ id: "name Acme" }]);
    await removeCorrection(db, "name Acme");
    expect(await listCorrections(db)).toHaveLength(1);
  });

  it("of one site can be forgotten: its pages, hosts below it, nothing that only looks like it", async () => {
    for (const host of ["shop.example", "www.shop.example", "notshop.example", "shop.example.org"]) {
      await appendLedger(db, entry(now, host));
      await saveDraft(db, draft(host));
    }
    await saveDraft(db, draft("shop.example/dp/1"));
    await saveSiteChoice(db, "shop.example", { off: true }, now);
    await saveOwnToken(db, ownToken("posted"));
    await forgetSite(db, "shop.example");
    expect((await ledgerSince(db, 0)).map(({ host }) => host).toSorted()).toEqual([
      "notshop.example",
      "shop.example.org",
    ]);
    expect((await listDrafts(db)).map(({ subjectKey }) => subjectKey).toSorted()).toEqual([
      "notshop.example",
      "shop.example.org",
    ]);
    expect(await siteChoice(db, "shop.example")).toBeUndefined();
    expect(await listOwnTokens(db)).toHaveLength(1);
  });

  it("of a followed brand go with the hour or the site; old news go by themselves", async () => {
    const news = [30, 31].map((days) => ({
      key: `n${days}`,
      kind: "busy" as const,
      foundAt: now - days * day,
    }));
    for (const [brandId, followedAt] of [
      ["kite.example", now - 90 * day],
      ["acme.example", now - 90 * day],
      ["just.example", now],
    ] as const)
      await db.follows.add({ brandId, name: brandId, domain: brandId, followedAt, news });
    await expireTraces(db, now);
    expect((await db.follows.toArray()).map((row) => row.news.map(({ key }) => key))).toEqual([
      ["n30"],
      ["n30"],
      ["n30"],
    ]);
    await forgetSince(db, now - 3_600_000);
    await forgetSite(db, "kite.example");
    expect((await db.follows.toArray()).map(({ brandId }) => brandId)).toEqual(["acme.example"]);
  });

  it("of authors followed or muted within the hour go, and of others the pages that named their keys", async () => {
    const kept = { address: "social.example/@ann", seenAt: 0 };
    const proven = [
      { address: "ann.example", seenAt: now - day },
      { address: "new.example", seenAt: now },
      kept,
    ];
    await db.people.bulkAdd([
      { author: "ann", choice: "followed", proven, at: now - 90 * day },
      { author: "bob", choice: "muted", at: now },
    ]);
    await forgetSince(db, now - 3_600_000);
    await forgetSite(db, "ann.example");
    expect(await db.people.toArray()).toEqual([
      { author: "ann", choice: "followed", proven: [kept], at: now - 90 * day },
    ]);
  });

  it("of one person's page on a shared host leave the others' alone", async () => {
    for (const subjectKey of ["social.example/@ann", "social.example/@ann/1", "social.example/@anna"]) {
      await saveDraft(db, draft(subjectKey));
    }
    await forgetSite(db, "social.example/@ann");
    expect((await listDrafts(db)).map(({ subjectKey }) => subjectKey)).toEqual(["social.example/@anna"]);
  });
});
