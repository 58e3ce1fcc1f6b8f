import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { expect, it } from "vitest";
import { openPersonal } from "./personal.ts";

/**
 * What each shipped version stored, as it stored it: its schema, and a row in every table that it had. The next
 * version adds itself here, and every older fixture is then opened by the newest code. Never edit an entry.
 */
interface Fixture {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly object[]>>;
}

const fixtures: readonly Fixture[] = [
  // Before the first release: drafts only, without an index. Stands for a database from before any migration.
  {
    version: 0.1,
    stores: { drafts: "subjectKey" },
    rows: {
      drafts: [
        {
          subjectKey: "shop.example",
          subject: "https://shop.example",
          title: "Shop",
          text: "old",
          updatedAt: 1,
        },
      ],
    },
  },
  {
    version: 1,
    stores: {
      keys: "author, chosenAt",
      drafts: "subjectKey, updatedAt",
      outbox: "id, sendAt, createdAt, subjectKey",
      ownTokens: "id, signatureKey, subjectKey, createdAt",
      ledger: "++seq, at, host",
      counters: "day",
      sites: "siteKey, updatedAt",
    },
    rows: {
      keys: [
        {
          author: "ann",
          kid: "pem",
          publicJwk: {},
          privateKey: {},
          backup: "none",
          createdAt: 1,
          chosenAt: 1,
        },
      ],
      drafts: [
        {
          subjectKey: "shop.example",
          subject: "https://shop.example",
          title: "Shop",
          stars: 4,
          text: "words",
          ownExperience: true,
          affiliated: false,
          nickname: "ann",
          updatedAt: 1,
        },
      ],
      outbox: [
        {
          id: "a1",
          jwt: "h.p.s",
          signature: "s",
          signatureKey: "s",
          subject: "https://shop.example",
          subjectKey: "shop.example",
          kind: "review",
          title: "Shop",
          state: "held",
          sendAt: 1,
          attempts: 0,
          tried: [],
          slipJwt: "slip",
          createdAt: 1,
        },
      ],
      ownTokens: [
        {
          id: "b2",
          jwt: "h.p.s",
          signature: "t",
          signatureKey: "t",
          author: "ann",
          subject: "https://shop.example",
          subjectKey: "shop.example",
          kind: "review",
          createdAt: 1,
          state: "live",
          server: "https://server.example",
        },
      ],
      ledger: [{ at: 1, host: "server.example", method: "GET", purpose: "sync", path: "/", status: 200 }],
      counters: [{ day: "2026-05-20", pages: 1, brands: 1 }],
      sites: [{ siteKey: "shop.example", off: true, updatedAt: 1 }],
    },
  },
  {
    version: 2,
    stores: {
      keys: "author, chosenAt",
      drafts: "subjectKey, updatedAt",
      outbox: "id, sendAt, createdAt, subjectKey",
      ownTokens: "id, signatureKey, subjectKey, createdAt",
      ledger: "++seq, at, host",
      counters: "day",
      sites: "siteKey, updatedAt",
      corrections: "id, at",
    },
    rows: {
      keys: [
        {
          author: "ann",
          kid: "pem",
          publicJwk: {},
          privateKey: {},
          backup: "none",
          createdAt: 1,
          chosenAt: 1,
        },
      ],
      drafts: [
        {
          subjectKey: "shop.example",
          subject: "https://shop.example",
          title: "Shop",
          text: "words",
          ownExperience: true,
          affiliated: false,
          nickname: "ann",
          updatedAt: 1,
        },
      ],
      sites: [{ siteKey: "shop.example", off: true, updatedAt: 1 }],
      corrections: [
        { id: "name:acme", scope: { kind: "name", name: "Acme" }, to: { kind: "none" }, at: 2 },
        {
          id: "site:shop.example",
          scope: { kind: "site", siteKey: "shop.example" },
          to: { kind: "brand", brandId: "acme.example", name: "Acme", domain: "acme.example" },
          at: 1,
        },
      ],
    },
  },
  {
    version: 3,
    stores: {
      keys: "author, chosenAt",
      drafts: "subjectKey, updatedAt",
      outbox: "id, sendAt, createdAt, subjectKey",
      ownTokens: "id, signatureKey, subjectKey, createdAt",
      ledger: "++seq, at, host",
      counters: "day",
      sites: "siteKey, updatedAt",
      corrections: "id, at",
      follows: "brandId, followedAt",
    },
    rows: {
      drafts: [
        {
          subjectKey: "shop.example",
          subject: "https://shop.example",
          title: "Shop",
          text: "words",
          updatedAt: 1,
        },
      ],
      follows: [
        {
          brandId: "acme.example",
          name: "Acme",
          domain: "acme.example",
          followedAt: 1,
          known: { recalls: ["cpsc:1"], threads: 4, countedAt: 1 },
          news: [
            {
              key: "cpsc:2",
              kind: "recall",
              title: "Acme recalls anvils",
              url: "https://recalls.example/2",
              foundAt: 2,
              isSeen: true,
            },
          ],
        },
      ],
    },
  },
  {
    version: 4,
    stores: {
      keys: "author, chosenAt",
      drafts: "subjectKey, updatedAt",
      outbox: "id, sendAt, createdAt, subjectKey",
      ownTokens: "id, signatureKey, subjectKey, createdAt",
      ledger: "++seq, at, host",
      counters: "day",
      sites: "siteKey, updatedAt",
      corrections: "id, at",
      follows: "brandId, followedAt",
      people: "author, at",
      hidden: "id, at",
      blockLists: "url",
      seenAnswers: "id, at",
    },
    rows: {
      drafts: [
        {
          subjectKey: "shop.example",
          subject: "https://shop.example",
          title: "Shop",
          text: "words",
          updatedAt: 1,
        },
      ],
      people: [{ author: "ann", choice: "followed", name: "Ann", at: 1 }],
      hidden: [{ id: "a1", why: "reported", at: 1 }],
      blockLists: [{ url: "https://lists.example/spam.json", addedAt: 1 }],
      seenAnswers: [{ id: "b2", state: "seen", at: 1 }],
    },
  },
];

let databases = 0;

async function makeOld({ version, stores, rows }: Fixture): Promise<string> {
  const name = `migration-${databases++}`;
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, some] of Object.entries(rows)) await old.table(table).bulkAdd(some);
  old.close();
  return name;
}

it.each(fixtures.map((fixture) => [fixture.version, fixture] as const))(
  "version %d opens in the newest code with every row it had",
  async (_, fixture) => {
    const db = openPersonal(await makeOld(fixture));
    await db.open();
    for (const [table, rows] of Object.entries(fixture.rows)) {
      expect(await db.table(table).toArray()).toMatchObject([...rows]);
    }
    // Indexes of today work on rows of then.
    expect(await db.drafts.orderBy("updatedAt").count()).toBe(1);
    expect(await db.corrections.orderBy("at").count()).toBe(fixture.rows["corrections"]?.length ?? 0);
    expect(await db.follows.orderBy("followedAt").count()).toBe(fixture.rows["follows"]?.length ?? 0);
    expect(await db.people.orderBy("at").count()).toBe(fixture.rows["people"]?.length ?? 0);
    await db.delete();
  },
);

it("keeps a fixture for the newest version, equal to what the code declares", async () => {
  const db = openPersonal(`migration-${databases++}`);
  const newest = fixtures.at(-1);
  expect(newest?.version).toBe(db.verno);
  const declared = Object.fromEntries(
    db.tables.map(({ name, schema }) => [
      name,
      [schema.primKey, ...schema.indexes].map(({ src }) => src).join(", "),
    ]),
  );
  expect(declared).toEqual(newest?.stores);
  await db.delete();
});
