import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { Decrypter } from "age-encryption";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { duckDb, hasDuckDb } from "../../../tests/support/duckdb.ts";
import { aCoding } from "../../../tests/support/research-rows.ts";
import { inTemporaryFolder } from "../../../tests/support/temporary-folder.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import { CancelledError } from "../../errors.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { ExportOrder, TransferProgress } from "../../model/research/transfer.ts";
import { exportCollection, type ExportTools } from "./export-collection.ts";

let db: ResearchDatabase;
let opened = 0;
beforeEach(() => void (db = openResearch(`export-${opened++}`)));
afterEach(() => db.delete());

const filter: ExportOrder["filter"] = {
  collection: "returns-study",
  text: "",
  brands: [],
  sites: [],
  sessions: [],
  codes: [],
  langs: [],
  authors: [],
  sentiments: [],
  why: [],
};
const everything: ExportOrder = {
  collection: "returns-study",
  filter,
  kind: "folder",
  formats: ["csv", "4cat", "ndjson", "parquet", "annotation", "ris", "csl-json", "report"],
  forSpreadsheets: true,
};

async function exported(
  changes: Partial<ExportOrder> = {},
  tools: Partial<ExportTools> = {},
  signal = new AbortController().signal,
): Promise<{ readonly name: string; readonly items: number; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const sink = { write: (bytes: Uint8Array) => void pieces.push(bytes.slice()) };
  const result = await exportCollection(
    { ...everything, ...changes },
    sink,
    {
      db,
      extension: "0.1.0",
      now: () => sampleNoon,
      told: () => {},
      report: async () =>
        new Map([
          ["report.md", "# Report\n"],
          ["time.svg", "<svg/>"],
        ]),
      ...tools,
    },
    signal,
  );
  if (!result.ok) throw new Error(result.error.code);
  return { ...result.value, bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()) };
}

/** A collection of `count` items, one an hour, with a coding, a session and what belongs to it. */
async function fill(count: number, changes: Partial<Collection> = {}): Promise<Collection> {
  const collection = await aCollection(changes);
  await db.collections.add(collection);
  const items = Array.from({ length: count }, (_, n) => anItem(n, { collection: collection.id }));
  const [first] = await keepItems(db, items);
  if (first) await db.codings.add(aCoding(first.seq, { collection: collection.id }));
  await db.sessions.add({
    id: "session-1",
    collection: collection.id,
    plan: {
      collection: collection.id,
      keep: { kind: "everything" },
      sites: ["mastodon"],
      sampleRate: 0.1,
      minutes: 60,
    },
    seed: "0".repeat(32),
    detector: { extension: "0.1.0", directory: "0123456789abcdef" },
    startedAt: sampleNoon,
    endsAt: sampleNoon + 3_600_000,
    pauses: [],
    seen: 100,
    kept: count,
    sampled: 0,
    notPublic: 2,
  });
  await db.tallies.add({
    session: "session-1",
    collection: collection.id,
    site: "mastodon",
    day: "2026-11-21",
    seen: 100,
    kept: count,
  });
  return collection;
}

function textIn(files: Record<string, Uint8Array>, path: string): string {
  const bytes = files[path];
  if (!bytes) throw new Error(`${path} is not in ${Object.keys(files).join(", ")}`);
  return strFromU8(bytes);
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
}

describe("an export in one folder", () => {
  it("holds every format, the report, and what is needed to understand them", async () => {
    await fill(30);
    const { bytes, items, name } = await exported();
    const paths = Object.keys(unzipSync(bytes));
    expect({ items, name }).toEqual({ items: 30, name: "returns-study-2026-11-21.zip" });
    expect(paths).toEqual(
      expect.arrayContaining([
        "items.csv",
        "items.4cat.csv",
        "items.annotations.jsonld",
        "items.ris",
        "items.csl.json",
        "report/report.md",
        "report/time.svg",
        "collection.json",
        "codebook.json",
        "statement.md",
        "sessions.ndjson",
        "views.ndjson",
        "tallies.ndjson",
        "samples.ndjson",
        "item.schema.json",
        "datapackage.json",
        "checksums.txt",
      ]),
    );
    // An item an hour from noon: two days.
    expect(paths.filter((path) => path.startsWith("items/"))).toEqual([
      "items/date=2026-10-22/me-returnsstudy-0001.parquet",
      "items/date=2026-10-23/me-returnsstudy-0001.parquet",
    ]);
  });

  it("says of each file how large it is and its SHA-256, as node:crypto counts them", async () => {
    await fill(30);
    const files = unzipSync((await exported()).bytes);
    const lines = textIn(files, "checksums.txt").trimEnd().split("\n");
    expect(lines.map((line) => line.slice(66)).toSorted()).toEqual(
      Object.keys(files)
        .filter((path) => path !== "checksums.txt")
        .toSorted(),
    );
    for (const line of lines) {
      const content = files[line.slice(66)] ?? new Uint8Array();
      expect(line.slice(0, 64)).toBe(createHash("sha256").update(content).digest("hex"));
    }
    const { resources } = JSON.parse(textIn(files, "datapackage.json")) as { resources: Resource[] };
    for (const { bytes, hash, path } of resources) {
      expect({ path, bytes }).toEqual({ path, bytes: files[path]?.length });
      expect(lines).toContain(`${hash.replace("sha256:", "")}  ${path}`);
    }
  });

  it("is a data package of version 2: names, tables, licence, sources", async () => {
    await fill(3);
    const files = unzipSync((await exported()).bytes);
    const described = JSON.parse(textIn(files, "datapackage.json")) as Record<string, unknown>;
    expect(described).toMatchObject({
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: "returns-study",
      id: "returns-study",
      created: "2026-11-21T12:00:00.000Z",
      licenses: [{ name: "other-closed" }],
      sources: [{ title: "mastodon" }],
      contributors: [{ title: "me", roles: ["creator"] }],
    });
    const resources = described["resources"] as Resource[];
    const names = resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9._-]+$/);
    const header = textIn(files, "items.csv").replace("\uFEFF", "").split("\r\n")[0];
    const table = resources.find(({ path }) => path === "items.csv")?.schema;
    expect(table?.fields.map(({ name }) => name).join(",")).toBe(header);
  });

  it("holds the chosen items and columns alone, and says which", async () => {
    await fill(10);
    const seqs = Uint32Array.from([2, 5, 9_999]);
    const { bytes, items } = await exported({ seqs, columns: ["key", "text"], formats: ["csv"] });
    const files = unzipSync(bytes);
    expect(items).toBe(2);
    expect(textIn(files, "items.csv").trimEnd().split("\r\n")).toHaveLength(3);
    const schema = JSON.parse(textIn(files, "item.schema.json")) as { properties: object };
    expect(Object.keys(schema.properties)).toEqual(["key", "text"]);
  });

  it("says beside its figures what computed sentiment is worth on this collection", async () => {
    const { id } = await fill(60);
    const before = unzipSync((await exported()).bytes);
    expect(textIn(before, "statement.md")).toContain(
      "It was not checked on this collection (0 items with both). Known methods",
    );
    await db.items.toCollection().modify({ sentiment: { score: 0.5, method: "vader-1" } });
    const seqs = await db.items.toCollection().primaryKeys();
    const coding = { collection: id, coder: "me", codes: [], note: "", codebook: 1, at: 0 };
    await db.codings.bulkPut(
      seqs.map((seq, at) =>
        Object.assign({ seq, sentiment: at < 45 ? (1 as const) : (-1 as const) }, coding),
      ),
    );
    const after = unzipSync((await exported()).bytes);
    expect(textIn(after, "statement.md")).toContain("agrees with the researcher's own coding in 75 %");
  });

  it("never holds the key of its pseudonyms", async () => {
    await fill(1);
    const files = unzipSync((await exported()).bytes);
    expect(textIn(files, "collection.json")).not.toContain("hashKey");
  });

  it("makes nothing in a researcher's words more than words", async () => {
    const statement = {
      purpose: "# Not a heading\n- nor a list\n<script>alert(1)</script> [link](https://evil.example)",
      whoCollects: "",
      whoIsStudied: "",
      legalBasis: "",
      howItIsShared: "1. one",
      limits: "",
    };
    await fill(1, { statement, name: "../..\\ <b>" });
    const { bytes, name } = await exported();
    const text = textIn(unzipSync(bytes), "statement.md");
    expect(name).toBe("b-2026-11-21.zip");
    expect(text).toContain(String.raw`\# Not a heading`);
    expect(text).toContain(String.raw`\- nor a list`);
    expect(text).toContain(String.raw`\<script\>alert(1)\</script\> \[link\](https://evil.example)`);
    expect(text).toContain(String.raw`1\. one`);
  });

  it("starts another file of a day after a hundred thousand rows, and where a day comes again", async () => {
    await fill(30);
    const seqs = Uint32Array.from([1, 20, 2]);
    const files = unzipSync((await exported({ seqs, formats: ["ndjson"] })).bytes);
    expect(Object.keys(files).filter((path) => path.startsWith("items-ndjson/"))).toEqual([
      "items-ndjson/date=2026-10-22/me-returnsstudy-0001.ndjson",
      "items-ndjson/date=2026-10-23/me-returnsstudy-0001.ndjson",
      "items-ndjson/date=2026-10-22/me-returnsstudy-0002.ndjson",
    ]);
  });
});

describe.skipIf(!hasDuckDb)("folders of two researchers (skipped where DuckDB has no build)", () => {
  it("laid into one are one table", async () => {
    await fill(30);
    const first = unzipSync((await exported({ formats: ["parquet", "ndjson"] })).bytes);
    await db.delete();
    await db.open();
    await fill(20, { id: "5f0c1d6e-8f1c-4f4e-9d57-000000000000", coder: "Bo Ångström" });
    const second = unzipSync(
      (await exported({ collection: "5f0c1d6e-8f1c-4f4e-9d57-000000000000", formats: ["parquet", "ndjson"] }))
        .bytes,
    );
    const shared = Object.keys(first)
      .filter((path) => path.startsWith("items"))
      .filter((path) => path in second);
    expect(shared).toEqual([]);
    await inTemporaryFolder({ ...first, ...second }, async (folder) => {
      for (const source of [
        `read_parquet('${folder}/items/*/*.parquet', hive_partitioning = true)`,
        `read_json('${folder}/items-ndjson/*/*.ndjson', hive_partitioning = true)`,
      ]) {
        expect(
          await duckDb(
            `SELECT date::VARCHAR AS date, count(*)::INT AS items, count(DISTINCT collection)::INT AS collections
             FROM ${source} GROUP BY date ORDER BY date`,
          ),
        ).toEqual([
          { date: "2026-10-22", items: 24, collections: 2 },
          { date: "2026-10-23", items: 26, collections: 2 },
        ]);
      }
    });
  });
});

describe("an export as one file", () => {
  it("is the format by itself", async () => {
    await fill(3);
    const { bytes, name } = await exported({ kind: "file", formats: ["ndjson"] });
    expect(name).toBe("returns-study-2026-11-21.ndjson");
    expect(strFromU8(bytes).trimEnd().split("\n")).toHaveLength(3);
  });

  it("is the report by itself", async () => {
    await fill(3);
    const { bytes, name } = await exported({ kind: "file", formats: ["report"] });
    expect([name, strFromU8(bytes)]).toEqual(["returns-study-2026-11-21.md", "# Report\n"]);
  });

  it("is opened by age with its passphrase", async () => {
    await fill(3);
    const { bytes, name } = await exported({
      kind: "file",
      formats: ["ndjson"],
      passphrase: "four words of mine",
    });
    expect(name).toBe("returns-study-2026-11-21.ndjson.age");
    const decrypter = new Decrypter();
    decrypter.addPassphrase("four words of mine");
    const text = await decrypter.decrypt(bytes, "text");
    expect(text.trimEnd().split("\n")).toHaveLength(3);
  });
});

describe("an export on its way", () => {
  it("tells how far it is, over all formats", async () => {
    await fill(1200);
    const told: TransferProgress[] = [];
    const seqs = Uint32Array.from({ length: 1200 }, (_, n) => n + 1);
    await exported({ seqs, formats: ["csv", "ris"] }, { told: (progress) => told.push(progress) });
    expect(told.map(({ rows }) => rows)).toEqual([500, 1000, 1200, 1700, 2200, 2400]);
    expect(told.at(-1)?.share).toBe(1);
  });

  it("stops when it is cancelled", async () => {
    await fill(1200);
    const controller = new AbortController();
    const told = ({ rows }: TransferProgress): void => {
      if (rows >= 500) controller.abort();
    };
    await expect(exported({}, { told }, controller.signal)).rejects.toBeInstanceOf(CancelledError);
  });

  it("hands on what keeps its bytes from being written, encrypted or not", async () => {
    await fill(3);
    const full = new DOMException("no room", "QuotaExceededError");
    const tools = {
      db,
      extension: "0.1.0",
      now: () => sampleNoon,
      told: () => {},
      report: async () => new Map(),
    };
    const sink = {
      write: () => {
        throw full;
      },
    };
    const signal = new AbortController().signal;
    await expect(exportCollection(everything, sink, tools, signal)).rejects.toBe(full);
    const sealed = { ...everything, passphrase: "four words of mine" };
    await expect(exportCollection(sealed, sink, tools, signal)).rejects.toBe(full);
  });

  it("says of a collection that is gone that there is nothing to export", async () => {
    await expect(exported()).rejects.toThrow("bug");
  });
});
