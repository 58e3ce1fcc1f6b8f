import { anItem, sampleNoon } from "../../components/testing/research.ts";
import type { Coding } from "../../lib/model/research/coding.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { NewItem } from "../../lib/model/research/item.ts";
import { itemColumns } from "../../lib/research/export/columns.ts";
import type { ExportAbout, ExportFormat } from "../../lib/research/export/define-format.ts";
import type { ExportRow } from "../../lib/research/export/export-row.ts";

/** Text that breaks what is not careful: quotes, separators, formulas, other scripts, controls. */
export const hostileTexts = [
  'She said "no", twice;\r\nthen left\tit.',
  '=HYPERLINK("https://evil.example","win")',
  "'=1+1",
  "@SUM(1) +1 -1",
  "line one\nline two\n\n",
  "</script><img src=x onerror=alert(1)>",
  "ER  - \r\nTY  - BOOK",
  '{"key":"x"}',
  "日本語のレビュー 👩‍👩‍👧 שלום عالم",
  "\u202Eevil\u2066",
  "null",
  "",
] as const;

/** An item with something in every field. */
export function aFullItem(changes: Partial<NewItem> = {}): NewItem {
  const text = "👟 Pair 7 of Northwind, the soles again #returns";
  const start = text.indexOf("Northwind");
  return anItem(7, {
    text,
    textSince: sampleNoon - 1000,
    title: "A page, with a title",
    audienceNote: "Linked from the front page, without a login.",
    view: "view-1",
    sealed: "a.b.c.d.e",
    replyTo: "https://social.example/@p-1/1",
    thread: "https://social.example/@p-1/0",
    links: ["https://northwind.example/?a=1,2", "https://shop.example"],
    media: [{ kind: "image", url: "https://media.example/1.png", alt: 'A "sole"' }],
    metrics: { replies: 1, likes: 20, shares: 3, views: 4000, score: -2 },
    mentions: [
      {
        brandId: "northwind.example",
        name: "Northwind",
        span: { start, end: start + "Northwind".length },
        confidence: 0.9,
        reasons: ["distinctive-name", "hashtag"],
      },
      { brandId: "name:south wind", name: "South, Wind", confidence: 0.4, reasons: ["link"] },
    ],
    words: ["soles", "a, b"],
    sentiment: { score: -0.4215, method: "vader-1" },
    target: { exact: "the soles", prefix: "Northwind, ", suffix: " again", start: 22, end: 31 },
    versions: [{ text: "Pair 7 of Northwind", from: sampleNoon - 9000, to: sampleNoon - 5000 }],
    recheck: { at: sampleNoon, found: "gone" },
    ...changes,
  });
}

export function aCoding(seq: number, changes: Partial<Coding> = {}): Coding {
  return {
    collection: "returns-study",
    seq,
    coder: "me",
    codes: ["returns", "quality"],
    note: "soles, twice",
    sentiment: -1,
    codebook: 1,
    at: sampleNoon,
    ...changes,
  };
}

export function rowOf(item: NewItem, seq: number, codings: readonly Coding[] = []): ExportRow {
  return { item: { ...item, seq }, codings };
}

/** What a format makes of rows that come in small batches. */
export async function writtenBy(
  format: ExportFormat,
  rows: readonly ExportRow[],
  collection: Collection,
  changes: Partial<ExportAbout> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const about: ExportAbout = {
    collection,
    columns: itemColumns,
    forSpreadsheets: true,
    extension: "0.1.0",
    exportedAt: sampleNoon,
    ...changes,
  };
  async function* batches(): AsyncGenerator<readonly ExportRow[]> {
    for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3);
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of format.write(batches(), about)) pieces.push(piece.slice());
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

export async function textBy(...args: Parameters<typeof writtenBy>): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await writtenBy(...args));
}
