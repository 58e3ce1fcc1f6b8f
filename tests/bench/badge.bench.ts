/**
 * From a page that is ready to a badge that stands there, in a warm worker and in one that was killed, with
 * 100 000 reviews stored (largest subject 10 000). Measured in the page, so that it includes the browser's own way
 * from "DOM ready" to content scripts. Prints figures, asserts nothing.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page, Worker } from "@playwright/test";
import type { browser } from "wxt/browser";
import { ensureBuilt } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { Extension } from "../support/extension.ts";
import { html } from "../support/pages.ts";
import { SiteServer } from "../support/site-server.ts";

/** Stands in functions that run in the worker. */
declare const chrome: typeof browser;

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const reviews = Number(process.env["BENCH_REVIEWS"] ?? 100_000);
const url = "https://northwind.example/";

/** Runs in an extension page: rows as the background writes them, straight into the tables. */
async function fill(reviews: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("community");
    request.addEventListener("success", () => resolve(request.result));
  });
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- This function runs in the page, by its text.
  const hex = (value: number): string => value.toString(16).padStart(32, "0");
  const largest = reviews / 10;
  for (let from = 0; from < reviews; from += 5000) {
    const transaction = database.transaction(["tokens", "effective", "summaries"], "readwrite");
    for (let index = from; index < Math.min(from + 5000, reviews); index++) {
      const site = index < largest ? "northwind.example" : `brand${Math.floor(index / 9)}.example`;
      const place = { subjectKey: `https://${site}`, siteKey: site };
      const common = { id: hex(index), author: hex(index), issuedAt: 1_700_000_000 + index, rating: 75 };
      transaction.objectStore("tokens").put({
        ...common,
        ...place,
        kind: "review",
        signatureKey: `s${index}`,
        opinion: "Some words about it. ".repeat(10),
        jwt: "x".repeat(700),
      });
      transaction.objectStore("effective").put({
        ...common,
        ...place,
        traits: 0,
        textLength: 200,
        helpful: 0,
        confirmed: 0,
        replies: 0,
        flags: 0,
      });
      if (index < largest && index > 0) continue;
      const count = index === 0 ? largest : 9;
      transaction.objectStore("summaries").put({
        ...place,
        count,
        stars: [0, 0, 0, count, 0],
        rated: count,
        ratingSum: count * 75,
        withText: count,
        generated: 0,
        affiliated: 0,
        samples: 0,
        newestAt: 0,
        revision: 1,
      });
    }
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  }
  database.close();
}

/** Notes in the worker when a page's facts arrived; lost with the worker. */
async function noteReports(worker: Worker | undefined): Promise<void> {
  await worker?.evaluate(() => {
    const { onMessage } = chrome.runtime;
    onMessage.addListener((message: { readonly type?: string }) => {
      if (message.type === "reportPage")
        Object.assign(globalThis, { reportedAt: performance.timeOrigin + performance.now() });
    });
  });
}

/** @returns Milliseconds from "DOM ready" to the badge, and its moment (epoch ms). */
async function badgeAfter(context: BrowserContext): Promise<{ readonly ms: number; readonly at: number }> {
  const page: Page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector("backtalk-badge"))
        Object.assign(globalThis, {
          badgeAt: (globalThis as { badgeAt?: number }).badgeAt ?? performance.now(),
        });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  await page.waitForFunction(() => "badgeAt" in globalThis);
  const times = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const { badgeAt } = globalThis as unknown as { badgeAt: number };
    return { ms: badgeAt - entry!.domContentLoadedEventEnd, at: performance.timeOrigin + badgeAt };
  });
  await page.close();
  return times;
}

const quantiles = (values: readonly number[]): string => {
  const sorted = values.toSorted((a, b) => a - b);
  return [0.5, 0.9]
    .map((q) => `${sorted[Math.floor(q * (sorted.length - 1))]!.toFixed(0)} ms`)
    .join(", 90 %: ");
};

ensureBuilt("chrome");
const sites = await SiteServer.start();
sites.serve("northwind.example", html());
sites.serve("blank.example", html({ title: "Blank" }));
const profile = mkdtempSync(join(tmpdir(), "backtalk-bench-"));
const context = await launchChromium(sites.port, { profile });
const extension = await Extension.of(context);
await extension.setUp();
await extension.seed();
const own = await extension.page();
await own.evaluate(fill, reviews);
const other = await context.newPage();
await other.goto("https://blank.example/");

const warm: number[] = [];
const fromFacts: number[] = [];
const cold: number[] = [];
for (let round = 0; round < rounds; round++) {
  // The first page after a kill warms the worker up.
  await badgeAfter(context);
  await noteReports(extension.worker);
  const { at, ms } = await badgeAfter(context);
  warm.push(ms);
  const reportedAt = await extension.worker?.evaluate(
    () => (globalThis as { reportedAt?: number }).reportedAt,
  );
  fromFacts.push(at - (reportedAt ?? 0));
  await extension.killWorker(other);
  cold.push((await badgeAfter(context)).ms);
}
console.log(`${reviews} reviews stored`);
console.log(`warm worker    facts → badge      ${quantiles(fromFacts)}`);
console.log(`warm worker    DOM ready → badge  ${quantiles(warm)}`);
console.log(`killed worker  DOM ready → badge  ${quantiles(cold)}`);
await context.close();
await sites.stop();
rmSync(profile, { recursive: true, force: true });
