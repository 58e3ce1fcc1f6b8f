import { readFileSync } from "node:fs";
import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from "@playwright/test";
import { findChromium, sandboxArguments } from "../browsers.mjs";

/** What a content script sent, and what it cost. */
interface Sent {
  /** Messages of the page map, in order. */
  readonly messages: readonly { readonly type: string; readonly data: unknown }[];
  /** What the script came to: the result of an injection. */
  readonly result: unknown;
  /**
   * CPU of the script in ms: Chromium's `ScriptDuration` in ticks of the page's thread, in the fastest of a few runs,
   * each in a world of its own. So a busy machine does not count, nor one that stands still between two instructions,
   * which ticks do not tell from work. Loading and a first, cold run are in it; the rest of the page is not, because
   * nothing of it runs.
   */
  readonly cpuMs: number;
}

/** A document in which the content scripts that ship can be run, each as often as wanted. */
interface OpenPage {
  readonly run: (script: string) => Promise<Sent>;
}

export interface RealDom {
  /** Opens a saved page at its address, uses it, and leaves it. Rejects where Chromium cannot open it. */
  readonly visit: <T>(url: string, file: string, use: (page: OpenPage) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/**
 * Nothing of the page but its own markup and styles: no script, no picture, no frame, no request. By policy rather
 * than by switching scripts off, which would make Chromium read `<noscript>` as content.
 */
const policy = "default-src 'none'; style-src 'unsafe-inline'";
/** One process for all sites: a process for each would cost more than everything that is measured. */
const lean = [
  "--renderer-process-limit=1",
  "--disable-site-isolation-trials",
  "--disable-features=IsolateOrigins,site-per-process,BackForwardCache",
  "--ignore-certificate-errors",
];
/** Generous: a machine that is busy with other things is slow, not wrong. */
const openMs = 60_000;
const runMs = 20_000;
/** Of one script in one page. */
const runs = 3;

/** A Chromium with as many tabs as pages are looked at side by side. @param build - Folder of the built extension. */
export async function openRealDom(build: string, tabs: number): Promise<RealDom> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: false,
    // Nothing resolves: whatever gets past the routes goes nowhere.
    args: [...sandboxArguments, ...lean, "--host-resolver-rules=MAP * ~NOTFOUND"],
  });
  const lanes = await Promise.all(Array.from({ length: tabs }, () => Lane.open(browser, build)));
  const waiting: ((lane: Lane) => void)[] = [];
  const free = [...lanes];
  return {
    async visit(url, file, use) {
      const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
      try {
        return await lane.visit(url, file, use);
      } finally {
        const next = waiting.shift();
        if (next) next(lane);
        else free.push(lane);
      }
    },
    close: () => browser.close(),
  };
}

/** One tab, with the page it is to show. */
class Lane {
  readonly #context: BrowserContext;
  readonly #build: string;
  #tab: { readonly page: Page; readonly cdp: CDPSession } | undefined;
  #body: { readonly url: string; readonly file: string } | undefined;

  private constructor(context: BrowserContext, build: string) {
    this.#context = context;
    this.#build = build;
  }

  static async open(browser: Browser, build: string): Promise<Lane> {
    const context = await browser.newContext({
      serviceWorkers: "block",
      viewport: { width: 1200, height: 800 },
    });
    const lane = new Lane(context, build);
    await context.route("**/*", async (route) => {
      const request = route.request();
      const body = lane.#body;
      if (!body || !request.isNavigationRequest() || request.frame().parentFrame()) return route.abort();
      lane.#body = undefined;
      const bytes = readFileSync(body.file);
      const charset = isUtf8(bytes) ? "; charset=utf-8" : "";
      await route.fulfill({
        body: bytes,
        headers: { "content-type": `text/html${charset}`, "content-security-policy": policy },
      });
    });
    return lane;
  }

  async visit<T>(url: string, file: string, use: (page: OpenPage) => Promise<T>): Promise<T> {
    const { page, cdp } = await this.#openTab();
    try {
      this.#body = { url, file };
      await page.goto(url, { waitUntil: "domcontentloaded", timeout: openMs });
      return await use({ run: (script) => fastestRun(cdp, readFileSync(join(this.#build, script), "utf8")) });
    } catch (error) {
      // Whatever it was, the next page gets a fresh tab.
      this.#tab = undefined;
      await closeSoon(page);
      throw error;
    } finally {
      this.#body = undefined;
    }
  }

  async #openTab(): Promise<{ readonly page: Page; readonly cdp: CDPSession }> {
    if (this.#tab) return this.#tab;
    const page = await this.#context.newPage();
    const cdp = await this.#context.newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    this.#tab = { page, cdp };
    return this.#tab;
  }
}

/** A tab that hangs is left behind rather than waited for. */
async function closeSoon(page: Page): Promise<void> {
  await Promise.race([
    page.close().catch(() => undefined),
    new Promise((resolve) => {
      setTimeout(resolve, 5000).unref();
    }),
  ]);
}

/** A world of a name that a page already has would be the same one. */
let worlds = 0;

async function isolatedWorld(cdp: CDPSession): Promise<number> {
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const { executionContextId } = await cdp.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: `backtalk-${++worlds}`,
  });
  return executionContextId;
}

async function fastestRun(cdp: CDPSession, code: string): Promise<Sent> {
  let fastest = await run(cdp, await isolatedWorld(cdp), code);
  for (let again = 1; again < runs; again += 1) {
    const next = await run(cdp, await isolatedWorld(cdp), code);
    if (next.cpuMs < fastest.cpuMs) fastest = next;
  }
  return fastest;
}

/** Runs a built content script as the browser would, with a stand-in for the part of the extension API it uses. */
async function run(cdp: CDPSession, world: number, code: string): Promise<Sent> {
  const before = await scriptSeconds(cdp);
  // In a task of its own: only those are counted as script.
  const expression = `new Promise((resolve, reject) => setTimeout(() => {
    const messages = [];
    const nothing = () => undefined;
    globalThis.chrome = { runtime: {
      id: "backtalk",
      sendMessage: (message) => { messages.push({ type: message.type, data: message.data }); return Promise.resolve(); },
      onMessage: { addListener: nothing, removeListener: nothing },
    } };
    try { const result = ${code.trim().replace(/;$/u, "")}; resolve({ messages, result }); } catch (error) { reject(error); }
  }))`;
  const { exceptionDetails, result } = await cdp.send("Runtime.evaluate", {
    expression,
    contextId: world,
    awaitPromise: true,
    returnByValue: true,
    timeout: runMs,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  const sent = result.value as Pick<Sent, "messages" | "result">;
  return { ...sent, cpuMs: ((await scriptSeconds(cdp)) - before) * 1000 };
}

async function scriptSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0;
}
