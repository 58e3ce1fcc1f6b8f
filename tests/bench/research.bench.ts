/**
 * The research workspace's storage in the built extension: how fast items are stored, how long the index takes to be
 * made, to open and to follow, and how long filters and searches take in a warm worker. Beside it the same items in
 * SQLite (FTS5) in WebAssembly on OPFS, where `BENCH_SQLITE=1`. Prints figures, asserts nothing.
 *
 * `BENCH_RESEARCH_ITEMS=1000000` chooses the size; a million take some minutes to store.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import type { FoundItems, ItemFilter } from "../../lib/model/research/query.ts";
import { ensureBuilt } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { Extension } from "../support/extension.ts";
import { SiteServer } from "../support/site-server.ts";
import { researchItems } from "./in-page/research-items.ts";
import type * as InPage from "./in-page/research-import.ts";
import { benchSqlite } from "./research-sqlite.ts";
import { inBrowser } from "./serve-sources.ts";

const total = Number(process.env["BENCH_RESEARCH_ITEMS"] ?? 100_000);
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 9);
const collection = "bench";

/** Runs in an extension page: stores items by plain puts, as `addItems` does under Dexie. */
async function store(
  make: typeof researchItems,
  { collection, from, to }: { collection: string; from: number; to: number },
): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("research");
    request.addEventListener("success", () => resolve(request.result));
  });
  const start = performance.now();
  for (let at = from; at < to; at += 1000) {
    const items = make(collection, at, Math.min(1000, to - at));
    const transaction = database.transaction("items", "readwrite", { durability: "relaxed" });
    for (const item of items) transaction.objectStore("items").add(item);
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  }
  const ms = performance.now() - start;
  database.close();
  return ms;
}

/** Runs in an extension page: the collection's own row. */
async function found(id: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("research");
    request.addEventListener("success", () => resolve(request.result));
  });
  const transaction = database.transaction("collections", "readwrite");
  transaction.objectStore("collections").put({ id, name: "Bench", createdAt: 1, coder: "me" });
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  database.close();
}

interface Asked {
  readonly ms: number;
  readonly result: { readonly ok: boolean; readonly value: FoundItems };
}

/** Runs in an extension page: asks a worker, a new one or that of the question before. */
async function ask({ name, data, isNew }: { name: string; data: unknown; isNew: boolean }): Promise<Asked> {
  const scope = globalThis as { worker?: Worker };
  if (isNew) {
    scope.worker?.terminate();
    delete scope.worker;
  }
  const start = performance.now();
  scope.worker ??= new Worker("/research-query.js");
  const { worker } = scope;
  const id = Math.floor(start * 10);
  const answer = new Promise<Asked["result"]>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent) => data.id === id && resolve(data.result));
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
  worker.postMessage({ id, name, data });
  const result = await answer;
  const ms = performance.now() - start;
  // Numbers of a million items are of no use to who drives the browser.
  const { seqs } = result.value ?? {};
  return { ms, result: { ...result, value: { ...result.value, seqs: (seqs?.length ?? 0) as never } } };
}

/** Runs in an extension page: the first rows that a table shows. */
async function readRows(seqs: readonly number[]): Promise<number> {
  const start = performance.now();
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("research");
    request.addEventListener("success", () => resolve(request.result));
  });
  const store = database.transaction("items").objectStore("items");
  await Promise.all(
    seqs.map(
      async (seq) =>
        new Promise((resolve) => {
          store.get(seq).addEventListener("success", resolve);
        }),
    ),
  );
  database.close();
  return performance.now() - start;
}

const all: ItemFilter = {
  collection,
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

function line(name: string, value: string): void {
  console.log(`  ${name.padEnd(46)} ${value}`);
}

const round = (value: number): string => Math.round(value).toLocaleString("en");

async function median(page: Page, label: string, name: string, data: unknown): Promise<void> {
  const times: number[] = [];
  let size = "";
  for (let turn = 0; turn < rounds; turn++) {
    const { ms, result } = await page.evaluate(ask, { name, data, isNew: false });
    times.push(ms);
    if (!result.ok) throw new Error(`${label}: ${JSON.stringify(result)}`);
    if (name === "find") size = `${round(result.value.seqs as unknown as number)} found`;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const [low, middle, high] = [sorted[0], sorted[Math.floor(rounds / 2)], sorted.at(-1)];
  line(label, `${round(middle ?? 0)} ms (${round(low ?? 0)}–${round(high ?? 0)}) ${size}`);
}

/** What the extension's databases take on the disk; no browser runs. */
function megabytes(): number {
  const files = readdirSync(join(profile, "Default/IndexedDB"), { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

async function launch(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await launchChromium(servers.port, { profile });
  const extension = await Extension.of(context);
  await extension.setUp();
  const page = await extension.page();
  page.setDefaultTimeout(0);
  return { context, page };
}

async function fill(page: Page, from: number, to: number): Promise<number> {
  const place = JSON.stringify({ collection, from, to });
  return page.evaluate<number>(`(${store.toString()})(${researchItems.toString()}, ${place})`);
}

ensureBuilt("chrome");
const servers = await SiteServer.start();
const profile = mkdtempSync(join(tmpdir(), "backtalk-bench-"));
try {
  let { context, page } = await launch();
  // The worker makes the tables.
  await page.evaluate(ask, {
    name: "find",
    data: { filter: all, order: "time", descending: true },
    isNew: true,
  });
  await page.evaluate(found, collection);
  console.log(`${round(total)} items, median of ${rounds} rounds`);
  const ms = await fill(page, 0, total);
  line("stored", `${round((total / ms) * 1000)} items/s`);
  await context.close();
  const items = megabytes();
  line("items on the disk", `${round(items)} MB`);

  const newest = { filter: all, order: "time", descending: true } as const;
  const filtered = { ...all, brands: ["brand-3.example", "brand-9.example"], sites: ["reddit", "mastodon"] };
  const text = (words: string): unknown => ({ ...newest, filter: { ...all, text: words } });
  ({ context, page } = await launch());
  const made = await page.evaluate(ask, { name: "find", data: newest, isNew: true });
  line("first look: the index is made and stored", `${round(made.ms / 1000)} s`);
  await median(page, "everything, newest first", "find", newest);
  await context.close();
  line("index on the disk", `${round(megabytes() - items)} MB`);

  ({ context, page } = await launch());
  const opened = await page.evaluate(ask, { name: "find", data: newest, isNew: true });
  line("cold: new browser, first answer", `${round(opened.ms)} ms`);
  const again = await page.evaluate(ask, { name: "find", data: newest, isNew: true });
  line("new worker, warm disk, first answer", `${round(again.ms)} ms`);
  const words = await page.evaluate(ask, { name: "find", data: text("zanzibar"), isNew: false });
  line("first search (words are read)", `${round(words.ms)} ms`);

  await median(page, "everything, newest first", "find", newest);
  await median(page, "two brands on two platforms", "find", { ...newest, filter: filtered });
  await median(page, "… by sentiment", "find", { filter: filtered, order: "sentiment", descending: false });
  await median(page, "a month, confidence from 0.8", "find", {
    ...newest,
    filter: { ...all, from: Date.UTC(2025, 5, 1), to: Date.UTC(2025, 6, 1), confidence: 0.8 },
  });
  line(
    "first page of 50 rows",
    `${round(
      await page.evaluate(
        readRows,
        Array.from({ length: 50 }, (_, n) => 1 + n * 97),
      ),
    )} ms`,
  );
  await median(page, "search: rare word", "find", text("zanzibar"));
  await median(page, "search: most common word", "find", text('"the"'));
  await median(page, "search: phrase", "find", text('"soles came off again"'));
  await median(page, "search: phrase of common words", "find", text('"of the"'));
  await median(page, "search: beginning (zu…)", "find", text("zu"));
  await median(page, "search: beginning of one letter (t…)", "find", text("t"));
  await median(page, "search: three words and two brands", "find", {
    ...newest,
    filter: { ...filtered, text: "the soles again" },
  });
  await median(page, "series by brand", "series", { filter: all, split: "brands" });
  await median(page, "co-mentions", "coMentions", all);

  await fill(page, total, total + 1000);
  const followed = await page.evaluate(ask, { name: "find", data: newest, isNew: false });
  line("a thousand more items: next answer", `${round(followed.ms)} ms`);
  await context.close();
  const imported = await inBrowser(join(profile, "import"), async (page) =>
    page.evaluate(async (path) => {
      const { importItems } = (await import(path)) as typeof InPage;
      return importItems(100_000);
    }, "/tests/bench/in-page/research-import.ts"),
  );
  line("import of 100,000 items, stored", `${round(imported / 1000)} s`);
  if (process.env["BENCH_SQLITE"] === "1") await benchSqlite(total, rounds, line);
} finally {
  await servers.stop();
  rmSync(profile, { recursive: true, force: true });
}
