import { badgeAppears, badgeStaysAway, html, northwind, visit } from "../support/pages.ts";
import { openAddresses } from "../support/targets.ts";
import { expect, test } from "./fixtures.ts";

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

  test("a page is read when the toolbar is pressed, and the sidebar opens", async ({
    context,
    extension,
  }) => {
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
    expect((await extension.tabState(page))?.url).not.toBe(`${home}shoes`);
  });

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
    await tab.badge.click("[role=menuitem]:nth-child(2)");
    await expect.poll(async () => (await backtalk.tabState(tab.page))?.quiet).toBe("site-off");
  });
});

test("an extension that is updated under open tabs replaces its own copies", async ({
  backtalk,
  context,
}) => {
  await backtalk.seed(northwind);
  const tab = await visit(context, backtalk, home);
  await badgeAppears(tab);
  await backtalk.reload();
  await expect.poll(() => backtalk.tabState(tab.page)).toBeDefined();
  await expect.poll(() => tab.page.locator("backtalk-badge").count()).toBe(1);
  // The one that stands there is the new one: it still reaches the extension.
  await tab.badge.click(".more");
  await tab.badge.click("[role=menuitem]:nth-child(2)");
  await expect.poll(async () => (await backtalk.tabState(tab.page))?.quiet).toBe("site-off");
  // And the old reader is silent: one navigation, one report.
  await tab.page.evaluate(() => {
    history.pushState({}, "", "/shoes");
    document.title = "Shoes";
  });
  await expect.poll(async () => (await backtalk.tabState(tab.page))?.title).toBe("Shoes");
});

test("site access withheld: quiet, said, and still there on a press", async ({ backtalk, context }) => {
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
