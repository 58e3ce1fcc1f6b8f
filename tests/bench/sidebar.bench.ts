/**
 * From opening the sidebar to the first review in it, with 100 000 and with 1 000 000 reviews stored (largest
 * subject 10 000 each). The sidebar is opened as a page of its own on a tab that is read already, cold for the page
 * and warm for the disk. Prints figures, asserts nothing.
 *
 * `BENCH_SIDEBAR_ROWS=100000,1000000` chooses the sizes; a million rows take some minutes to fill.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { ensureBuilt } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { Extension } from "../support/extension.ts";
import { fillCommunity } from "../support/fill-community.ts";
import { html } from "../support/pages.ts";
import { SiteServer } from "../support/site-server.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const sizes = (process.env["BENCH_SIDEBAR_ROWS"] ?? "100000").split(",").map(Number);

/** When something first stood on screen, in milliseconds since the page was asked for. */
interface Moments {
  readonly heading: number;
  readonly review: number;
}

/** Runs in the sidebar before its own code: notes the moments of the first heading and the first review. */
function watchFirstReview(): void {
  const find = (root: Document | ShadowRoot, selector: string): boolean =>
    root.querySelector(selector) !== null ||
    [...root.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot && find(shadowRoot, selector));
  const moments = new Promise<Moments>((resolve) => {
    let heading: number | undefined;
    const look = (): void => {
      if (find(document, "h1")) heading ??= performance.now();
      if (heading !== undefined && find(document, "article")) resolve({ heading, review: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  Object.assign(globalThis, { moments });
}

async function openSidebar(context: BrowserContext, address: string): Promise<Moments> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 380, height: 800 });
  await page.addInitScript(watchFirstReview);
  await page.goto(address);
  const moments = await page.evaluate(() => (globalThis as unknown as { moments: Promise<Moments> }).moments);
  await page.close();
  return moments;
}

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? Number.NaN;

async function measure(reviews: number): Promise<number> {
  const sites = await SiteServer.start();
  sites.serve("northwind.example", html());
  const profile = mkdtempSync(join(tmpdir(), "backtalk-bench-"));
  const context = await launchChromium(sites.port, { profile });
  try {
    const extension = await Extension.of(context);
    await extension.setUp();
    await extension.seed();
    await fillCommunity(await extension.page(), reviews);
    const tab = await context.newPage();
    await tab.goto("https://northwind.example/");
    while (!(await extension.tabState(tab))) await tab.waitForFunction(() => true);
    const address = extension.url(`sidepanel.html?tab=${await extension.tabId(tab)}`);
    const first = await openSidebar(context, address);
    const rest: Moments[] = [];
    for (let round = 0; round < rounds; round++) rest.push(await openSidebar(context, address));
    console.log(`${reviews.toLocaleString("en")} reviews stored`);
    for (const name of ["heading", "review"] as const) {
      const times = rest.map((moments) => moments[name]);
      const [median, high] = [quantile(times, 0.5).toFixed(0), quantile(times, 0.9).toFixed(0)];
      console.log(
        `  first ${name.padEnd(8)} ${median} ms, 90 %: ${high} ms; the first opening ${first[name].toFixed(0)} ms`,
      );
    }
    return quantile(
      rest.map(({ review }) => review),
      0.5,
    );
  } finally {
    await context.close();
    await sites.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

ensureBuilt("chrome");
const medians: number[] = [];
for (const size of sizes) medians.push(await measure(size));
for (const [index, median] of medians.entries())
  if (index > 0) console.log(`${sizes[index]}: ${(median / (medians[0] ?? 0)).toFixed(2)} × ${sizes[0]}`);
