import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { strToU8, type Zippable, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, keepItems } from "../../../components/testing/research.ts";
import {
  fileOf,
  imported,
  longAfter,
  MemoryScratch,
  outcomeOf,
} from "../../../tests/support/research-files.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import { collectionFile } from "../export/collection-file.ts";
import { runChore } from "../privacy/chores.ts";
import { beginErasure } from "../privacy/erase-person.ts";
import { pseudonymsOf } from "../privacy/pseudonym.ts";
import { inspectFile } from "./inspect-file.ts";

let here: ResearchDatabase;
let opened = 0;
beforeEach(async () => {
  here = openResearch(`hostile-${opened++}`);
  await here.collections.add(await aCollection());
});
afterEach(() => here.delete());

const good = {
  site: "mastodon",
  text: "The soles again.",
  url: "https://social.example/@p-1/1",
  collected_at: "2026-11-21T12:00:00.000Z",
  audience: "public",
};

function ndjson(...lines: readonly unknown[]): Blob {
  return new Blob(lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`));
}

describe("rows that are no items", () => {
  it.each([
    ["no JSON", "{oh", "not-json", undefined],
    ["a list", [1], "bad-shape", undefined],
    ["no platform", { ...good, site: undefined }, "bad-shape", "site"],
    ["a platform that is a path", { ...good, site: "../etc" }, "bad-shape", "site"],
    ["an address that runs", { ...good, url: "javascript:alert(1)" }, "bad-shape", "url"],
    ["a time that is none", { ...good, collected_at: "yesterday" }, "bad-shape", "collected_at"],
    ["no time at all", { ...good, collected_at: undefined }, "bad-shape", "collected_at"],
    ["a text that is a number", { ...good, text: 7 }, "bad-shape", "text"],
    ["a text without end", { ...good, text: "a".repeat(300_000) }, "bad-shape", "text"],
    ["a line without end", `{"text":"${"a".repeat(5_000_000)}"}`, "too-long", undefined],
    [
      "a confidence beyond one",
      { ...good, mentions: [{ brandId: "b", name: "B", confidence: 2, reasons: [] }] },
      "bad-shape",
      "mentions.0.confidence",
    ],
  ] as const)("%s: is named by its line, and the others are taken", async (_, line, reason, detail) => {
    const outcome = await outcomeOf(here, {
      file: ndjson({ ...good, text: "first", url: undefined }, line, good),
    });
    expect(outcome).toMatchObject({ added: 2, refused: 1 });
    expect(outcome.refusals).toEqual([{ file: "file", line: 2, reason, ...(detail ? { detail } : {}) }]);
  });

  it("are counted beyond the hundred that are named", async () => {
    const outcome = await outcomeOf(here, { file: ndjson(good, ...Array.from({ length: 150 }, () => ({}))) });
    expect([outcome.refused, outcome.refusals.length]).toEqual([150, 100]);
  });

  it("take no prototype with them, and no column that is nobody's", async () => {
    const line =
      '{"__proto__":{"truncated":true},"constructor":1,"seq":9,"hashKey":"x","collection":"elsewhere",' +
      JSON.stringify(good).slice(1);
    expect(await outcomeOf(here, { file: ndjson(line) })).toMatchObject({ added: 1 });
    const [item] = await here.items.toArray();
    expect(item).toMatchObject({ truncated: false, collection: "returns-study" });
    expect(item).not.toHaveProperty("hashKey");
  });

  it("were collected at the latest now, so that they expire and are updated like others", async () => {
    await outcomeOf(here, {
      file: ndjson({ ...good, collected_at: "2195-01-01T00:00:00Z", last_seen_at: "2195-12-31T00:00:00Z" }),
    });
    expect(await here.items.toArray()).toMatchObject([{ collectedAt: longAfter, lastSeenAt: longAfter }]);
  });

  it("mark nothing beyond a text", async () => {
    const mention = {
      brandId: "b.example",
      name: "B",
      confidence: 1,
      reasons: [],
      span: { start: 3, end: 999 },
    };
    await outcomeOf(here, { file: ndjson({ ...good, mentions: [mention] }) });
    expect((await here.items.toArray())[0]?.mentions[0]).not.toHaveProperty("span");
  });
});

describe("tables that are none", () => {
  it("a quotation mark that nobody closes ends the file, and says where", async () => {
    const file = new Blob([
      `site,text,collected_at,audience\nmastodon,one,${good.collected_at},public\nmastodon,"`,
      "a\n".repeat(4_500_000),
    ]);
    const outcome = await outcomeOf(here, { file });
    expect(outcome).toMatchObject({ added: 1, refusals: [{ line: 3, reason: "too-long" }] });
  });

  it("semicolons, a mark of UTF-8 and either line break are read", async () => {
    const file = new Blob([
      `\uFEFFsite;text;collected_at;audience\r\nweb;"a;\r\nb";${good.collected_at};public\r\n`,
    ]);
    expect(await outcomeOf(here, { file })).toMatchObject({ added: 1, refused: 0 });
    expect((await here.items.toArray())[0]?.text).toBe("a;\r\nb");
  });

  it("a line without an end is not held", async () => {
    const head = "site,text,collected_at,audience";
    const file = new Blob([head, ",x".repeat(4_500_000)]);
    expect((await outcomeOf(here, { file })).refusals).toMatchObject([{ reason: "too-long" }]);
  });

  it("a Parquet file that counts more rows than it has ends where they do", async () => {
    await keepItems(here, [anItem(1)]);
    const { file } = await fileOf(here, { kind: "file", formats: ["parquet"] });
    const bytes = new Uint8Array(await file.arrayBuffer());
    await here.items.clear();
    expect(await outcomeOf(here, { file: new Blob([overstated(bytes)]) })).toMatchObject({ added: 1 });
  });

  it("a Parquet file that is cut or made up is damaged, not fatal", async () => {
    await keepItems(here, [anItem(1)]);
    const { file } = await fileOf(here, { kind: "file", formats: ["parquet"] });
    for (const broken of [file.slice(0, file.size - 20), new Blob(["PAR1", "x".repeat(100), "PAR1"])]) {
      expect(await outcomeOf(here, { file: broken })).toMatchObject({
        added: 0,
        refusals: [{ reason: "damaged" }],
      });
    }
  });
});

/** The same file, but its footer says that it has a million million rows (a zigzag varint after the schema). */
function overstated(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
  const start = bytes.length - 8 - length;
  // Field 3 of the footer, `num_rows`, is an i64 (0x16) and followed by field 4, a list of structs of one (0x19 0x1c).
  const footer = bytes.slice(start, bytes.length - 8);
  const at = footer.findIndex(
    (byte, n) => byte === 0x16 && footer[n + 1] === 2 && footer[n + 2] === 0x19 && footer[n + 3] === 0x1c,
  );
  if (at < 0) throw new Error("no number of rows");
  const many = [0x80, 0xa0, 0x94, 0xa5, 0x8d, 0x1d + 0x1d];
  const made = [...bytes.slice(0, start), ...footer.slice(0, at + 1), ...many, ...footer.slice(at + 2)];
  const tail = new Uint8Array(8);
  tail.set(bytes.slice(-8));
  new DataView(tail.buffer).setUint32(0, length + many.length - 1, true);
  return new Uint8Array([...made, ...tail]);
}

async function archive(files: Zippable): Promise<Blob> {
  const collection = await aCollection({ id: "theirs" });
  const head = collectionFile(
    { collection, columns: [], forSpreadsheets: true, extension: "0.1.0", exportedAt: 0 },
    {} as never,
    1,
  );
  return new Blob([zipSync({ "collection.json": strToU8(JSON.stringify(head)), ...files })]);
}

describe("archives that are none of ours", () => {
  const items = strToU8(`${JSON.stringify(good)}\n`);

  it("one written by another program is read", async () => {
    const file = await archive({ "items.ndjson": items });
    expect(await outcomeOf(here, { file })).toMatchObject({ added: 1 });
  });

  it("paths in it lead nowhere", async () => {
    const file = await archive({
      "../../items.ndjson": items,
      "/etc/passwd": items,
      "items-ndjson/date=x/../../a.ndjson": items,
    });
    expect(await imported(here, { file })).toMatchObject({
      error: { code: "bad-shape", params: { reason: "empty" } },
    });
  });

  it.each([
    ["is no folder of ours", new Blob([zipSync({ "a.txt": strToU8("x") })]), "format"],
    ["is only its beginning", new Blob(["PK\u0003\u0004"]), "damaged"],
    ["is a picture", new Blob(["\u0089PNG\r\n"]), "format"],
    ["is nothing", new Blob([]), "format"],
  ])("a file that %s", async (_, file, reason) => {
    expect(await imported(here, { file })).toMatchObject({
      error: { code: "bad-shape", params: { reason } },
    });
  });

  it("one that unpacks to far more than it should is not unpacked", async () => {
    const file = await archive({ "items.ndjson": new Uint8Array(30_000_000) });
    expect(await imported(here, { file })).toMatchObject({
      error: { code: "bad-shape", params: { reason: "bomb" } },
    });
  });

  it("one that is said to unpack to less than it does is cut off there", async () => {
    const lines = Array.from({ length: 2000 }, (_, n) =>
      JSON.stringify({ ...good, url: `https://a.example/${n}` }),
    );
    const bytes = new Uint8Array(
      await (await archive({ "items.ndjson": strToU8(lines.join("\n")) })).arrayBuffer(),
    );
    understate(bytes, "items.ndjson", 1000);
    const outcome = await outcomeOf(here, { file: new Blob([bytes]) });
    expect(outcome.refusals.at(-1)?.reason).toBe("damaged");
    expect(outcome.added).toBeLessThan(2000);
  });

  it("one of a newer version says so", async () => {
    const head = { format: "backtalk-collection", version: 99 };
    const collection = collectionFile(
      { collection: await aCollection(), columns: [], forSpreadsheets: true, extension: "", exportedAt: 0 },
      {} as never,
      0,
    );
    const bytes = zipSync({
      "collection.json": strToU8(JSON.stringify({ ...collection, ...head })),
      "items.ndjson": items,
    });
    expect(await imported(here, { file: new Blob([bytes]) })).toMatchObject({
      error: { params: { reason: "newer" } },
    });
  });
});

/** Writes another size into the archive's directory. */
function understate(bytes: Uint8Array, path: string, size: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const name = strToU8(path);
  for (let at = 0; at + 46 + name.length <= bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02_01_4b_50) continue;
    if (name.every((byte, n) => bytes[at + 46 + n] === byte)) view.setUint32(at + 24, size, true);
  }
}

describe("a look into a file", () => {
  it("says what is in it and writes nothing", async () => {
    await keepItems(here, [anItem(1), anItem(2)]);
    const { file } = await fileOf(here, { formats: ["csv", "ndjson", "parquet"] });
    const before = await here.items.count();
    const scratch = new MemoryScratch();
    expect(await inspectFile({ file, name: "a.zip" }, scratch.take)).toMatchObject({
      ok: true,
      value: {
        kind: "folder",
        collection: { id: "returns-study", name: "Returns study", coder: "me" },
        rows: 2,
        codebooks: 1,
        itemsFrom: "ndjson",
        first: [{ site: "mastodon", author: "p-1" }, { author: "p-2" }],
      },
    });
    expect([await here.items.count(), scratch.made]).toEqual([before, 0]);
  });
});

describe("files that lie about where they are from", () => {
  const handles = {
    ...good,
    key: "0".repeat(32),
    collection: "returns-study",
    author: "anna@social.example",
    url: "https://social.example/@anna/1",
    text: "@anna@social.example says it again.",
    media: [{ kind: "image", url: "https://social.example/a.png", alt: "Anna" }],
  };

  it("one that says it is of this collection is protected like any other", async () => {
    expect(await outcomeOf(here, { file: ndjson(handles) })).toMatchObject({ added: 1 });
    expect(JSON.stringify(await here.items.toArray())).not.toMatch(/anna|a\.png/iu);
  });

  it("and no word that is on every object names a platform", async () => {
    const file = ndjson(
      ...["constructor", "__proto__", "toString", "tiktok.com"].map((platform) => ({
        source_platform: platform,
        timestamp_collected: 1,
        data: {},
      })),
    );
    expect((await outcomeOf(here, { file })).refusals.map(({ reason }) => reason)).toEqual([
      "unknown-platform",
      "unknown-platform",
      "unknown-platform",
      "bad-shape",
    ]);
  });
});

describe("people who are erased while a file comes in", () => {
  it("do not come back with the rest of it", async () => {
    const [id, key] = ["returns-study", "social.example"];
    const person = { site: "hosted", handle: `anna@${key}` };
    const collection = (await here.collections.get(id))!;
    const pseudonym = await pseudonymsOf(collection.hashKey).of(person);
    const { items } = here;
    let erased: Promise<unknown> | undefined;
    // As soon as the first rows are there.
    items.hook("creating", function once() {
      items.hook("creating").unsubscribe(once);
      this.onsuccess = () => {
        erased = Dexie.ignoreTransaction(async () => {
          await beginErasure(here, id, [pseudonym], 1);
          await runChore(here, id, "erase");
        });
      };
    });
    const line = (n: number) => ({ ...good, author: `anna@${key}`, url: `https://${key}/@anna/${n}` });
    await outcomeOf(here, { file: ndjson(...Array.from({ length: 1500 }, (_, n) => line(n))) });
    await erased;
    expect(await items.count()).toBe(0);
  });
});
