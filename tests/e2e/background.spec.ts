import type { browser } from "wxt/browser";
import type { Extension } from "../support/extension.ts";
import { badgeAppears, badgeStaysAway, html, northwind, visit } from "../support/pages.ts";
import { openAddresses } from "../support/targets.ts";
import { expect, test, testAlone } from "./fixtures.ts";

/** Stands in functions that run in the extension's own pages. */
declare const chrome: typeof browser;

const home = "https://northwind.example/";

test.beforeEach(({ sites }) => {
  sites.serve("northwind.example", html());
});

test.describe("before the first-run choice", () => {
  test("nothing runs; the welcome page is open", async ({ context, extension }) => {
    await expect
      .poll(() => context.pages().map((page) => page.url()))
      .toContain(extension.url("welcome.html"));
    const page = await context.newPage();
    await page.goto(home);
    await page.waitForTimeout(700);
    expect(await extension.tabState(page)).toBeUndefined();
    expect(await page.locator("backtalk-badge").count()).toBe(0);
  });

  test("open pages are read as soon as it is made", async ({ context, extension }) => {
    const page = await context.newPage();
    await page.goto(home);
    await extension.setUp();
    await expect.poll(async () => (await extension.tabState(page))?.resolution.brand?.name).toBe("Northwind");
  });
});

test.describe("on click", () => {
  test.beforeEach(async ({ extension }) => {
    await extension.store("local", { servers: [], feeds: [] });
    await extension.command("setRunMode", "on-click");
    await extension.seed(northwind);
  });

  testAlone(
    "a page is read when the toolbar is pressed, and the sidebar opens",
    async ({ context, extension }) => {
      const page = await context.newPage();
      await page.goto(home);
      await page.waitForTimeout(500);
      expect(await extension.tabState(page)).toBeUndefined();
      await extension.pressToolbar(page);
      await expect
        .poll(() => extension.tabState(page))
        .toMatchObject({ access: "on-click", title: "Northwind" });
      await page.locator("backtalk-badge").waitFor({ state: "attached" });
      await expect.poll(() => openAddresses(context)).toContain(extension.url("sidepanel.html"));
      // The next page is none of our business again.
      await page.goto(`${home}shoes`);
      await page.waitForTimeout(500);
      expect(await extension.tabState(page)).toBeUndefined();
      expect(await extension.toolbar(page)).toMatchObject({ text: "" });
    },
  );

  testAlone(
    "a page that was read goes on telling as it changes, and keeps no next one",
    async ({ context, extension, sites }) => {
      sites.serve("kite.example", html({ title: "Kite" }));
      const page = await context.newPage();
      await page.goto(home);
      await extension.pressToolbar(page);
      await expect.poll(async () => (await extension.tabState(page))?.title).toBe("Northwind");
      await page.evaluate(() => {
        history.pushState({}, "", "/shoes");
        document.title = "Shoes";
      });
      await expect
        .poll(() => extension.tabState(page))
        .toMatchObject({ access: "on-click", title: "Shoes", url: `${home}shoes` });
      await page.goto("https://kite.example/");
      await expect.poll(() => extension.tabState(page)).toBeUndefined();
    },
  );

  test("leaving all sites takes everything away", async ({ context, extension }) => {
    await extension.setUp();
    const tab = await visit(context, extension, home);
    await badgeAppears(tab);
    await extension.command("setRunMode", "on-click");
    await badgeStaysAway(tab);
    expect(await extension.tabState(tab.page)).toBeUndefined();
    await tab.page.reload();
    await badgeStaysAway(tab);
  });
});

test.describe("a worker that was killed", () => {
  test("reads the next page", async ({ backtalk, context }) => {
    await backtalk.seed(northwind);
    const blank = await visit(context, backtalk, home);
    await backtalk.killWorker(blank.page);
    await badgeAppears(await visit(context, backtalk, `${home}shoes`));
  });

  test("opens the sidebar from the badge, hides it, moves it", async ({ backtalk, context }) => {
    await backtalk.seed(northwind);
    const tab = await visit(context, backtalk, home);
    await badgeAppears(tab);
    await backtalk.killWorker(tab.page);
    await tab.badge.click(".open");
    await expect.poll(() => openAddresses(context)).toContain(backtalk.url("sidepanel.html"));
    await backtalk.killWorker(tab.page);
    await tab.badge.click(".more");
    await tab.badge.click("[role=menuitem]:nth-child(3)");
    await expect.poll(async () => (await backtalk.tabState(tab.page))?.quiet).toBe("site-off");
  });
});

testAlone(
  "an extension that is updated under open tabs replaces its own copies",
  async ({ backtalk, context }) => {
    await backtalk.seed(northwind);
    const tab = await visit(context, backtalk, home);
    await badgeAppears(tab);
    await backtalk.reload();
    await expect.poll(() => backtalk.tabState(tab.page)).toBeDefined();
    await expect.poll(() => tab.page.locator("backtalk-badge").count()).toBe(1);
    // The one that stands there is the new one: it still reaches the extension.
    await tab.badge.click(".more");
    await tab.badge.click("[role=menuitem]:nth-child(3)");
    await expect.poll(async () => (await backtalk.tabState(tab.page))?.quiet).toBe("site-off");
    // And the old reader is silent: one navigation, one report.
    await tab.page.evaluate(() => {
      history.pushState({}, "", "/shoes");
      document.title = "Shoes";
    });
    await expect.poll(async () => (await backtalk.tabState(tab.page))?.title).toBe("Shoes");
  },
);

testAlone("site access withheld: quiet, said, and still there on a press", async ({ backtalk, context }) => {
  await backtalk.seed(northwind);
  await backtalk.withholdSiteAccess();
  const page = await context.newPage();
  await page.goto(home);
  await page.waitForTimeout(700);
  const tabId = await backtalk.tabIdAt(1);
  expect(await backtalk.command("readTab", tabId)).toEqual({
    ok: false,
    error: { code: "permission", params: { reason: "site-access" } },
  });
  await backtalk.pressToolbar(page);
  await expect
    .poll(async () => Object.values(await backtalk.stored("session")))
    .toContainEqual(expect.objectContaining({ access: "on-click", title: "Northwind" }));
  await page.locator("backtalk-badge").waitFor({ state: "attached" });
});

test.describe("a tab that leaves a page", () => {
  const elsewhere = {
    "a document that cannot be read": "https://papers.example/report.pdf",
    "a page that does not come": "https://broken.example/",
    "a page of the browser": "chrome://version/",
  };
  for (const [what, url] of Object.entries(elsewhere))
    test(`for ${what} speaks of it no more`, async ({ backtalk, context, sites }) => {
      await backtalk.seed(northwind);
      sites.serve("papers.example", "%PDF-1.4", { "content-type": "application/pdf" });
      sites.serve("broken.example", () => ({ status: 302, headers: { location: url }, body: "" }));
      const { page } = await visit(context, backtalk, home);
      const tabId = await backtalk.tabId(page);
      await page.goto(url).catch(() => undefined);
      await expect
        .poll(async () => {
          const state = (await backtalk.stored("session"))[`tab:${tabId}`] as { url: string } | undefined;
          return state?.url === home;
        })
        .toBe(false);
    });
});

test("deleting everything with a reply in flight leaves nothing, and begins anew", async ({
  context,
  extension,
  sites,
}) => {
  const reply = Promise.withResolvers<void>();
  sites.serve("reviews.example", async () => {
    await reply.promise;
    return { headers: { "content-type": "application/json" }, body: JSON.stringify({ reviews: [] }) };
  });
  const tab = await context.newPage();
  await tab.goto(home);
  await extension.setUp(["https://reviews.example"]);
  await expect.poll(() => sites.seen.some(({ host }) => host === "reviews.example")).toBe(true);
  for (const page of context.pages()) if (page.url().endsWith("welcome.html")) await page.close();
  expect(await extension.command("deleteEverything")).toEqual({ ok: true });
  reply.resolve();
  await expect.poll(() => context.pages().map((page) => page.url())).toContain(extension.url("welcome.html"));
  // The reader is still in the page: it must not be heard.
  await tab.evaluate(() => {
    history.pushState({}, "", "/shoes");
    document.title = "Shoes";
  });
  await tab.waitForTimeout(1500);
  expect(Object.keys(await extension.stored("session")).filter((key) => key.startsWith("tab:"))).toEqual([]);
  expect(await extension.stored("local")).not.toHaveProperty("runMode");
  expect(await leftBehind(extension)).toEqual({ alarms: [], rows: 0 });
});

/** What the extension still has: alarms, and rows of requests, counters, tokens and sources. */
async function leftBehind(extension: Extension): Promise<{ alarms: string[]; rows: number }> {
  const page = await extension.page();
  return page.evaluate(async () => {
    let rows = 0;
    for (const [name, stores] of Object.entries({
      personal: ["ledger", "counters", "sites", "drafts", "keys"],
      community: ["tokens", "syncState"],
    })) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error!));
      });
      for (const store of stores.filter((store) => database.objectStoreNames.contains(store)))
        rows += await new Promise<number>((resolve) => {
          const count = database.transaction(store).objectStore(store).count();
          count.addEventListener("success", () => resolve(count.result));
        });
      database.close();
    }
    return { alarms: (await chrome.alarms.getAll()).map(({ name }) => name), rows };
  });
}
