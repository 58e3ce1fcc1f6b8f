import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import type { browser } from "wxt/browser";
import { launchChromium } from "../support/chromium.ts";
import {
  composerLine,
  fill,
  isAccepted,
  openComposer,
  post,
  pressPost,
  sendNow,
  textField,
} from "../support/composer.ts";
import { Extension } from "../support/extension.ts";
import { HubHost } from "../support/hub-host.ts";
import { journeyWithHub } from "../support/hub-journey.ts";
import type { Journey } from "../support/journey.ts";
import { pressMenu, select } from "../support/menu-press.ts";
import { html } from "../support/pages.ts";

/** Stands in functions that run in the extension's worker. */
declare const chrome: typeof browser;

// One browser for the file; each test begins with everything deleted.
test.describe.configure({ mode: "default" });

const claim = "Made to last a lifetime, or your money back.";
let journey: Journey;
let hub: HubHost;

journeyWithHub((...both) => {
  [journey, hub] = both;
});

/** A small site about a brand, with something to select. */
function serveClaim(host: string, name: string): string {
  const url = journey.serveBrand(host, name);
  const head = `<meta property="og:site_name" content="${name}">`;
  journey.sites.serve(host, html({ title: name, head, body: `<h1>${name}</h1><p>${claim}</p>` }));
  return url;
}

async function intent(): Promise<unknown> {
  return (await journey.extension.stored("session"))["intent"];
}

test("a selection becomes a quote, is posted with one's own words, and never by itself", async () => {
  const page = await journey.visit(serveClaim("claim.example", "Claim & Co"));
  const selected = await select(page);
  expect(selected).toBe(claim);
  await pressMenu(journey, page, selected);
  // What is quoted is what was selected then: the page is not asked again.
  await page.locator("p").evaluate((element) => (element.textContent = "Nothing is promised."));

  const sidebar = await journey.sidebarFor(page);
  await expect(textField(sidebar)).toHaveValue(`“${claim}”\n\n`);
  await expect(textField(sidebar)).toBeFocused();
  await expect.poll(intent).toBeUndefined();
  await expect(sidebar.getByText("Draft saved")).toBeVisible();
  expect(hub.submissions).toEqual([]);

  await sidebar.keyboard.type("It lasted a winter.");
  await fill(sidebar, { stars: 2 });
  await pressPost(sidebar);
  await sendNow(sidebar);
  await isAccepted(sidebar);
  const [token] = await hub.tokensAbout("https://claim.example");
  expect(token?.payload).toMatchObject({ rating: 25, opinion: `“${claim}”\n\nIt lasted a winter.` });
});

test("a quote comes behind what was begun, also on a page that only a press may read", async () => {
  const url = serveClaim("begun.example", "Begun");
  const first = await journey.sidebarAbout(url);
  await openComposer(first);
  await fill(first, { text: "The laces gave up." });
  await expect(first.getByText("Draft saved")).toBeVisible();
  await first.close();

  await journey.extension.command("setRunMode", "on-click");
  const page = await journey.context.newPage();
  await page.goto(`${url}about`);
  expect(await journey.extension.tabState(page)).toBeUndefined();
  const sidebar = await journey.sidebarFor(page);
  await expect(sidebar.getByRole("button", { name: "Read this page" })).toBeVisible();
  await pressMenu(journey, page, await select(page));
  await expect(textField(sidebar)).toHaveValue(`The laces gave up.\n\n“${claim}”\n\n`);
});

test("what was selected goes when its page does", async () => {
  const page = await journey.visit(serveClaim("gone.example", "Gone"));
  await pressMenu(journey, page, await select(page));
  await expect.poll(intent).toMatchObject({ selection: claim });
  await page.goto(serveClaim("next.example", "Next"));
  await expect.poll(intent).toBeUndefined();
  await pressMenu(journey, page, await select(page));
  await page.close();
  await expect.poll(intent).toBeUndefined();
});

test("without a selection the composer opens empty, and on a stranger's account about the whole site", async () => {
  journey.sites.serve(
    "x.com",
    html({ title: "jane (@jane_nobody) / X", body: "<h1>jane</h1><p>Hello.</p>" }),
  );
  const page = await journey.visit("https://x.com/jane_nobody");
  await pressMenu(journey, page);
  const sidebar = await journey.sidebarFor(page);
  await expect(textField(sidebar)).toHaveValue("");
  await expect(sidebar.locator("bt-composer-form")).toContainText("https://x.com");
  await expect(sidebar.locator("bt-composer-form")).not.toContainText("jane");
  await fill(sidebar, { stars: 3 });
  await expect(sidebar.getByText("Draft saved")).toBeVisible();
  const drafts = await journey.allRows<{ subject: string }>("personal", "drafts");
  expect(drafts.map(({ subject }) => subject)).toEqual(["https://x.com"]);
});

/** Runs in the worker. */
async function isMenuItem(id: string): Promise<boolean> {
  try {
    await chrome.contextMenus.update(id, {});
    return true;
  } catch {
    return false;
  }
}

test("both entries stand in the browser's menu", async () => {
  const standing = ["talk-back", "talk-back-selection", "no-such-entry"].map((id) =>
    journey.extension.worker!.evaluate(isMenuItem, id),
  );
  expect(await Promise.all(standing)).toEqual([true, true, false]);
});

test.describe("a draft", () => {
  const words = "Waited three weeks for the second shoe.";

  test("survives its tab, its sidebar and the worker", async () => {
    const url = serveClaim("survives.example", "Survives");
    const page = await journey.visit(url);
    const first = await journey.sidebarFor(page);
    await openComposer(first);
    // Closed in the middle of a word, before any pause in typing.
    await fill(first, { stars: 2, text: words });
    await page.close();
    await first.close();
    await journey.killWorker();

    const second = await journey.sidebarAbout(url);
    await expect(composerLine(second)).toContainText(`Draft: ${words}`);
    await openComposer(second);
    await expect(second.getByRole("radio", { name: /^2 stars/ })).toBeChecked();
    expect(hub.submissions).toEqual([]);
  });

  test("survives the browser, and is posted after it", async () => {
    const profile = mkdtempSync(join(tmpdir(), "backtalk-profile-"));
    const url = serveClaim("restart.example", "Restart");
    /** The sidebar about the page in a browser that was just started. */
    const sidebarIn = async (context: BrowserContext, extension: Extension): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(url);
      await expect.poll(() => extension.tabState(page)).toBeDefined();
      const sidebar = await context.newPage();
      await sidebar.goto(extension.url(`sidepanel.html?tab=${await extension.tabId(page)}`));
      return sidebar;
    };
    try {
      const before = await launchChromium(journey.sites.port, { profile });
      const extension = await Extension.of(before);
      await extension.setUp([hub.url]);
      const first = await sidebarIn(before, extension);
      await openComposer(first);
      await fill(first, { stars: 2, text: words });
      await expect(first.getByText("Draft saved")).toBeVisible();
      await before.close();

      const after = await launchChromium(journey.sites.port, { profile });
      const restarted = await Extension.of(after);
      const second = await sidebarIn(after, restarted);
      await openComposer(second);
      await expect(textField(second)).toHaveValue(words);
      await pressPost(second);
      await sendNow(second);
      await isAccepted(second);
      expect(hub.submissions).toHaveLength(1);
      await after.close();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

test("a posted review is shared through the network's own composer, and nothing is asked of it before", async () => {
  const mangrove = await HubHost.start(journey.sites, "api.mangrove.reviews");
  const { extension, sites } = journey;
  for (const host of ["bsky.app", "social.example"]) sites.serve(host, html());
  await extension.store("local", { servers: ["https://api.mangrove.reviews"] });
  const sidebar = await journey.sidebarAbout(journey.serveBrand("www.patagonia.com", "Patagonia"));
  await post(sidebar, { stars: 4, text: "Repaired for free & fast." });
  await sendNow(sidebar);
  await isAccepted(sidebar);

  await sidebar.getByRole("button", { name: "Share your review of patagonia.com" }).click();
  const dialog = sidebar.getByRole("dialog", { name: "Share this review" });
  await expect(dialog).toContainText("Anyone can then link everything this key has signed");
  await dialog.getByRole("radio", { name: "Bluesky" }).check();
  expect(sites.seen.find(({ host }) => host === "bsky.app")).toBeUndefined();
  const opened = journey.context.waitForEvent("page");
  await dialog.getByRole("link", { name: "Open Bluesky" }).click();
  const composer = await opened;
  await composer.waitForURL(/^https:\/\/bsky\.app\//);
  const url = new URL(composer.url());
  expect(url.origin + url.pathname).toBe("https://bsky.app/intent/compose");
  const [token] = await mangrove.tokensAbout("https://patagonia.com");
  expect(url.searchParams.get("text")).toBe(
    `★★★★☆ My review of patagonia.com\n\n“Repaired for free & fast.”\n\nhttps://mangrove.reviews/list?signature=${token?.signature}`,
  );
  await expect(dialog).toBeHidden();
  const request = sites.seen.find(({ host }) => host === "bsky.app");
  expect(request?.headers).not.toHaveProperty("referer");

  // From Yours, to a server of the person's own.
  await sidebar.getByRole("tab", { name: /^Yours/ }).click();
  await sidebar
    .locator("bt-mine")
    .getByRole("button", { name: "Share your review of patagonia.com" })
    .click();
  await dialog.getByRole("textbox", { name: "Your server there" }).fill("social.example");
  const second = journey.context.waitForEvent("page");
  await dialog.getByRole("link", { name: "Open Mastodon" }).click();
  await (await second).waitForURL(/^https:\/\/social\.example\/share\?text=/);
  expect((await extension.stored("local"))["shareServers"]).toEqual({ mastodon: "https://social.example" });
  await mangrove.hub.close();
});
