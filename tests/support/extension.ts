import { expect, type BrowserContext, type Page, type Worker } from "@playwright/test";
import type { TabState } from "../../lib/model/tab-state.ts";
import type { browser } from "wxt/browser";
import type { DailyBrandRow } from "../../lib/db/talk-rows.ts";
import { seedDaily, seededRows, seedSummaries, type SeededSummary } from "./seed.ts";

/** Stands in functions that run in the extension's own pages. */
declare const chrome: typeof browser;

/** The part of `chrome.developerPrivate` that is used. */
interface DeveloperPrivate {
  readonly updateProfileConfiguration: (update: { inDeveloperMode: boolean }) => Promise<void>;
  readonly reload: (id: string, options: { failQuietly: boolean }) => Promise<void>;
  readonly updateExtensionConfiguration: (update: {
    extensionId: string;
    hostAccess: "ON_CLICK" | "ON_ALL_SITES";
  }) => Promise<void>;
}

/** The extension in a running browser, as tests reach it: through its own pages, worker and storage. */
export class Extension {
  readonly context: BrowserContext;
  readonly id: string;
  /** What the worker said on its console as an error. */
  readonly complaints: string[] = [];
  #page: Page | undefined;

  private constructor(context: BrowserContext, id: string) {
    this.context = context;
    this.id = id;
    const listen = (worker: Worker): void => {
      worker.on("console", (message) => {
        if (message.type() === "error") this.complaints.push(message.text());
      });
    };
    context.serviceWorkers().forEach(listen);
    context.on("serviceworker", listen);
  }

  static async of(context: BrowserContext): Promise<Extension> {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    return new Extension(context, new URL(worker.url()).host);
  }

  url(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  /** The worker that lives now; a killed one is started again by the next event. */
  get worker(): Worker | undefined {
    return this.context.serviceWorkers().find((worker) => worker.url().includes(this.id));
  }

  /** A page of the extension that shows nothing and does nothing, to act from. */
  async page(): Promise<Page> {
    if (!this.#page || this.#page.isClosed()) {
      this.#page = await this.context.newPage();
      const page = this.#page;
      // While the extension starts again its pages are blocked.
      await expect(async () => void (await page.goto(this.url("manifest.json")))).toPass({ timeout: 60_000 });
    }
    return this.#page;
  }

  /** Sends a command of the `ui` map from an extension page. */
  async command(type: string, data?: unknown): Promise<unknown> {
    const page = await this.page();
    return page.evaluate(
      async ([type, data]) => {
        const reply: unknown = await chrome.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() });
        return (reply as { res?: unknown }).res;
      },
      [type, data] as const,
    );
  }

  /** Puts values into `storage.local` or `storage.session`. */
  async store(area: "local" | "session", items: Record<string, unknown>): Promise<void> {
    const page = await this.page();
    await page.evaluate(async ([area, items]) => chrome.storage[area as "local"].set(items), [
      area,
      items,
    ] as const);
  }

  async stored(area: "local" | "session"): Promise<Record<string, unknown>> {
    const page = await this.page();
    return page.evaluate(async (area) => chrome.storage[area as "local"].get(null), area);
  }

  /** The first-run choice "on all sites", with no server and no feed unless told. */
  async setUp(servers: readonly string[] = [], feeds: readonly string[] = []): Promise<void> {
    await this.store("local", { servers, feeds });
    const reply = await this.command("setRunMode", "all-sites");
    expect(reply).toEqual({ ok: true });
  }

  async seed(...summaries: readonly SeededSummary[]): Promise<void> {
    const page = await this.page();
    await page.evaluate(seedSummaries, seededRows(summaries));
  }

  /** A daily file has come: what it tells of brands, in place of what it told before. */
  async seedDaily(...rows: readonly DailyBrandRow[]): Promise<void> {
    const page = await this.page();
    await page.evaluate(seedDaily, rows);
  }

  async tabId(page: Page): Promise<number> {
    const own = await this.page();
    const id = await own.evaluate(
      async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
      page.url(),
    );
    if (id === undefined) throw new Error(`no tab shows ${page.url()}`);
    return id;
  }

  async tabState(page: Page): Promise<TabState | undefined> {
    const key = `tab:${await this.tabId(page)}`;
    return (await this.stored("session"))[key] as TabState | undefined;
  }

  /** What the toolbar shows for a page. */
  async toolbar(page: Page): Promise<{ text: string; title: string }> {
    const tabId = await this.tabId(page);
    const own = await this.page();
    return own.evaluate(
      async (tabId) => ({
        text: await chrome.action.getBadgeText({ tabId }),
        title: await chrome.action.getTitle({ tabId }),
      }),
      tabId,
    );
  }

  /** Presses the real toolbar button over a page. */
  async pressToolbar(page: Page): Promise<void> {
    const cdp = await this.context.browser()!.newBrowserCDPSession();
    const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    // Not in Playwright's list of commands yet.
    const send = cdp.send.bind(cdp) as unknown as (method: string, parameters: object) => Promise<unknown>;
    await send("Extensions.triggerAction", { id: this.id, targetId: tab?.targetId });
    await cdp.detach();
  }

  /** Ends the extension and starts it again, as an update does. Its pages close. */
  async reload(): Promise<void> {
    await this.#manage(async ({ updateProfileConfiguration, reload }, id) => {
      // Without it Chromium leaves an unpacked extension off.
      await updateProfileConfiguration({ inDeveloperMode: true });
      await reload(id, { failQuietly: true });
    });
  }

  /** Puts the browser's own "site access" of the extension to "on click". */
  async withholdSiteAccess(): Promise<void> {
    await this.#manage(({ updateExtensionConfiguration }, extensionId) =>
      updateExtensionConfiguration({ extensionId, hostAccess: "ON_CLICK" }),
    );
  }

  /** Does something on the browser's own page about extensions. */
  async #manage(act: (api: DeveloperPrivate, id: string) => Promise<void>): Promise<void> {
    const page = await this.context.newPage();
    await page.goto("chrome://extensions/");
    await page.evaluate(`(${String(act)})(chrome.developerPrivate, ${JSON.stringify(this.id)})`);
    await page.close();
  }

  /** Id of the tab at a place in the row of tabs, counted from the end: 0 is the last. */
  async tabIdAt(fromEnd: number): Promise<number> {
    const own = await this.page();
    return own.evaluate(async (fromEnd) => (await chrome.tabs.query({})).at(-1 - fromEnd)!.id!, fromEnd);
  }

  /** Kills the service worker as the browser does after a while. */
  async killWorker(page: Page): Promise<void> {
    const cdp = await this.context.newCDPSession(page);
    await cdp.send("ServiceWorker.enable");
    await cdp.send("ServiceWorker.stopAllWorkers");
    await cdp.detach();
  }
}
