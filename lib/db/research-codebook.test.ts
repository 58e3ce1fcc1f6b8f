import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../components/testing/research.ts";
import type { Code } from "../model/research/coding.ts";
import { codeUses, codebookVersions, saveCodebook } from "./research-codebook.ts";
import { codeItems } from "./research-codings.ts";
import { openResearch, type ResearchDatabase } from "./research.ts";

const id = "returns-study";
const code = (name: string): Code => ({ id: name, name, description: "", colour: 0 });
let db: ResearchDatabase;

beforeEach(async () => {
  db = openResearch("codebooks");
  await db.collections.put(await aCollection());
});
afterEach(async () => db.delete());

describe("a codebook", () => {
  test("is never edited: a change is the next version, and the one before stays", async () => {
    const first = { collection: id, from: 1, codes: [code("price")], note: "First round" };
    expect(await saveCodebook(db, first, sampleNoon)).toMatchObject({ ok: true, value: { version: 2 } });
    await saveCodebook(
      db,
      { collection: id, from: 2, codes: [code("price"), code("mail")], note: "" },
      sampleNoon,
    );
    const versions = await codebookVersions(db, id);
    expect(versions.map(({ version, codes }) => [version, codes.length])).toEqual([
      [3, 2],
      [2, 1],
      [1, 0],
    ]);
    expect((await db.collections.get(id))?.codebook.version).toBe(3);
    expect(versions[1]?.note).toBe("First round");
  });

  test("is not overwritten by a window that does not know the newest version", async () => {
    await saveCodebook(db, { collection: id, from: 1, codes: [code("price")], note: "" }, sampleNoon);
    const late = await saveCodebook(db, { collection: id, from: 1, codes: [], note: "" }, sampleNoon);
    expect(late).toMatchObject({
      ok: false,
      error: { code: "refused", params: { reason: "codebook-changed" } },
    });
    expect((await codebookVersions(db, id)).length).toBe(2);
  });

  test("of a collection that is gone is refused", async () => {
    const lost = await saveCodebook(db, { collection: "gone", from: 1, codes: [], note: "" }, sampleNoon);
    expect(lost).toMatchObject({ error: { params: { reason: "not-found" } } });
    expect(await codebookVersions(db, "gone")).toEqual([]);
  });

  test("says how many codings name a code", async () => {
    const items = await keepItems(db, [anItem(1), anItem(2), anItem(3)]);
    const seqs = items.map(({ seq }) => seq);
    await codeItems(db, await aCollection(), seqs, { code: "price", on: true }, sampleNoon);
    await codeItems(
      db,
      await aCollection({ coder: "second" }),
      seqs.slice(2),
      { code: "price", on: true },
      sampleNoon,
    );
    const uses = await codeUses(db, id, ["price", "mail"]);
    expect([...uses]).toEqual([
      ["price", 4],
      ["mail", 0],
    ]);
  });
});
