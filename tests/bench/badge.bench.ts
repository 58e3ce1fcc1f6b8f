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
import { fillCommunity } from "../support/fill-community.ts";
import { html } from "../support/pages.ts";
import { SiteServer } from "../support/site-server.ts";

/** Stands in functions that run in the worker. */
declare const chrome: typeof browser;

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const reviews = Number(process.env["BENCH_REVIEWS"] ?? 100_000);
const url = "https://northwind.example/";

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
await fillCommunity(own, reviews);
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
