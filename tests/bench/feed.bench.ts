/**
 * What chips cost a feed of 5 000 posts that come in batches of 100: CPU of our own calls in the page (thread time, by
 * Chromium's timeline), how long each keeps the main thread, and beside an empty extension the page's longest task and
 * the heap that stays when 1 000 and 5 000 posts are there; and the same once more while everything is recorded. One post
 * in ten names a brand. Prints figures, asserts nothing. On a machine that stands still at times, the fastest quarter and the ninth tenth tell more than the rest.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { percentile } from "../../scripts/eval-pages/figures.ts";
import { ensureBuilt, extensionFolder } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { emptyExtension } from "../support/empty-extension.ts";
import { Extension } from "../support/extension.ts";
import type { Session } from "../../lib/model/research/session.ts";
import { readRows } from "../support/journey.ts";
import { html } from "../support/pages.ts";
import { recordEverything, storeCollection } from "../support/recording.ts";
import { SiteServer } from "../support/site-server.ts";

const posts = Number(process.env["BENCH_POSTS"] ?? 5000);
const batch = 100;
/** Time for everything idle that follows a batch, in ms. */
const settleMs = 250;

const script = `
let made = 0;
function add(count) {
  const parts = [];
  for (let end = made + count; made < end; made++) {
    const brand = made % 10 === 0;
    parts.push('<article class="h-entry" style="position:relative;width:600px"><header style="display:flex;gap:8px"><span class="p-author h-card"><b class="p-name">Person ' + made + '</b></span> <a class="u-url" href="/p/' + made + '"><time class="dt-published" datetime="2026-01-02T03:04:05Z">2 h</time></a></header><div class="e-content"><p>' +
      'It rained all morning and the train was late again, so I read on the platform. '.repeat(1 + made % 4) +
      (brand ? 'New shoes from <a href="https://www.nike.com/">nike.com</a>.' : '') +
      '</p></div><footer><button>Reply</button><button>Like ' + made % 97 + '</button></footer></article>');
  }
  document.querySelector("main").insertAdjacentHTML("beforeend", parts.join(""));
}
const longest = { ms: 0 };
globalThis.longestTask = () => longest.ms;
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration); }).observe({ type: "longtask", buffered: true });
add(1);`;

interface Figures {
  /** CPU of our own calls for each batch, forced layout included, in ms. */
  readonly batches: readonly number[];
  /** How long each of our calls kept the main thread, in ms: whatever held the machine up meanwhile is in it. */
  readonly calls: readonly number[];
  readonly longest: number;
  readonly heapAt1000: number;
  readonly heapAtEnd: number;
  readonly chips: number;
}

/** One call of a script, as Chromium's timeline tells it; times in µs. */
interface Call {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.find((one) => one.name === name)?.value ?? 0;
}

async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send("HeapProfiler.collectGarbage");
  return (await metric(cdp, "JSHeapUsedSize")) / 1000;
}

/** Follows every call of our scripts in a page. @returns Ends that, and gives the calls in their order. */
async function traceCalls(cdp: CDPSession): Promise<() => Promise<readonly Call[]>> {
  const calls: Call[] = [];
  cdp.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as readonly Call[])
      if (event.name === "FunctionCall" && event.args?.data?.url?.startsWith("chrome-extension:"))
        calls.push(event);
  });
  await cdp.send("Tracing.start", { categories: "devtools.timeline", transferMode: "ReportEvents" });
  return async () => {
    const ended = new Promise<void>((resolve) => cdp.once("Tracing.tracingComplete", () => resolve()));
    await cdp.send("Tracing.end");
    await ended;
    return calls.toSorted((a, b) => a.ts - b.ts);
  };
}

async function measure(context: BrowserContext): Promise<Figures> {
  const page: Page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable");
  await page.goto("https://feed.example/");
  await page.waitForTimeout(2000);
  const endTrace = await traceCalls(cdp);
  // The timeline's clock is the browser's own; batches are told apart by it.
  const starts: number[] = [];
  let heapAt1000 = 0;
  for (let made = batch; made <= posts; made += batch) {
    starts.push((await metric(cdp, "Timestamp")) * 1e6);
    await page.evaluate((count) => {
      (globalThis as unknown as { add(count: number): void }).add(count);
      scrollTo(0, document.documentElement.scrollHeight);
    }, batch);
    await page.waitForTimeout(settleMs);
    if (made === 1000) heapAt1000 = await heap(cdp);
  }
  await page.waitForTimeout(1000);
  const calls = await endTrace();
  const figures = {
    batches: starts.map((start, index) =>
      calls
        .filter(({ ts }) => ts >= start && ts < (starts[index + 1] ?? Infinity))
        .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0),
    ),
    calls: calls.map(({ dur = 0 }) => dur / 1000),
    longest: await page.evaluate(() => (globalThis as unknown as { longestTask(): number }).longestTask()),
    heapAt1000,
    heapAtEnd: await heap(cdp),
    chips: await page.locator("backtalk-chip").count(),
  };
  await page.close();
  return figures;
}

ensureBuilt("chrome");
const sites = await SiteServer.start();
const body = `<main></main><script>${script}</script>`;
sites.serve("feed.example", html({ title: "Feed", body }));
const folders = [emptyExtension(), extensionFolder("chrome")] as const;
const profiles = folders.map(() => mkdtempSync(join(tmpdir(), "backtalk-bench-")));
const floor = await launchChromium(sites.port, { profile: profiles[0]!, folder: folders[0] });
const ours = await launchChromium(sites.port, { profile: profiles[1]!, folder: folders[1] });
const extension = await Extension.of(ours);
await extension.setUp();
await extension.seed({ subjectKey: "https://nike.com", count: 128, stars: 3.4 });
// Warms both up.
await measure(floor).then(() => measure(ours));
const [without, withUs] = [await measure(floor), await measure(ours)];
await storeCollection(extension);
await extension.command("startRecording", { ...recordEverything, sites: ["microformats"] });
const recording = await measure(ours);
const row = (name: string, of: (figures: Figures) => number, unit: string): void => {
  const [a, b, c] = [of(without), of(withUs), of(recording)];
  const columns = [a, b, b - a, c, c - b].map((value) => value.toFixed(1).padStart(10));
  console.log(`${name.padEnd(34)}${columns.join("")} ${unit}`);
};
const heads = ["floor", "ours", "more", "recording", "more"].map((head) => head.padStart(10));
console.log(`${`${posts} posts`.padEnd(34)}${heads.join("")}`);
row("100 posts, fastest quarter", ({ batches }) => percentile(batches, 0.25), "ms CPU");
row("100 posts, median", ({ batches }) => percentile(batches, 0.5), "ms CPU");
for (const share of [0.5, 0.9, 0.99, 1])
  row(`one call, ${share * 100} % of ${withUs.calls.length}`, ({ calls }) => percentile(calls, share), "ms");
row("longest task of the page", ({ longest }) => longest, "ms");
row("heap at 1 000 posts", ({ heapAt1000 }) => heapAt1000, "kB");
row(`heap at ${posts} posts`, ({ heapAtEnd }) => heapAtEnd, "kB");
const [session] = await (await extension.page()).evaluate(readRows, ["research", "sessions"] as const);
const { seen } = session as Session;
console.log(`chips drawn: ${withUs.chips}, while recording ${recording.chips}; posts recorded: ${seen}`);
await floor.close();
await ours.close();
await sites.stop();
for (const folder of [folders[0], ...profiles]) rmSync(folder, { recursive: true, force: true });
