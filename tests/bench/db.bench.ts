/**
 * The community database in a real Chromium: how fast reviews are stored beside plain puts of the same rows, and
 * how long first pages take. Prints figures, asserts nothing.
 *
 * `BENCH_DB_ROWS=100000,1000000` chooses the sizes to read at (a million takes ten minutes to fill);
 * `BENCH_DB_KEEP=DIR` keeps the filled profile there for the next run.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as InPage from "./in-page/db.ts";
import { inBrowser } from "./serve-sources.ts";

const sizes = (process.env["BENCH_DB_ROWS"] ?? "100000").split(",").map(Number);
const profile = process.env["BENCH_DB_KEEP"] ?? (await mkdtemp(join(tmpdir(), "backtalk-bench-")));

const loadPage = (): string => "/tests/bench/in-page/db.ts";
const round = (value: number): string => Math.round(value).toLocaleString("en");
const ms = (value: number): string => `${value.toFixed(1).padStart(8)} ms`;

const storing = await inBrowser(profile, (page) =>
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
  const filled = await inBrowser(profile, (page) =>
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
  const reading = await inBrowser(profile, (page) =>
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
