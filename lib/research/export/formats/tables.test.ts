import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { aCollection, anItem, sampleNoon } from "../../../../components/testing/research.ts";
import { duckDb, hasDuckDb } from "../../../../tests/support/duckdb.ts";
import {
  aCoding,
  aFullItem,
  hostileTexts,
  rowOf,
  textBy,
  writtenBy,
} from "../../../../tests/support/research-rows.ts";
import { inTemporaryFolder } from "../../../../tests/support/temporary-folder.ts";
import type { Collection } from "../../../model/research/collection.ts";
import { itemColumns } from "../columns.ts";
import { unguarded } from "../formula-guard.ts";
import { fourCat } from "./4cat.ts";
import { csv } from "./csv.ts";
import { ndjson } from "./ndjson.ts";
import { parquet } from "./parquet.ts";

let collection: Collection;
beforeAll(async () => void (collection = await aCollection()));

const full = rowOf(aFullItem(), 1, [aCoding(1), aCoding(1, { coder: "bo", codes: [] })]);
const hostile = hostileTexts.map((text, index) =>
  rowOf(anItem(index, { text, author: text, mentions: [] }), index + 2),
);
const rows = [full, ...hostile];

function read(text: string): Record<string, string>[] {
  return parse(text, { columns: true, bom: true });
}

describe("CSV", () => {
  it("is read by another parser, every text as it was", async () => {
    const records = read(await textBy(csv, rows, collection));
    expect(records.map(({ text = "" }) => unguarded(text))).toEqual(rows.map(({ item }) => item.text));
  });

  it("has our columns in their order, lists and objects as JSON, times as ISO 8601", async () => {
    const [record] = read(await textBy(csv, [full], collection));
    expect(Object.keys(record ?? {})).toEqual(itemColumns.map(({ name }) => name));
    expect(record).toMatchObject({
      site: "mastodon",
      published_at: new Date(full.item.publishedAt ?? 0).toISOString(),
      truncated: "false",
      likes: "20",
      score: "-2",
      brands: '["northwind.example","name:south wind"]',
      words: '["soles","a, b"]',
      codes: '["returns","quality"]',
      hand_sentiment: "-1",
      recheck_found: "gone",
    });
    expect(JSON.parse(record?.["codings"] ?? "")).toMatchObject([
      { coder: "me" },
      { coder: "bo", codes: [] },
    ]);
  });

  it("leaves nothing that a spreadsheet would run, and keeps negative numbers numbers", async () => {
    const records = read(await textBy(csv, rows, collection));
    const dangerous = records.flatMap((record) =>
      Object.entries(record).filter(([, cell]) => /^[=+@\t\r]/.test(cell)),
    );
    expect(dangerous).toEqual([]);
    expect(records[0]?.["sentiment"]).toBe("-0.4215");
  });

  it("keeps texts as they are, and no mark of UTF-8, where it is not for spreadsheets", async () => {
    const text = await textBy(csv, rows, collection, { forSpreadsheets: false });
    expect(text.startsWith("key,")).toBe(true);
    expect(read(text)[2]?.["text"]).toBe(hostileTexts[1]);
  });

  it("writes the chosen columns alone, and a header for nothing", async () => {
    const columns = itemColumns.filter(({ name }) => name === "text" || name === "site");
    expect(await textBy(csv, [], collection, { columns, forSpreadsheets: false })).toBe("site,text\r\n");
  });
});

describe("CSV for 4CAT", () => {
  it("has the five columns that its upload maps by name, in the form it recommends", async () => {
    const text = await textBy(fourCat, [full], collection);
    const [record] = read(text);
    expect(text.startsWith("id,thread_id,author,body,timestamp,subject,url,")).toBe(true);
    expect(record).toMatchObject({
      id: full.item.key,
      thread_id: "https://social.example/@p-1/0",
      author: "p-7",
      body: full.item.text,
      subject: "A page, with a title",
      hashtags: "returns",
      timestamp_of: "published",
    });
    expect(record?.["timestamp"]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  it("gives every row a time, and says where it is that of collecting", async () => {
    const { publishedAt: _, publishedAtPrecision: _precision, ...item } = anItem(1);
    const [record] = read(await textBy(fourCat, [rowOf(item, 1)], collection));
    expect(record).toMatchObject({ timestamp_of: "collected", timestamp: "2026-10-22 13:01:00" });
  });

  it("gives a post that stands alone a thread of its own", async () => {
    const { url: _, ...item } = anItem(1);
    const [record] = read(await textBy(fourCat, [rowOf(item, 1)], collection));
    expect(record?.["thread_id"]).toBe(item.key);
  });
});

describe("NDJSON", () => {
  it("is one JSON object a line with what the item has", async () => {
    const lines = (await textBy(ndjson, rows, collection)).trimEnd().split("\n");
    const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.map(({ text }) => text)).toEqual(rows.map(({ item }) => item.text));
    expect(records[0]).toMatchObject({
      published_at: new Date(full.item.publishedAt ?? 0).toISOString(),
      mentions: full.item.mentions,
      media: full.item.media,
    });
    expect(records[1]).not.toHaveProperty("note");
  });
});

describe.skipIf(!hasDuckDb)("tables as DuckDB reads them (skipped where it has no build)", () => {
  it("reads Parquet with its types", async () => {
    const bytes = await writtenBy(parquet, rows, collection);
    await inTemporaryFolder({ "a.parquet": bytes }, async (folder) => {
      const columns = await duckDb(`DESCRIBE SELECT * FROM '${folder}/a.parquet'`);
      const types = Object.fromEntries(columns.map((row) => [row["column_name"], row["column_type"]]));
      expect(types).toMatchObject({
        key: "VARCHAR",
        published_at: "TIMESTAMP WITH TIME ZONE",
        likes: "BIGINT",
        sentiment: "DOUBLE",
        truncated: "BOOLEAN",
        brands: "VARCHAR[]",
        mentions: "JSON",
      });
      const found = await duckDb(`SELECT * FROM '${folder}/a.parquet'`);
      expect(found.map(({ text }) => text)).toEqual(rows.map(({ item }) => item.text));
      expect(found[0]).toMatchObject({
        brands: ["northwind.example", "name:south wind"],
        likes: "20",
        sentiment: -0.4215,
        note: "soles, twice",
      });
      expect(found[0]?.["recheck_at"]).toMatch(/^2026-11-21 12:00:00/);
      expect(found[1]?.["note"]).toBeNull();
    });
  });

  it("reads a million characters of text in several row groups", async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      rowOf(anItem(index, { text: `${index} ${"sole ".repeat(200_000)}`, mentions: [] }), index),
    );
    const bytes = await writtenBy(parquet, many, collection);
    await inTemporaryFolder({ "a.parquet": bytes }, async (folder) => {
      const [groups] = await duckDb(
        `SELECT count(DISTINCT row_group_id) AS n FROM parquet_metadata('${folder}/a.parquet')`,
      );
      expect(Number(groups?.["n"])).toBeGreaterThan(1);
      const [sum] = await duckDb(`SELECT count(*) AS n, sum(length(text)) AS c FROM '${folder}/a.parquet'`);
      const characters = many.reduce((total, { item }) => total + item.text.length, 0);
      expect([Number(sum?.["n"]), Number(sum?.["c"])]).toEqual([40, characters]);
    });
  });

  it("reads a Parquet file without rows", async () => {
    const bytes = await writtenBy(parquet, [], collection);
    await inTemporaryFolder({ "a.parquet": bytes }, async (folder) => {
      expect(await duckDb(`SELECT count(*)::INT AS n FROM '${folder}/a.parquet'`)).toEqual([{ n: 0 }]);
    });
  });

  it("reads NDJSON and CSV of the same rows as the same", async () => {
    const files = {
      "a.ndjson": await writtenBy(ndjson, [full], collection),
      "a.csv": await writtenBy(csv, [full], collection),
    };
    await inTemporaryFolder(files, async (folder) => {
      const read = "key, text, likes::INT AS likes, published_at::TIMESTAMP AS at";
      const fromJson = await duckDb(`SELECT ${read} FROM read_json('${folder}/a.ndjson')`);
      const fromCsv = await duckDb(`SELECT ${read} FROM read_csv('${folder}/a.csv', header = true)`);
      expect(fromJson).toEqual(fromCsv);
      expect(fromJson[0]).toMatchObject({ text: full.item.text, likes: 20 });
      expect(sampleNoon).toBeGreaterThan(full.item.publishedAt ?? 0);
    });
  });
});
