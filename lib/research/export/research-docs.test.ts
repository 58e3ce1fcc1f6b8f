import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, keepItems } from "../../../components/testing/research.ts";
import { duckDb, hasDuckDb } from "../../../tests/support/duckdb.ts";
import { fileOf } from "../../../tests/support/research-files.ts";
import { inTemporaryFolder } from "../../../tests/support/temporary-folder.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import { itemColumns } from "./columns.ts";

const docs = readFileSync(new URL("../../../docs/research.md", import.meta.url), "utf8");

/** A table of the docs, however its columns are padded. */
function between(mark: string): string {
  const table = docs.split(`<!-- ${mark} -->\n`)[1]?.split(`<!-- /${mark} -->`)[0]?.trim() ?? "";
  return table.replaceAll(/ +/g, " ").replaceAll(/-{3,}/g, "---");
}

let db: ResearchDatabase;
beforeEach(() => void (db = openResearch("research-docs")));
afterEach(() => db.delete());

/** The unpacked folder of a collector who met `count` items, one an hour. */
async function folderOf(id: string, coder: string, count: number): Promise<Record<string, Uint8Array>> {
  await db.collections.put(await aCollection({ id, coder }));
  const items = Array.from({ length: count }, (_, n) =>
    anItem(n, {
      collection: id,
      metrics: { likes: n },
      sentiment: { score: n % 2 === 0 ? -0.5 : 0.25, method: "vader-1" },
    }),
  );
  await keepItems(db, items);
  const { file } = await fileOf(db, { collection: id, formats: ["parquet"] });
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`team/${path}`, bytes]));
}

describe("docs/research.md", () => {
  it("describes every column", () => {
    const rows = itemColumns.map(({ about, kind, name }) => `| \`${name}\` | ${kind} | ${about} |`);
    const table = ["| Column | Kind | What it says |", "| --- | --- | --- |", ...rows].join("\n");
    expect(between("columns")).toBe(table);
  });

  it.skipIf(!hasDuckDb)("shows what its query gives (skipped where DuckDB has no build)", async () => {
    const first = await folderOf("11111111-1111-4111-8111-111111111111", "Ana", 60);
    const second = await folderOf("22222222-2222-4222-8222-222222222222", "Bo", 30);
    const sql = /```sql\n([^`]*)```/.exec(docs)?.[1]?.trim().replace(/;$/, "") ?? "";
    await inTemporaryFolder({ ...first, ...second }, async (folder) => {
      const rows = await duckDb(sql.replaceAll("'team/", `'${folder}/team/`));
      const names = Object.keys(rows[0] ?? {});
      const table = [
        `| ${names.join(" | ")} |`,
        `| ${names.map(() => "---").join(" | ")} |`,
        ...rows.map((row) => `| ${names.map((name) => String(row[name])).join(" | ")} |`),
      ].join("\n");
      expect(between("output")).toBe(table);
    });
  });
});
