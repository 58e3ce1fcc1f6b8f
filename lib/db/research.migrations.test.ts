import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { expect, it } from "vitest";
import { anItem } from "../../components/testing/research.ts";
import { openResearch } from "./research.ts";

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
  {
    version: 1,
    stores: {
      collections: "id, createdAt",
      codebooks: "[collection+version]",
      sessions: "id, collection, startedAt",
      views: "id, session",
      tallies: "[session+site+day], collection",
      seen: "[session+key]",
      items: "++seq, &[collection+key], [collection+seq]",
      codings: "[seq+coder], [collection+coder]",
      samples: "id, collection",
      tasks: "id",
      answers: "[task+key]",
      changes: "++n, [collection+n]",
      blocks: "[collection+name]",
      redetections: "collection",
      chores: "[collection+kind]",
    },
    rows: {
      collections: [
        {
          id: "returns-study",
          name: "Returns study",
          createdAt: 1,
          privacy: { pseudonymise: true, keepMedia: false, audience: "public-only" },
          statement: { purpose: "why" },
          codebook: { version: 1, codes: [], createdAt: 1, note: "" },
          coder: "me",
        },
      ],
      codebooks: [{ collection: "returns-study", version: 1, codes: [], createdAt: 1, note: "" }],
      sessions: [{ id: "session-1", collection: "returns-study", startedAt: 1, endsAt: 2, seen: 3, kept: 1 }],
      views: [
        { id: "view-1", session: "session-1", site: "mastodon", kind: "search", terms: "soles", seen: 3 },
      ],
      tallies: [
        {
          session: "session-1",
          collection: "returns-study",
          site: "mastodon",
          day: "2026-11-20",
          seen: 3,
          kept: 1,
        },
      ],
      seen: [{ session: "session-1", key: "00" }],
      items: [anItem(1)],
      codings: [
        {
          collection: "returns-study",
          seq: 1,
          coder: "me",
          codes: ["returns"],
          note: "n",
          codebook: 1,
          at: 1,
        },
      ],
      samples: [
        { id: "sample-1", collection: "returns-study", seed: "s", codebook: 1, keys: ["00"], createdAt: 1 },
      ],
      tasks: [{ id: "task-1", name: "Returns study", coder: "second" }],
      answers: [{ task: "task-1", key: "00", codes: ["returns"], note: "", at: 1 }],
      changes: [{ collection: "returns-study", seq: 1 }],
      blocks: [{ collection: "returns-study", name: "stamp/0", bytes: new ArrayBuffer(8) }],
      redetections: [{ collection: "returns-study", confidence: 0.7, after: 1 }],
      chores: [{ collection: "returns-study", kind: "delete" }],
    },
  },
];

let databases = 0;

async function makeOld({ version, stores, rows }: Fixture): Promise<string> {
  const name = `research-migration-${databases++}`;
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, some] of Object.entries(rows)) await old.table(table).bulkAdd(some);
  old.close();
  return name;
}

it.each(fixtures.map((fixture) => [fixture.version, fixture] as const))(
  "version %d opens in the newest code with every row it had",
  async (_, fixture) => {
    const db = openResearch(await makeOld(fixture));
    for (const [table, rows] of Object.entries(fixture.rows)) {
      expect(await db.table(table).toArray()).toMatchObject([...rows]);
    }
    // Indexes of today work on rows of then.
    expect(await db.collections.orderBy("createdAt").count()).toBe(1);
    expect(await db.items.where("[collection+seq]").equals(["returns-study", 1]).count()).toBe(1);
    await db.delete();
  },
);

it("keeps a fixture for the newest version, equal to what the code declares, with a row in every table", async () => {
  const db = openResearch(`research-migration-${databases++}`);
  const newest = fixtures.at(-1);
  expect(newest?.version).toBe(db.verno);
  const declared = Object.fromEntries(
    db.tables.map(({ name, schema }) => [
      name,
      [schema.primKey, ...schema.indexes].map(({ src }) => src).join(", "),
    ]),
  );
  expect(declared).toEqual(newest?.stores);
  expect(Object.keys(newest?.rows ?? {})).toEqual(Object.keys(declared));
  await db.delete();
});
