/**
 * Exports and imports of a large collection in the built extension's dedicated worker, as the workspace asks for them:
 * time, and how much memory the extension's process takes at most beyond what it had. Prints figures, asserts nothing.
 * `BENCH_ITEMS` (100 000), `BENCH_FORMATS` (comma-separated).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ensureBuilt } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { Extension } from "../support/extension.ts";
import { SiteServer } from "../support/site-server.ts";

const count = Number(process.env["BENCH_ITEMS"] ?? 100_000);
const formats = (process.env["BENCH_FORMATS"] ?? "csv,ndjson,parquet,annotation,folder").split(",");

/** Runs in an extension page: makes the collection `id`, and items in it, an item a minute. */
async function fill([id, from, to]: [string, number, number]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("research");
    request.addEventListener("success", () => resolve(request.result));
  });
  const transaction = database.transaction(["collections", "items"], "readwrite", { durability: "relaxed" });
  const noon = Date.UTC(2026, 10, 21, 12);
  if (from === 0) {
    const hashKey = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const statement = {
      purpose: "",
      whoCollects: "",
      whoIsStudied: "",
      legalBasis: "",
      howItIsShared: "",
      limits: "",
    };
    const collections = database.transaction("collections", "readwrite").objectStore("collections");
    collections.put({
      id,
      name: id,
      createdAt: noon,
      privacy: { pseudonymise: true, keepMedia: false, audience: "public-only" },
      statement,
      codebook: { version: 1, codes: [], createdAt: noon, note: "" },
      hashKey,
      coder: "me",
    });
    database.close();
    return;
  }
  const store = transaction.objectStore("items");
  for (let n = from; n < to; n++) {
    const at = noon - n * 60_000;
    store.put({
      collection: id,
      key: n.toString(16).padStart(32, "0"),
      why: "mention",
      session: "session-1",
      site: n % 3 === 0 ? "reddit" : "mastodon",
      url: `https://social.example/@p-${n}/x-${n}`,
      author: `p-${n % 5000}`,
      publishedAt: at,
      publishedAtPrecision: "second",
      collectedAt: at + 60_000,
      lastSeenAt: at + 60_000,
      text: `Pair ${n} of Northwind this year. The soles again, after ${n % 90} days on the way to work and back. ${"Nobody answers. ".repeat(n % 12)}`,
      truncated: false,
      lang: "en",
      langBy: "page",
      links: ["https://northwind.example/"],
      media: [],
      metrics: { likes: n % 50, replies: n % 7 },
      audience: "public",
      mentions: [
        {
          brandId: "northwind.example",
          name: "Northwind",
          span: { start: 8, end: 17 },
          confidence: 0.9,
          reasons: ["name"],
        },
      ],
      words: [],
      detector: { extension: "0.1.0", directory: "0123456789abcdef" },
      versions: [],
    });
  }
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  database.close();
}

interface Done {
  readonly ms: number;
  readonly result: {
    readonly ok: boolean;
    readonly value: Record<string, unknown>;
    readonly error?: unknown;
  };
}

/** Runs in an extension page: asks a new worker. A file is taken from the room by its name. */
async function ask([name, data]: [string, Record<string, unknown>]): Promise<Done> {
  const start = performance.now();
  const worker = new Worker("/research-transfer.js");
  const answer = new Promise<Done["result"]>((resolve) => {
    worker.addEventListener("message", (event: MessageEvent<{ result: Done["result"] }>) =>
      resolve(event.data.result),
    );
  });
  const { scratch, ...rest } = data;
  if (typeof scratch === "string") {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("research-transfer");
    rest["file"] = await (await folder.getFileHandle(scratch)).getFile();
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
  worker.postMessage({ id: 1, name, data: rest });
  const result = await answer;
  worker.terminate();
  return { ms: performance.now() - start, result };
}

/** Memory of the largest of this profile's processes that run extensions, in MB. */
function processMemory(profile: string): number {
  const sizes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        if (!line.includes("--extension-process") || !line.includes(profile)) return [];
        const [, kB] = /^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
        return kB ? [Number(kB) / 1000] : [];
      } catch {
        // It ended while it was looked at.
        return [];
      }
    });
  return Math.max(0, ...sizes);
}

/** Runs `work` and says how much memory came on top, where the system tells. */
async function measured(
  profile: string,
  work: () => Promise<Done>,
): Promise<Done & { readonly grown: number }> {
  const before = processMemory(profile);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, processMemory(profile))), 100);
  try {
    const done = await work();
    return { ...done, grown: most - before };
  } finally {
    clearInterval(timer);
  }
}

const context = { channel: "bench", extension: "0.1.0" };
const filterOf = (collection: string): object => ({
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
});

async function exportAs(page: Page, format: string): Promise<Done> {
  const isFolder = format === "folder";
  return page.evaluate(ask, [
    "export",
    {
      ...context,
      collection: "large",
      filter: filterOf("large"),
      kind: isFolder ? "folder" : "file",
      formats: isFolder ? ["csv", "ndjson", "parquet"] : [format],
      forSpreadsheets: true,
    },
  ] as [string, Record<string, unknown>]);
}

function say(name: string, { grown, ms, result }: Done & { readonly grown: number }, rows: number): void {
  if (!result.ok) return console.log(`  ${name.padEnd(44)} failed: ${JSON.stringify(result.error)}`);
  const { bytes } = result.value;
  const size = typeof bytes === "number" ? `${(bytes / 1e6).toFixed(1)} MB, ` : "";
  console.log(
    `  ${name.padEnd(44)} ${(ms / 1000).toFixed(1).padStart(6)} s, ${Math.round((rows / ms) * 1000)
      .toLocaleString("en")
      .padStart(7)} rows/s, ${size}${grown.toFixed(0)} MB of memory more at most`,
  );
}

ensureBuilt("chrome");
const sites = await SiteServer.start();
const profile = mkdtempSync(join(tmpdir(), "backtalk-bench-"));
const browser = await launchChromium(sites.port, { profile });
try {
  const extension = await Extension.of(browser);
  await extension.setUp();
  const page = await browser.newPage();
  await page.goto(extension.url("research.html"));
  // A look into a file that is none makes the worker open the database, with its tables.
  await page.evaluate(ask, [
    "export",
    {
      ...context,
      collection: "none",
      filter: filterOf("none"),
      kind: "file",
      formats: ["csv"],
      forSpreadsheets: true,
    },
  ] as [string, Record<string, unknown>]);
  for (const id of ["large", "other"]) await page.evaluate(fill, [id, 0, 0] as [string, number, number]);
  for (let from = 1; from <= count; from += 5000) {
    await page.evaluate(fill, ["large", from, Math.min(count + 1, from + 5000)] as [string, number, number]);
  }
  console.log(`${count.toLocaleString("en")} items`);
  let folder: unknown;
  for (const format of formats) {
    const done = await measured(profile, async () => exportAs(page, format));
    say(`export: ${format === "folder" ? "folder of csv, ndjson, parquet" : format}`, done, count);
    if (format === "folder") folder = done.result.value["scratch"];
  }
  if (typeof folder === "string") {
    const into = async (id: string): Promise<Done> =>
      page.evaluate(ask, [
        "import",
        { ...context, scratch: folder, name: "bench.zip", target: { id }, isVouchedFor: false },
      ] as [string, Record<string, unknown>]);
    say("import into an empty collection", await measured(profile, async () => into("other")), count);
    say("the same once more", await measured(profile, async () => into("other")), count);
    say(
      "import into the collection it comes from",
      await measured(profile, async () => into("large")),
      count,
    );
  }
} finally {
  await browser.close();
  await sites.stop();
  rmSync(profile, { recursive: true, force: true });
}
