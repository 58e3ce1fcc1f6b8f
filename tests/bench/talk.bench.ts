/**
 * The Talk tab in the built extension, in a real Chromium: from the press on the tab to the first stories on screen,
 * with 500 threads stored (budget: 100 ms); and with eight places under way from writing a place's answer to its
 * first story on screen (budget: 50 ms). Prints figures, asserts nothing.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ensureBuilt } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { Extension } from "../support/extension.ts";
import { html } from "../support/pages.ts";
import { SiteServer } from "../support/site-server.ts";
import { answer, clearTalk, putTalk, thread } from "../support/talk-world.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const places = Array.from({ length: 8 }, (_, index) => `place${index}`);
const stored = 500;

/** Stands in the sidebar's page. */
interface Watching {
  /** When the first story stood on screen, in epoch ms with fractions. */
  firstStory(): Promise<number>;
  press(tab: string): number;
}

/** Runs in the sidebar before its own code. */
function watch(): void {
  const all = (root: Document | ShadowRoot, selector: string): Element[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot ? all(shadowRoot, selector) : [],
    ),
  ];
  const { timeOrigin } = performance;
  const now = (): number => timeOrigin + performance.now();
  const watching: Watching = {
    // A frame's callback runs before that frame is drawn: the one after it knows that it was.
    firstStory: () =>
      new Promise((resolve) => {
        const look = (): void => {
          if (all(document, "article.story").length > 0) requestAnimationFrame(() => resolve(now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
    press(tab) {
      const at = now();
      const found = all(document, `[role=tab][data-id=${tab}]`)[0] as HTMLElement | undefined;
      found?.click();
      return at;
    },
  };
  Object.assign(globalThis, { watching });
}
declare const watching: Watching;

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? Number.NaN;

function print(name: string, times: readonly number[]): void {
  const [median, high] = [quantile(times, 0.5).toFixed(0), quantile(times, 0.9).toFixed(0)];
  console.log(`${name.padEnd(56)} ${median} ms, 90 %: ${high} ms; first: ${(times[0] ?? 0).toFixed(0)} ms`);
}

async function openSidebar(extension: Extension, address: string): Promise<Page> {
  const sidebar = await extension.context.newPage();
  await sidebar.setViewportSize({ width: 380, height: 800 });
  await sidebar.addInitScript(watch);
  await sidebar.goto(address);
  await sidebar.getByRole("tab", { name: "Talk" }).waitFor();
  return sidebar;
}

/** Cold for the page, warm for the disk: each time another sidebar. */
async function opening(extension: Extension, address: string): Promise<readonly number[]> {
  const own = await extension.page();
  await putTalk(own, {
    answers: places.map((place, at) =>
      answer(place, {
        threads: Array.from({ length: Math.ceil(stored / places.length) }, (_, index) =>
          thread(place, String(index), {
            publishedAt: Date.now() - index * 3_600_000 - at,
            about: `https://news${index % 30}.example/articles/${index}?utm_source=${place}`,
            excerpt: "Some words about it that go on for a while. ".repeat(6),
          }),
        ),
      }),
    ),
  });
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sidebar = await openSidebar(extension, address);
    times.push(
      await sidebar.evaluate(async () => {
        const pressed = watching.press("talk");
        return (await watching.firstStory()) - pressed;
      }),
    );
    await sidebar.close();
  }
  return times;
}

async function arriving(extension: Extension, address: string): Promise<readonly number[]> {
  const own = await extension.page();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await clearTalk(own);
    await putTalk(own, { answers: places.map((place) => answer(place, { state: "asked" })) });
    const sidebar = await openSidebar(extension, address);
    await sidebar.getByRole("tab", { name: "Talk" }).click();
    await sidebar.getByText("0 of 8 places have answered").waitFor();
    const seen = sidebar.evaluate(() => watching.firstStory());
    const threads = Array.from({ length: 40 }, (_, index) => thread("place3", String(index)));
    const began = await putTalk(own, { answers: [answer("place3", { threads })] });
    times.push((await seen) - began);
    await sidebar.close();
  }
  return times;
}

ensureBuilt("chrome");
const sites = await SiteServer.start();
sites.serve("northwind.example", html());
const profile = mkdtempSync(join(tmpdir(), "backtalk-bench-"));
const context = await launchChromium(sites.port, { profile });
try {
  const extension = await Extension.of(context);
  await extension.setUp();
  await extension.seed();
  const tab = await context.newPage();
  await tab.goto("https://northwind.example/");
  while (!(await extension.tabState(tab))) await tab.waitForFunction(() => true);
  const address = extension.url(`sidepanel.html?tab=${await extension.tabId(tab)}`);
  print(`Talk with ${stored} threads stored, from the press`, await opening(extension, address));
  print("First answer of eight, from the beginning of its writing", await arriving(extension, address));
} finally {
  await context.close();
  await sites.stop();
  rmSync(profile, { recursive: true, force: true });
}
