import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { fill, isAccepted, openComposer, outboxRow, post, sendNow, textField } from "../support/composer.ts";
import { HubHost } from "../support/hub-host.ts";
import { journeyWithHub } from "../support/hub-journey.ts";
import type { Journey } from "../support/journey.ts";
import { badgeAppears, visit } from "../support/pages.ts";

test.describe.configure({ mode: "default" });

const text = "The laces gave up first.";
let journey: Journey;
let hub: HubHost;

journeyWithHub((...both) => {
  [journey, hub] = both;
});

/** Reviews of a brand, straight into the local copy. */
async function withReviews(host: string, name: string): Promise<string> {
  await journey.extension.seed({ subjectKey: `https://${host}`, count: 12, stars: 4 });
  return journey.serveBrand(host, name);
}

async function addSource(options: Page, field: string, address: string): Promise<void> {
  const input = options.getByRole("textbox", { name: field });
  await input.fill(address);
  await input.press("Enter");
}

test("a server is asked only after a consent that says what it will see", async () => {
  const other = await HubHost.start(journey.sites, "other.example");
  const options = await journey.ownPage("options.html#sync");
  await addSource(options, "Address of a review server", "http://other.example");
  await expect(options.getByText("This must be an https address.")).toBeVisible();
  await addSource(options, "Address of a review server", hub.url);
  await expect(options.getByText("This one is on the list already.")).toBeVisible();

  await addSource(options, "Address of a review server", other.url);
  const consent = options.getByRole("dialog", { name: "Add other.example?" });
  await expect(consent).toContainText("other.example sees your internet address.");
  await expect(consent).toContainText("Which pages you visit is never sent to other.example");
  await consent.getByRole("button", { name: "Cancel" }).click();
  expect(other.requests).toEqual([]);

  await addSource(options, "Address of a review server", other.url);
  await consent.getByRole("button", { name: "Add other.example" }).click();
  await expect(options.getByText("other.example was added.")).toBeVisible();
  const entry = options.getByRole("listitem").filter({ hasText: "other.example" });
  await expect(entry).toContainText("Last updated");

  await entry.getByRole("button", { name: "Remove other.example" }).click();
  await expect(options.getByText("other.example was removed.")).toBeVisible();
  await expect(entry).toHaveCount(0);
  const asked = other.requests.length;
  await options.getByRole("button", { name: "Update now" }).click();
  await expect.poll(() => hub.requests.filter(({ path }) => path.includes("gt_iat")).length).toBe(1);
  expect(other.requests).toHaveLength(asked);
  await other.hub.close();
});

test("a feed is added and removed likewise", async () => {
  const options = await journey.ownPage("options.html#sync");
  await addSource(options, "Address of a feed", `${hub.url}/v1/feed`);
  const consent = options.getByRole("dialog", { name: "Add reviews.example?" });
  await expect(consent).toContainText("the same files as everyone");
  await consent.getByRole("button", { name: "Add reviews.example" }).click();
  await expect.poll(() => hub.requests.some(({ path }) => path === "/v1/feed/head.json")).toBe(true);
});

test("a site that is switched off is listed, and its badge comes back from there", async () => {
  const tab = await visit(journey.context, journey.extension, await withReviews("off.example", "Off"));
  await badgeAppears(tab);
  const sidebar = await journey.sidebarFor(tab.page);
  await sidebar.getByRole("button", { name: "More about Off" }).click();
  await sidebar.getByRole("menuitem", { name: "Hide on this site" }).click();
  await expect.poll(() => tab.badge.exists()).toBe(false);

  const options = await journey.ownPage("options.html#sites");
  await options.getByRole("button", { name: "Switch on again: off.example" }).click();
  await expect(options.locator("bt-on-pages").getByText("None.")).toBeVisible();
  await expect.poll(() => tab.badge.exists()).toBe(true);
});

test("the badge can be switched off everywhere; the toolbar goes on telling", async () => {
  const tab = await visit(journey.context, journey.extension, await withReviews("badge.example", "Badge"));
  await badgeAppears(tab);
  const options = await journey.ownPage("options.html#pages");
  await options
    .getByRole("checkbox", { name: "Show a small badge on pages with something to say" })
    .uncheck();
  await expect.poll(() => tab.badge.exists()).toBe(false);
  expect((await journey.extension.toolbar(tab.page)).text).toBe("12");
  await options.getByRole("checkbox", { name: "Show a small badge on pages with something to say" }).check();
  await expect.poll(() => tab.badge.exists()).toBe(true);
});

test("the name under new reviews is taken from the options", async () => {
  const options = await journey.ownPage("options.html#pages");
  const name = options.getByRole("textbox", { name: "Name under new reviews (optional, public)" });
  await name.fill("wanda");
  await name.press("Tab");
  const sidebar = await journey.sidebarAbout(journey.serveBrand("named.example", "Named"));
  await openComposer(sidebar);
  await expect(sidebar.getByRole("textbox", { name: "Name" })).toHaveValue("wanda");
});

test("forgetting the last hour clears requests, counters and open tabs", async () => {
  const page = await journey.visit(journey.serveBrand("hour.example", "Hour"));
  const options = await journey.ownPage("options.html#forget");
  await expect(options.getByText("This week: 1 page read, a brand on 1 of them")).toBeVisible();
  await expect.poll(() => hub.requests.length).toBeGreaterThan(0);
  await options.getByRole("button", { name: "Forget the last hour" }).click();
  await expect(options.getByText("Forgotten.")).toBeVisible();
  await expect(options.getByText("This week: 0 pages read, a brand on 0 of them")).toBeVisible();
  await expect(options.getByText("No requests this week.")).toBeVisible();
  expect(await journey.extension.tabState(page)).toBeUndefined();
});

test("forgetting one site clears what is about it, and nothing else", async () => {
  const first = await journey.visit(journey.serveBrand("this.example", "This"));
  const second = await journey.visit(journey.serveBrand("that.example", "That"));
  for (const page of [first, second]) {
    const sidebar = await journey.sidebarFor(page);
    await openComposer(sidebar);
    await fill(sidebar, { text: "Begun." });
    await sidebar.keyboard.press("Escape");
    await sidebar.close();
  }
  expect(await journey.rows("personal", "drafts")).toBe(2);
  const options = await journey.ownPage("options.html#forget");
  await options.getByRole("textbox", { name: "Site to forget" }).fill("https://www.this.example/shoes");
  await options.getByRole("button", { name: "Forget this site" }).click();
  await expect(options.getByText("Forgotten.")).toBeVisible();
  expect(await journey.rows("personal", "drafts")).toBe(1);
  expect(await journey.extension.tabState(first)).toBeUndefined();
  expect(await journey.extension.tabState(second)).toBeDefined();
});

test("everything that is a person's own goes out as a file, is deleted, and comes back", async () => {
  const sidebar = await journey.sidebarAbout(journey.serveBrand("kept.example", "Kept"));
  await post(sidebar, { stars: 4, text });
  await sendNow(sidebar);
  await isAccepted(sidebar);
  await sidebar.close();
  const other = await journey.sidebarAbout(journey.serveBrand("begun.example", "Begun"));
  await openComposer(other);
  await fill(other, { stars: 2, text: "Half a thought" });
  await other.keyboard.press("Escape");
  await other.close();
  const options = await journey.ownPage("options.html#data");
  await options
    .getByRole("checkbox", { name: "Show a small badge on pages with something to say" })
    .uncheck();

  const downloading = options.waitForEvent("download");
  await options.getByRole("button", { name: "Export" }).click();
  const file = await (await downloading).path();
  // Keys have files of their own.
  expect(await readFile(file, "utf8")).not.toMatch(/"d":|privateKey/);

  await options.getByRole("button", { name: "Delete everything" }).click();
  const dialog = options.getByRole("dialog", { name: "Delete everything from this device?" });
  const confirm = dialog.getByRole("button", { name: "Delete everything" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill("delete");
  await confirm.click();
  await expect(options.getByText("Everything was deleted from this device.")).toBeVisible();
  await expect(options.getByText("No key yet.")).toBeVisible();
  await expect(options.getByText("No requests this week.")).toBeVisible();
  for (const store of ["drafts", "ownTokens", "keys", "ledger"]) {
    expect(await journey.rows("personal", store), store).toBe(0);
  }
  expect(await journey.rows("community", "tokens")).toBe(0);
  expect(Object.keys(await journey.extension.stored("local"))).toEqual([]);

  const choosing = options.waitForEvent("filechooser");
  await options.getByRole("button", { name: "Import", exact: true }).click();
  await (await choosing).setFiles(file);
  await expect(options.getByText(/^2 entries taken over\./)).toBeVisible();
  await expect(
    options.getByRole("checkbox", { name: "Show a small badge on pages with something to say" }),
  ).not.toBeChecked();
  // Listing a server is a consent, and a file gives none.
  expect((await journey.extension.stored("local"))["servers"]).toBeUndefined();

  await journey.extension.setUp([hub.url]);
  const back = await journey.sidebarAbout("https://begun.example/");
  await openComposer(back);
  await expect(textField(back)).toHaveValue("Half a thought");
  await back.keyboard.press("Escape");
  await back.getByRole("tab", { name: /^Yours/ }).click();
  await expect(back.getByRole("tabpanel")).toContainText("kept.example");
  // Its key was not in the file: the slip, which was, withdraws it all the same.
  await back.getByRole("button", { name: "Delete your review of kept.example" }).click();
  await back.getByRole("button", { name: "Ask to delete it" }).click();
  await expect(back.getByText("its withdrawal slip is sent instead.")).toBeAttached();
  await outboxRow(back)
    .getByRole("button", { name: /^Send now/ })
    .click();
  await expect(back.getByRole("button", { name: "Delete your review of kept.example" })).toHaveCount(0);
  const reply = await fetch(`${hub.hub.url}/reviews?sub=${encodeURIComponent("https://kept.example")}`);
  expect(await reply.json()).toMatchObject({ reviews: [] });
});

test("a damaged file changes nothing and says so", async () => {
  const options = await journey.ownPage("options.html#data");
  const choosing = options.waitForEvent("filechooser");
  await options.getByRole("button", { name: "Import", exact: true }).click();
  await (
    await choosing
  ).setFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(options.getByText(/^This file is not an export of Backtalk, or is damaged\./)).toBeVisible();
});

test("shortcuts and what the extension does and does not do are written down", async () => {
  const options = await journey.ownPage("options.html#shortcuts");
  await expect(options.getByRole("definition").filter({ hasText: "Open the sidebar" })).toBeVisible();
  await expect(options.getByRole("definition").filter({ hasText: "Write about this site" })).toBeVisible();
  await expect(options.getByText("Never sends which pages you visit, to us or to anybody.")).toBeVisible();
});
