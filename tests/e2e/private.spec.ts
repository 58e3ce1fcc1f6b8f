import { expect, test } from "@playwright/test";
import type { browser } from "wxt/browser";
import type { Extension } from "../support/extension.ts";
import { pressEntryIn } from "../support/menu-press.ts";
import { html, northwind } from "../support/pages.ts";
import { Journey } from "../support/journey.ts";
import { RecordingJourney } from "../support/recording.ts";

/** Stands in functions that run in the extension's own pages. */
declare const chrome: typeof browser;

test.describe.configure({ mode: "default" });

const home = "https://northwind.example/";

/** What the person does on the browser's page about extensions: "Allow in Incognito". The extension starts again. */
async function allowInPrivate({ context, id }: Extension): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://extensions/");
  await page.evaluate(
    `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
      .then(() => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${JSON.stringify(id)}, incognitoAccess: true }))`,
  );
  await page.close();
}

/** Opens an address in a private window. @returns The tab's id. */
async function openPrivately(extension: Extension, url: string): Promise<number | undefined> {
  const page = await extension.page();
  return page.evaluate(async (url) => {
    const opened = await chrome.windows.create({ incognito: true, url });
    return opened?.tabs?.[0]?.id;
  }, url);
}

/** Rows of whatever tells of visits. */
async function traces(extension: Extension): Promise<number> {
  const page = await extension.page();
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("personal");
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error!));
    });
    let rows = 0;
    for (const store of ["counters", "drafts", "ledger", "sites"])
      rows += await new Promise<number>((resolve) => {
        const count = database.transaction(store).objectStore(store).count();
        count.addEventListener("success", () => resolve(count.result));
      });
    database.close();
    return rows;
  });
}

const post = (who: string): string =>
  `<article class="h-entry"><span class="p-author h-card"><b class="p-name">${who}</b></span> <a class="u-url" href="/1">1 h</a><div class="e-content">Northwind again.</div></article>`;

let journey: Journey;

test.beforeAll(async () => {
  journey = await Journey.begin();
  await allowInPrivate(journey.extension);
});

test.beforeEach(async () => {
  journey.sites.serve("northwind.example", html());
  await journey.freshStart();
  await journey.extension.setUp();
  await journey.extension.seed(northwind);
});

test.afterEach(() => {
  expect(journey.extension.complaints).toEqual([]);
});

test.afterAll(async () => {
  await journey?.end();
});

test("a page in a private window is not read", async () => {
  const { extension, sites } = journey;
  const tabId = await openPrivately(extension, home);
  expect(tabId).toBeDefined();
  await expect.poll(() => sites.seen.some(({ host }) => host === "northwind.example")).toBe(true);
  await (await extension.page()).waitForTimeout(1500);
  expect(await extension.stored("session")).not.toHaveProperty(`tab:${tabId}`);
  expect(await traces(extension)).toBe(0);
});

test("one that was asked for is read, and lives in memory alone", async () => {
  const { extension } = journey;
  const tabId = await openPrivately(extension, home);
  await expect.poll(() => extension.command("readTab", tabId)).toMatchObject({ ok: true });
  expect((await extension.stored("session"))[`tab:${tabId}`]).toMatchObject({
    isPrivate: true,
    quiet: "private",
    title: "Northwind",
  });
  expect(await traces(extension)).toBe(0);
  expect(JSON.stringify(await extension.stored("local"))).not.toContain("northwind");
});

test("with the badge allowed there, pages are read and never counted", async () => {
  const { extension } = journey;
  await extension.store("local", { badgeInPrivate: true });
  const tabId = await openPrivately(extension, home);
  await expect
    .poll(async () => (await extension.stored("session"))[`tab:${tabId}`])
    .toMatchObject({ isPrivate: true, access: "all-sites" });
  expect(await traces(extension)).toBe(0);
});

test("nothing is collected there for research, and the line that says so holds no address", async () => {
  const { extension, sites } = journey;
  const tabId = await openPrivately(extension, home);
  await expect.poll(() => sites.seen.some(({ host }) => host === "northwind.example")).toBe(true);
  await pressEntryIn(journey, tabId!, { menuItemId: "collect-post", pageUrl: home });
  await expect
    .poll(async () => (await extension.stored("session"))["collected"])
    .toEqual({ tabId, outcome: { kind: "refused", reason: "private" }, at: expect.any(Number) });
  expect(JSON.stringify(await extension.stored("local"))).not.toContain("northwind");
});

test("nothing of it is recorded, though pages beside it are", async () => {
  const { extension, sites } = journey;
  const research = new RecordingJourney(journey);
  await research.collect();
  expect(await research.start({ sites: ["microformats"] })).toMatchObject({ ok: true });
  await extension.store("local", { badgeInPrivate: true });
  sites.serve("secret.example", html({ title: "Secret", body: `<main>${post("Private")}</main>` }));
  sites.serve("open.example", html({ title: "Open", body: `<main>${post("Public")}</main>` }));
  const tabId = await openPrivately(extension, "https://secret.example/");
  await expect
    .poll(async () => (await extension.stored("session"))[`tab:${tabId}`])
    .toMatchObject({ isPrivate: true, posts: { sites: ["microformats"] } });
  await journey.visit("https://open.example/");
  await expect.poll(async () => (await research.session())?.seen).toBe(1);
  expect((await research.items()).map(({ author }) => author)).toEqual(["Public"]);
  expect(JSON.stringify(await extension.stored("local"))).not.toContain("secret");
});
