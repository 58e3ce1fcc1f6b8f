import "fake-indexeddb/auto";
import {
  array,
  asyncProperty,
  assert as check,
  constantFrom,
  record,
  string,
  uniqueArray,
  integer,
} from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, keepItems } from "../../../components/testing/research.ts";
import { fileOf, outcomeOf } from "../../../tests/support/research-files.ts";
import { aCoding, aFullItem, hostileTexts } from "../../../tests/support/research-rows.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { NewItem, ResearchItem } from "../../model/research/item.ts";
import type { ExportFormatId } from "../../model/research/transfer.ts";

let here: ResearchDatabase;
let opened = 0;
beforeEach(() => void (here = openResearch(`round-trip-${opened++}`)));
afterEach(() => here.delete());

/** Formats that hold everything there is. */
const whole = ["csv", "ndjson", "parquet"] as const satisfies readonly ExportFormatId[];

/** One that may hold everything that items of these tests have. */
function anOpenCollection(): ReturnType<typeof aCollection> {
  const privacy = { pseudonymise: false, keepMedia: true, audience: "public-only" } as const;
  return aCollection({ privacy });
}

async function stored(): Promise<readonly ResearchItem[]> {
  return here.items.orderBy("seq").toArray();
}

function withoutSeq(items: readonly ResearchItem[]): NewItem[] {
  return items.map((item) => {
    const { seq: _, ...rest } = item;
    return rest;
  });
}

/** Keeps items, takes them out as a file, and makes the collection empty. */
async function takenOut(format: ExportFormatId, kind: "file" | "folder"): Promise<Blob> {
  const { file } = await fileOf(here, { kind, formats: [format] });
  await here.items.clear();
  await here.codings.clear();
  return file;
}

describe.each(whole)("items through %s and back", (format) => {
  it.each(["file", "folder"] as const)("are what they were, as a %s", async (kind) => {
    await here.collections.add(await anOpenCollection());
    const hostile = hostileTexts.map((text, n) =>
      anItem(n + 20, { text, title: text || "untitled", author: text || "p-1", mentions: [] }),
    );
    const [full] = await keepItems(here, [aFullItem(), ...hostile]);
    const codings = [
      aCoding(full?.seq ?? 0),
      aCoding(full?.seq ?? 0, { coder: "bo", codes: [], note: "=1" }),
    ];
    await here.codings.bulkAdd(codings);
    const before = await stored();
    const file = await takenOut(format, kind);
    const outcome = await outcomeOf(here, { file });
    expect(outcome).toMatchObject({ added: before.length, same: 0, updated: 0, refused: 0, refusals: [] });
    const after = await stored();
    expect(withoutSeq(after)).toEqual(withoutSeq(before));
    const { seq } = after[0] ?? { seq: 0 };
    expect(await here.codings.toArray()).toEqual(
      codings
        .map((coding) => Object.assign({}, coding, { seq }))
        .toSorted((a, b) => (a.coder < b.coder ? -1 : 1)),
    );
  });

  it("change nothing when they come a second time", async () => {
    await here.collections.add(await anOpenCollection());
    await keepItems(here, [aFullItem(), anItem(1), anItem(2)]);
    const file = await takenOut(format, "folder");
    await outcomeOf(here, { file });
    const before = { items: await stored(), changes: await here.changes.count() };
    expect(await outcomeOf(here, { file })).toMatchObject({ added: 0, same: 3, updated: 0 });
    expect({ items: await stored(), changes: await here.changes.count() }).toEqual(before);
  });

  it("are what they were, whatever stands in them", async () => {
    await here.collections.add(await anOpenCollection());
    const unit = constantFrom(..."'\"=+-@,;\t\r\n\\{}[]<>%é日本👩\u200d\u202e\u0000 ax09".split(/(?:)/u));
    const text = string({ unit, minLength: 1, maxLength: 30 });
    const some = array(text, { maxLength: 3 });
    const items = uniqueArray(
      record({ n: integer({ min: 0, max: 1e6 }), text, author: text, title: text, words: some, note: text }),
      { selector: ({ n }) => n, minLength: 1, maxLength: 8 },
    );
    await check(
      asyncProperty(items, async (rows) => {
        const kept = await keepItems(
          here,
          rows.map(({ author, n, text, title, words }) =>
            anItem(n, { author, text, title, words, mentions: [] }),
          ),
        );
        await here.codings.bulkAdd(kept.map(({ seq }, at) => aCoding(seq, { note: rows[at]?.note ?? "" })));
        const file = await takenOut(format, "file");
        expect(await outcomeOf(here, { file })).toMatchObject({ added: rows.length, refused: 0 });
        expect(withoutSeq(await stored())).toEqual(withoutSeq(kept));
        expect((await here.codings.toArray()).map(({ note }) => note)).toEqual(rows.map(({ note }) => note));
        await here.items.clear();
        await here.codings.clear();
      }),
      { numRuns: 25 },
    );
  });
});

describe("items through CSV for 4CAT and back", () => {
  it("are known again by their keys", async () => {
    await here.collections.add(await anOpenCollection());
    await keepItems(here, [aFullItem(), anItem(1), anItem(2)]);
    const { file } = await fileOf(here, { kind: "file", formats: ["4cat"] });
    const before = await stored();
    const outcome = await outcomeOf(here, { file, isVouchedFor: true });
    expect(outcome).toMatchObject({ added: 0, refused: 0 });
    expect((await stored()).map(({ key, text, why }) => ({ key, text, why }))).toEqual(
      before.map(({ key, text, why }) => ({ key, text, why })),
    );
  });
});
