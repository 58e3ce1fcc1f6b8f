import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, stored, type Statement } from "../../tests/support/statements.ts";
import { openCommunity, type CommunityDatabase } from "./community.ts";
import { feedsWithWords } from "./feed-words.ts";
import { hideItem } from "./hidden.ts";
import { officialAnswers, shownOfficialAnswers } from "./official-answers.ts";
import {
  officialAmong,
  officialKeysOf,
  publicOfficialAuthors,
  replaceOfficialKeys,
} from "./official-keys.ts";
import { choosePerson } from "./people.ts";
import { openPersonal } from "./personal.ts";
import { replacePageKeys } from "./page-keys.ts";
import { rebuildDerived } from "./rebuild.ts";
import { repliesOf } from "./replies.ts";
import { storeReviews } from "./store-reviews.ts";

const asOf = 1_700_100_000;
const nowMs = asOf * 1000;
const seconds = 1_700_000_000;
const brandId = "kite.example";
const key = { brandId, author: idOf("kite"), proofUrl: "https://kite.example/.well-known/backtalk.json" };

let db: CommunityDatabase;
beforeEach(() => (db = openCommunity(`official-${crypto.randomUUID()}`)));
afterEach(() => db.delete());

const store = (...statements: readonly Statement[]): Promise<unknown> =>
  storeReviews(
    db,
    statements.map((statement) => stored(statement)),
    { asOf },
  );
const review: Statement = { name: "r", author: "ann", siteKey: brandId, rating: 20, opinion: "Torn." };
const reply = (more: Partial<Statement>): Statement => ({
  name: "a",
  author: "kite",
  kind: "reply",
  target: "r",
  opinion: "We are sorry.",
  issuedAt: seconds + 100,
  ...more,
});

describe("keys that feeds call official", () => {
  it("are replaced by the newest file of their feed, and stand beside those of others", async () => {
    await replaceOfficialKeys(db, "one", [key, { brandId: "acme.example", author: idOf("acme") }]);
    await replaceOfficialKeys(db, "two", [key]);
    await replaceOfficialKeys(db, "one", []);
    expect(await feedsWithWords(db)).toEqual(["two"]);
    expect([...(await officialAmong(db, brandId, [key.author, idOf("acme")], nowMs)).keys()]).toEqual([
      key.author,
    ]);
    await replaceOfficialKeys(db, "two", []);
    expect(await officialAmong(db, brandId, [key.author], nowMs)).toEqual(new Map());
  });

  it("speak for their own brand alone", async () => {
    await replaceOfficialKeys(db, "one", [key]);
    expect(await officialAmong(db, "acme.example", [key.author], nowMs)).toEqual(new Map());
    expect(await officialAmong(db, undefined, [key.author], nowMs)).toEqual(new Map());
  });
});

describe("a proof that expires", () => {
  const short = { ...key, checkedAt: nowMs - 7, expiresAt: nowMs + 1 };

  it("holds up to its end and not a moment longer, however long ago the feed was read", async () => {
    await replaceOfficialKeys(db, "one", [short]);
    const among = async (at: number): Promise<number> =>
      (await officialAmong(db, brandId, [key.author], at)).size;
    expect([await among(nowMs), await among(nowMs + 1)]).toEqual([1, 0]);
    expect(await officialKeysOf(db, brandId, nowMs)).toMatchObject([short]);
    expect(await officialKeysOf(db, brandId, nowMs + 1)).toEqual([]);
  });

  it("gives way to one of another feed that holds longer", async () => {
    const longer = { ...short, expiresAt: nowMs + 9, method: "dns" } as const;
    await replaceOfficialKeys(db, "one", [longer]);
    await replaceOfficialKeys(db, "two", [short]);
    const found = await officialAmong(db, brandId, [key.author], nowMs);
    expect(found.get(key.author)).toMatchObject({ method: "dns" });
  });
});

it("whom feeds call official is known apart from what visits have shown", async () => {
  await replaceOfficialKeys(db, "one", [key]);
  await replacePageKeys(db, brandId, [{ ...key, author: idOf("desk"), expiresAt: nowMs + 1 }]);
  expect(await publicOfficialAuthors(db, brandId, nowMs)).toEqual([key.author]);
  const all = (await officialKeysOf(db, brandId, nowMs)).map(({ author }) => author);
  expect(all.toSorted()).toEqual([key.author, idOf("desk")].toSorted());
});

const ids = async (sinceMs = 0): Promise<readonly string[]> =>
  (await officialAnswers(db, brandId, sinceMs, nowMs)).map(({ id }) => id);

describe("official answers", () => {
  it("are replies by a proven key to reviews of its brand, in whatever order they came", async () => {
    await store(reply({}), reply({ name: "b", author: "cem" }));
    await store(review);
    expect(await ids()).toEqual([]);
    await replaceOfficialKeys(db, "one", [key]);
    expect(await officialAnswers(db, brandId, 0, nowMs)).toEqual([
      { id: idOf("a"), author: key.author, at: (seconds + 100) * 1000 },
    ]);
  });

  it("also further down in a thread, but not what the brand says under reviews of others", async () => {
    await replaceOfficialKeys(db, "one", [key]);
    const other: Statement = {
      ...review,
      name: "o",
      siteKey: "acme.example",
      subject: "https://acme.example",
    };
    await store(review, other, reply({ name: "q", author: "cem" }));
    await store(reply({ name: "deep", target: "q" }), reply({ name: "elsewhere", target: "o" }));
    expect(await ids()).toEqual([idOf("deep")]);
  });

  it("begin with a moment, and end when they are withdrawn or the proof is", async () => {
    await replaceOfficialKeys(db, "one", [key]);
    await store(review, reply({}));
    expect(await ids((seconds + 100) * 1000)).toEqual([idOf("a")]);
    expect(await ids((seconds + 101) * 1000)).toEqual([]);
    await store({ name: "d", author: "kite", kind: "delete", target: "a", issuedAt: seconds + 200 });
    expect(await ids()).toEqual([]);
  });

  it("are no news where the person muted who signed them, or hid the answer", async () => {
    await replaceOfficialKeys(db, "one", [key]);
    await store(review, reply({}), reply({ name: "later", issuedAt: seconds + 200 }));
    const personal = openPersonal(`official-personal-${crypto.randomUUID()}`);
    const news = async (): Promise<readonly string[]> =>
      (await shownOfficialAnswers({ community: db, personal }, brandId, 0, nowMs)).map(({ id }) => id);
    await hideItem(personal, { id: idOf("a"), why: "reported", at: 1 });
    expect(await news()).toEqual([idOf("later")]);
    await choosePerson(personal, { author: key.author, choice: "muted", at: 1 });
    expect(await news()).toEqual([]);
    await personal.delete();
  });

  it("are found again after a rebuild", async () => {
    await replaceOfficialKeys(db, "one", [key]);
    await store(review, reply({}));
    await rebuildDerived(
      db,
      () => undefined,
      () => undefined,
      { normVersion: 1 },
    );
    expect(await ids()).toEqual([idOf("a")]);
  });

  it("are marked where replies are shown, with where the proof can be read", async () => {
    await store(review, reply({}), reply({ name: "b", author: "cem" }));
    expect((await repliesOf(db, "sig-r", nowMs)).map(({ official }) => official)).toEqual([
      undefined,
      undefined,
    ]);
    await replaceOfficialKeys(db, "one", [key]);
    const marks = (await repliesOf(db, "sig-r", nowMs)).map(({ author, official }) => [
      author,
      official?.proofUrl,
    ]);
    expect(marks).toEqual(
      expect.arrayContaining([
        [idOf("kite"), key.proofUrl],
        [idOf("cem"), undefined],
      ]),
    );
  });
});
