/**
 * The community database in a real Chromium: how fast reviews are stored beside plain puts of the same rows, and
 * how long first pages take. Prints figures, asserts nothing.
 *
 * `BENCH_DB_ROWS=100000,1000000` chooses the sizes to read at (a million takes ten minutes to fill);
 * `BENCH_DB_KEEP=DIR` keeps the filled profile there for the next run.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "@playwright/test";
import { findChromium, sandboxArguments } from "../../scripts/browsers.mjs";
import type * as InPage from "./in-page/db.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const origin = "https://bench.example";
const sizes = (process.env["BENCH_DB_ROWS"] ?? "100000").split(",").map(Number);
const profile = process.env["BENCH_DB_KEEP"] ?? (await mkdtemp(join(tmpdir(), "backtalk-bench-")));

const html = `<!doctype html><script type="importmap">
{ "imports": { "dexie": "/node_modules/dexie/dist/modern/dexie.mjs" } }
</script>`;

/** Serves our sources as the browser can read them; no bundler, so what is measured is what is written. */
async function serve(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: html });
    const file = await readFile(join(root, pathname), "utf8").catch(() => undefined);
    if (file === undefined) return route.fulfill({ status: 404 });
    const body = pathname.endsWith(".ts") ? stripTypeScriptTypes(file) : file;
    return route.fulfill({ contentType: "text/javascript", body });
  });
}

/** A new browser on the same profile, so that nothing is warm but the disk. */
async function inBrowser<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const context = await chromium.launchPersistentContext(profile, {
    ...(findChromium() !== undefined && { executablePath: findChromium() }),
    headless: true,
    chromiumSandbox: false,
    args: sandboxArguments,
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    page.on("console", (message) => console.log(`  [page] ${message.text()}`));
    await serve(page);
    await page.goto(origin);
    return await use(page);
  } finally {
    await context.close();
  }
}

const loadPage = (): string => "/tests/bench/in-page/db.ts";
const round = (value: number): string => Math.round(value).toLocaleString("en");
const ms = (value: number): string => `${value.toFixed(1).padStart(8)} ms`;

const storing = await inBrowser((page) =>
  page.evaluate(async (path) => {
    const inPage = (await import(path)) as typeof InPage;
    return inPage.measureStoring(20_000);
  }, loadPage()),
);
console.log("db: storing, 20 000 statements in calls of 1 000 (median of 20)");
console.log(`  storeReviews                                  ${round(storing.ours)} tokens/s`);
console.log(`  plain bulkPut of the same rows, same indexes  ${round(storing.plain)} tokens/s`);
console.log(`  plain bulkPut of the tokens alone             ${round(storing.tokensOnly)} tokens/s`);
console.log(`  storeReviews of what is known already         ${round(storing.known)} tokens/s`);
console.log(`  ours is ${(storing.share * 100).toFixed(0)} % of the plain puts`);

for (const size of sizes) {
  const name = `bench-${size}`;
  const filled = await inBrowser((page) =>
    page.evaluate(
      async ([path, size, name]) => {
        const inPage = (await import(path)) as typeof InPage;
        const names = (await indexedDB.databases()).map((database) => database.name);
        return names.includes(name) ? undefined : inPage.fill(size, name);
      },
      [loadPage(), size, name] as const,
    ),
  );
  console.log(`\ndb: reading with ${round(size)} statements stored, largest subject 10 000, pages of 20`);
  if (filled) console.log(`  filled by storeReviews at ${round(filled.perSecond)} tokens/s`);
  const reading = await inBrowser((page) =>
    page.evaluate(
      async ([path, name]) => {
        const inPage = (await import(path)) as typeof InPage;
        return inPage.measureReading(name);
      },
      [loadPage(), name] as const,
    ),
  );
  console.log(`  opening the database ${ms(reading.openMs)}; ${round(reading.total)} reviews under the keys`);
  for (const [label, { first, median }] of Object.entries(reading.figures)) {
    console.log(`  ${label.padEnd(36)} first ${ms(first)}   median ${ms(median)}`);
  }
}
if (!process.env["BENCH_DB_KEEP"]) await rm(profile, { recursive: true, force: true });
