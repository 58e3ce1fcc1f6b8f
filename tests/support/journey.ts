import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { openExtensionBrowser, type ExtensionBrowser } from "../../scripts/browser/extension-browser.ts";
import { underTest } from "./chromium.ts";
import { Extension } from "./extension.ts";
import { html } from "./pages.ts";
import { SiteServer } from "./site-server.ts";
import { closePanels } from "./targets.ts";

export interface JourneyOptions {
  /** Folder of the built extension. */
  readonly folder?: string;
  readonly sites?: SiteServer;
}

/**
 * One browser with a fresh profile, for all tests of a file: starting one takes longer than most of them. Tests
 * stay apart by `freshStart`, or by writing about subjects of their own.
 */
export class Journey {
  readonly sites: SiteServer;
  readonly browser: ExtensionBrowser;
  readonly extension: Extension;
  readonly #ownsSites: boolean;

  private constructor(
    sites: SiteServer,
    browser: ExtensionBrowser,
    extension: Extension,
    ownsSites: boolean,
  ) {
    this.sites = sites;
    this.browser = browser;
    this.extension = extension;
    this.#ownsSites = ownsSites;
  }

  static async begin({ folder, sites }: JourneyOptions = {}): Promise<Journey> {
    const all = sites ?? (await SiteServer.start());
    const browser = await openExtensionBrowser(underTest(all.port, folder));
    return new Journey(all, browser, await Extension.of(browser.context), sites === undefined);
  }

  get context(): BrowserContext {
    return this.browser.context;
  }

  /** The person closes the browser and opens it again. This journey is over then; the answer goes on. */
  async restart(): Promise<Journey> {
    const browser = await this.browser.restart();
    return new Journey(this.sites, browser, await Extension.of(browser.context), this.#ownsSites);
  }

  async end(): Promise<void> {
    await this.browser.close();
    if (this.#ownsSites) await this.sites.stop();
  }

  /** Closes every page and deletes everything that the extension keeps, as a person can. */
  async freshStart(): Promise<void> {
    await this.closePages();
    await closePanels(this.context);
    await this.context.setOffline(false);
    expect(await this.extension.command("deleteEverything")).toEqual({ ok: true });
    // What a worker keeps in mind, such as a server that asked for a pause, goes with it.
    await this.killWorker();
    this.sites.seen.length = 0;
    this.extension.complaints.length = 0;
  }

  /** Closes every page but the one to act from. */
  async closePages(): Promise<void> {
    const own = await this.extension.page();
    for (const page of this.context.pages()) if (page !== own) await page.close();
  }

  /** A small site about a brand: its name is all that it says. */
  serveBrand(host: string, name: string): string {
    const site = { "@context": "https://schema.org", "@type": "Organization", name, url: `https://${host}/` };
    const head = `<meta property="og:site_name" content="${name}"><script type="application/ld+json">${JSON.stringify(site)}</script>`;
    this.sites.serve(host, html({ title: name, head, body: `<h1>${name}</h1>` }));
    return `https://${host}/`;
  }

  /** Opens a page and waits until the extension has read it. */
  async visit(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    await expect.poll(() => this.extension.tabState(page)).toBeDefined();
    return page;
  }

  /** The sidebar about a page's tab, in a tab of its own: the same page as the panel, easier to look at. */
  async sidebarFor(page: Page): Promise<Page> {
    const tabId = await this.extension.tabId(page);
    return this.ownPage(`sidepanel.html?tab=${tabId}`, { width: 400, height: 900 });
  }

  /** Opens a site and the sidebar about it. */
  async sidebarAbout(url: string): Promise<Page> {
    return this.sidebarFor(await this.visit(url));
  }

  /** Opens a page of the extension. */
  async ownPage(path: string, size = { width: 1000, height: 900 }): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize(size);
    await page.goto(this.extension.url(path));
    return page;
  }

  /** Kills the worker, from a page that does not care. */
  async killWorker(): Promise<void> {
    await this.extension.killWorker(await this.extension.page());
  }

  /** How many rows a table of the extension's databases has. */
  async rows(database: "personal" | "community" | "research", store: string): Promise<number> {
    const own = await this.extension.page();
    return own.evaluate(countRows, [database, store] as const);
  }

  /** All rows of a table of the extension's databases. */
  async allRows<Row>(
    database: "personal" | "community" | "research",
    store: string,
  ): Promise<readonly Row[]> {
    const own = await this.extension.page();
    return (await own.evaluate(readRows, [database, store] as const)) as readonly Row[];
  }

  /**
   * Lets the time come for whatever a job waits for: its rows become due, and its alarm rings as the browser rings
   * it. Nobody sits out a back-off.
   */
  async timePasses(job: "outbox" | "sync"): Promise<void> {
    const own = await this.extension.page();
    const place = {
      outbox: { database: "personal", store: "outbox", field: "sendAt" },
      sync: { database: "community", store: "syncState", field: "nextRunAt" },
    }[job];
    await own.evaluate(makeDue, { job, ...place });
  }
}

/** Runs in an extension page. */
async function countRows([database, store]: readonly [string, string]): Promise<number> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error!));
  });
  const request = opened.transaction(store).objectStore(store).count();
  await new Promise((resolve) => request.addEventListener("success", resolve));
  opened.close();
  return request.result;
}

/** Runs in an extension page. */
export async function readRows([database, store]: readonly [string, string]): Promise<unknown[]> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error!));
  });
  const request = opened.transaction(store).objectStore(store).getAll();
  await new Promise((resolve) => request.addEventListener("success", resolve));
  opened.close();
  return request.result;
}

interface DuePlace {
  readonly job: string;
  readonly database: string;
  readonly store: string;
  readonly field: string;
}

/** Runs in an extension page. */
async function makeDue({ job, database, store, field }: DuePlace): Promise<void> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error!));
  });
  const transaction = opened.transaction(store, "readwrite");
  const rows = transaction.objectStore(store).openCursor();
  rows.addEventListener("success", () => {
    const cursor = rows.result;
    if (!cursor) return;
    cursor.update({ ...cursor.value, [field]: Date.now() });
    cursor.continue();
  });
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  opened.close();
  const { alarms } = (globalThis as unknown as { chrome: { alarms: Alarms } }).chrome;
  await alarms.create(job, { when: Date.now() });
}

interface Alarms {
  create(name: string, info: { readonly when: number }): Promise<void>;
}
