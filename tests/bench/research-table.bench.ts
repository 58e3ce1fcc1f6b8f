/**
 * Scrolling the research table in the built extension, in a real Chromium: frames while the wheel turns, while the
 * scrollbar is dragged from end to end, and while a key is held; over all items of a collection, and beside them an
 * element of the same height without anything in it, which is what the browser alone takes. Prints the longest frame,
 * frames over 50 ms, and how long the longest sight of rows that had not been read lasted. Asserts nothing.
 *
 * `BENCH_RESEARCH_ITEMS=1000000` chooses the size; a million take some minutes to store.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ensureBuilt } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { Extension } from "../support/extension.ts";
import { keylessCollection, putResearch } from "../support/fill-research.ts";
import { SiteServer } from "../support/site-server.ts";
import { researchItems } from "./in-page/research-items.ts";

const total = Number(process.env["BENCH_RESEARCH_ITEMS"] ?? 1_000_000);
const collection = "bench";

/** Runs in an extension page: stores items by plain puts, 2,000 a transaction. */
async function store(make: typeof researchItems, id: string, count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("research");
    request.addEventListener("success", () => resolve(request.result));
  });
  for (let at = 0; at < count; at += 2000) {
    const transaction = database.transaction("items", "readwrite", { durability: "relaxed" });
    for (const item of make(id, at, Math.min(2000, count - at))) transaction.objectStore("items").add(item);
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  }
  database.close();
}

interface Frames {
  readonly lengths: readonly number[];
  /** Longest time during which rows were in sight that had not been read. */
  readonly blankMs: number;
}

interface Watching {
  start(): void;
  stop(): Frames;
}

/** Runs in the page: notes when each frame began, and whether rows in sight were still to come. */
function watch(): void {
  let times: number[] = [];
  /** Which watch is on: a frame asked for by the one before counts for nothing. */
  let run = 0;
  let [blankSince, blankMs] = [0, 0];
  const all = (root: Document | ShadowRoot): Element | undefined => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches(".scroller, .plain")) return element;
      const inside = element.shadowRoot ? all(element.shadowRoot) : undefined;
      if (inside) return inside;
    }
    return undefined;
  };
  let scroller: Element | undefined;
  const isBlank = (): boolean => {
    scroller ??= all(document);
    const view = scroller?.getBoundingClientRect();
    if (!view || !scroller?.matches(".scroller")) return false;
    const rows = [...scroller.querySelectorAll(".body .row")].map((row) => ({
      box: row.getBoundingClientRect(),
      isComing: row.querySelector(".coming") !== null,
    }));
    const [top, bottom] = [view.top + 40, view.bottom - 2];
    const covered = rows.length > 0 && rows[0]!.box.top <= top && rows.at(-1)!.box.bottom >= bottom;
    return !covered || rows.some(({ box, isComing }) => isComing && box.bottom > top && box.top < bottom);
  };
  const tick = (now: number, own: number): void => {
    if (own !== run) return;
    times.push(now);
    if (isBlank()) {
      blankSince ||= now;
      blankMs = Math.max(blankMs, now - blankSince);
    } else blankSince = 0;
    requestAnimationFrame((next) => tick(next, own));
  };
  const watching: Watching = {
    start() {
      [times, run, blankSince, blankMs] = [[], run + 1, 0, 0];
      const own = run;
      requestAnimationFrame((now) => tick(now, own));
    },
    stop() {
      run += 1;
      return { lengths: times.slice(1).map((at, index) => at - times[index]!), blankMs };
    },
  };
  Object.assign(globalThis, { watching });
}
declare const watching: Watching;

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? Number.NaN;

function print(what: string, { lengths, blankMs }: Frames): void {
  const long = lengths.filter((ms) => ms > 50).length;
  const figures = [
    `${lengths.length} frames`,
    `median ${quantile(lengths, 0.5).toFixed(1)} ms`,
    `99 % ${quantile(lengths, 0.99).toFixed(1)} ms`,
    `longest ${Math.max(...lengths).toFixed(1)} ms`,
    `over 50 ms: ${long}`,
    `rows to come: ${blankMs.toFixed(0)} ms`,
  ];
  console.log(`${what.padEnd(34)} ${figures.join(", ")}`);
}

async function measured(page: Page, what: string, act: () => Promise<void>): Promise<void> {
  await page.evaluate(() => watching.start());
  await act();
  print(what, await page.evaluate(() => watching.stop()));
}

async function wheel(page: Page): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 120);
}

/** Drags the thumb from one end to the other and back. */
async function drag(page: Page, box: { x: number; y: number; width: number; height: number }): Promise<void> {
  const x = box.x + box.width - 6;
  const [top, bottom] = [box.y + 12, box.y + box.height - 12];
  await page.mouse.move(x, top);
  await page.mouse.down();
  await page.mouse.move(x, bottom, { steps: 40 });
  await page.mouse.move(x, top, { steps: 40 });
  await page.mouse.up();
}

async function held(page: Page, key: string): Promise<void> {
  for (let press = 0; press < 60; press += 1) await page.keyboard.press(key);
}

async function scrollAll(page: Page, name: string, selector: string): Promise<void> {
  // A tab behind another is drawn once a second.
  await page.bringToFront();
  const scroller = page.locator(selector).first();
  const box = (await scroller.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await measured(page, `${name}: wheel`, async () => wheel(page));
  await measured(page, `${name}: scrollbar, there and back`, async () => drag(page, box));
}

ensureBuilt("chrome");
const profile = mkdtempSync(join(tmpdir(), "backtalk-table-"));
const sites = await SiteServer.start();
const context = await launchChromium(sites.port, { profile });
try {
  const extension = await Extension.of(context);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.addInitScript(watch);
  await page.goto(extension.url("research.html"));
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(putResearch, { collections: [keylessCollection(collection)] });
  const stored = performance.now();
  // As text, because a function cannot be handed to a page as an argument.
  await page.evaluate(
    `(${String(store)})(${String(researchItems)}, ${JSON.stringify(collection)}, ${total})`,
  );
  console.log(`${total} items stored in ${((performance.now() - stored) / 1000).toFixed(0)} s`);
  const opened = performance.now();
  await page.reload();
  await page.locator("bt-item-table .body .row .text").first().waitFor({ timeout: 600_000 });
  console.log(
    `first rows after ${((performance.now() - opened) / 1000).toFixed(1)} s (index made for the first time)`,
  );
  await scrollAll(page, "table", "bt-item-table .scroller");
  await page.locator("bt-item-table .scroller").first().focus();
  await measured(page, "table: j held", async () => held(page, "j"));
  await measured(page, "table: Page Down held", async () => held(page, "PageDown"));

  const empty = await context.newPage();
  await empty.setViewportSize({ width: 1280, height: 800 });
  await empty.addInitScript(watch);
  await empty.goto(extension.url("manifest.json"));
  await empty.evaluate(() => {
    document.body.innerHTML = "";
    const scroller = document.createElement("div");
    scroller.className = "plain";
    scroller.style.cssText = "position:fixed;inset:0;overflow:auto";
    const tall = document.createElement("div");
    tall.style.blockSize = "15000000px";
    scroller.append(tall);
    document.body.append(scroller);
  });
  await scrollAll(empty, "nothing", ".plain");
} finally {
  await context.close();
  await sites.stop();
  rmSync(profile, { recursive: true, force: true });
}
