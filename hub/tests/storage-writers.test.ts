import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../src/storage/database.ts";
import { migrate } from "../src/storage/migrate.ts";
import { createStorage, type Storage } from "../src/storage/storage.ts";
import { postgresServer, sqliteFile } from "./databases.ts";
import { person, type Person } from "./people.ts";

const folder = mkdtempSync(join(tmpdir(), "hub-storage-"));
let files = 0;
const server = process.env["TEST_DATABASE_URL"];
const kinds = [
  sqliteFile(() => join(folder, `${files++}.sqlite`)),
  ...(server ? [postgresServer(server)] : []),
];
const shop = "https://shop.example";
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(kinds)("several hubs on one $name", (kind) => {
  let bob: Person;
  let database: Database;
  let storage: Storage;

  beforeAll(async () => {
    bob = await person();
  });
  afterEach(async () => storage.close());
  afterAll(async () => kind.stop?.());

  it("two writers at once never make a follower skip a token", async () => {
    database = await kind.openEmpty();
    await migrate(database);
    storage = createStorage(database);
    const second = createStorage(await kind.again());
    const reviews = await Promise.all(
      Array.from({ length: 80 }, (_, i) => bob.signs({ sub: `${shop}/${i}`, rating: 25 })),
    );
    let cursor = 0;
    const seen: number[] = [];
    const follow = async (): Promise<void> => {
      for (const { n } of await storage.tokens({ after: cursor, limit: 7 })) {
        seen.push(n);
        cursor = n;
      }
    };
    const writing = Promise.all(reviews.map((review, i) => (i % 2 === 0 ? storage : second).submit(review)));
    for (let i = 0; i < 30; i++) await follow();
    await writing;
    for (let i = 0; i < 80; i++) await follow();
    expect(seen).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
    await second.close();
  });

  it("two hubs may start on one empty database", async () => {
    database = await kind.openEmpty();
    const other = await kind.again();
    await Promise.all([migrate(database), migrate(other)]);
    storage = createStorage(database);
    await other.kysely.destroy();
    expect(await storage.state()).toEqual({ sequence: 0, revision: 0 });
  });

  it("is not opened when a newer hub wrote it, and nothing is touched", async () => {
    database = await kind.openEmpty();
    await migrate(database);
    storage = createStorage(database);
    await database.kysely.updateTable("schema_version").set({ version: 999 }).execute();
    await expect(migrate(database)).rejects.toThrow(/999.*Update the hub/);
    expect(await database.kysely.selectFrom("schema_version").selectAll().execute()).toEqual([
      { version: 999 },
    ]);
  });

  it("stays at the version before when a migration fails half-way", async () => {
    database = await kind.openEmpty();
    storage = createStorage(database);
    const broken = [
      async ({ trx }: { trx: Database["kysely"] }): Promise<void> => {
        await trx.schema.createTable("half_done").addColumn("x", "integer").execute();
        throw new Error("power cut");
      },
    ];
    await expect(migrate(database, broken)).rejects.toThrow("power cut");
    await migrate(database);
    expect(await storage.state()).toEqual({ sequence: 0, revision: 0 });
    await expect(
      database.kysely
        .selectFrom("half_done" as "reviews")
        .selectAll()
        .execute(),
    ).rejects.toThrow();
  });
});
