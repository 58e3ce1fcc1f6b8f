import { expect, type Locator, type Page } from "@playwright/test";
import { inSampleWorld, test, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

const northwind = "https://northwind.example/";
const inBazaar = "https://bazaar.example/p/trail-runner-2";
let sample: SampleJourney;

inSampleWorld((shared) => {
  sample = shared;
});

const heading = (sidebar: Page): Locator => sidebar.getByRole("heading", { level: 1 });

async function openDialog(sidebar: Page): Promise<Locator> {
  await sidebar
    .locator("bt-header")
    .getByRole("button", { name: /^More about / })
    .click();
  await sidebar.getByRole("menuitem", { name: "Wrong brand?" }).click();
  return sidebar.getByRole("dialog", { name: "Wrong brand?" });
}

test("another brand is chosen for a name in a shop, and undone at once", async () => {
  const { extension } = sample.journey;
  const page = await sample.journey.visit(inBazaar);
  const sidebar = await sample.journey.sidebarFor(page);
  await expect(heading(sidebar)).toHaveText("Northwind Shoes");
  const dialog = await openDialog(sidebar);
  await expect(dialog).toContainText("Holds whenever a shop says");
  await dialog.getByRole("searchbox", { name: "What is it really?" }).fill("tess");
  await dialog
    .getByRole("button", { name: /Tessera/ })
    .first()
    .click();
  await expect(heading(sidebar)).toHaveText("Tessera");
  await expect.poll(async () => (await extension.tabState(page))?.resolution.brand?.name).toBe("Tessera");
  await expect.poll(async () => (await extension.toolbar(page)).title).toContain("Tessera");

  await sidebar.getByRole("button", { name: "Undo" }).click();
  await expect(heading(sidebar)).toHaveText("Northwind Shoes");
  await expect.poll(async () => (await extension.toolbar(page)).title).toContain("Northwind Shoes");
});

test("no brand at all is remembered over the death of the worker, and taken back in the options", async () => {
  const { journey } = sample;
  const page = await journey.visit(northwind);
  const sidebar = await journey.sidebarFor(page);
  const dialog = await openDialog(sidebar);
  await dialog.getByRole("button", { name: "This page is about no brand" }).click();
  await expect(sidebar.getByText("You said that northwind.example is about no brand.").first()).toBeVisible();
  await expect.poll(async () => (await journey.extension.toolbar(page)).text).toBe("");

  await journey.killWorker();
  const again = await journey.visit(`${northwind}products/trail-runner-2`);
  await expect.poll(async () => (await journey.extension.tabState(again))?.resolution).toEqual({});

  const options = await journey.ownPage("options.html#corrections");
  await options
    .getByRole("button", { name: "Take it back: You said that northwind.example is about no brand." })
    .click();
  await expect(options.getByText("You have corrected nothing.")).toBeVisible();
  await expect
    .poll(async () => (await journey.extension.tabState(again))?.resolution.brand?.name)
    .toBe("Northwind Shoes");
});

test("the brand beside a post stands with the post above it, until the person goes back", async () => {
  const { journey } = sample;
  const page = await journey.visit(northwind);
  const tessera = await journey.visit("https://tessera.example/");
  const brand = (await journey.extension.tabState(tessera))?.resolution.brand;
  const tabId = await journey.extension.tabId(page);
  const sidebar = await journey.sidebarFor(page);
  await expect(heading(sidebar)).toHaveText("Northwind Shoes");

  const quote = { text: "Cups from Tessera, <b>again</b>", author: "Ines", url: "https://social.example/1" };
  const focus = { tabId, url: northwind, brand, quote, at: Date.now() };
  await journey.extension.store("session", { [`focus:${tabId}`]: focus });
  await expect(heading(sidebar)).toHaveText("Tessera");
  const card = sidebar.getByRole("region", { name: "The post you came from" });
  await expect(card).toContainText("Cups from Tessera, <b>again</b>");
  await expect(card.getByRole("link", { name: "Open the post" })).toHaveAttribute("href", quote.url);
  await expect(sidebar.getByRole("button", { name: /Say something about Tessera/ })).toBeVisible();

  await sidebar.keyboard.press("Escape");
  await expect(heading(sidebar)).toHaveText("Northwind Shoes");
  expect(await journey.extension.stored("session")).not.toHaveProperty(`focus:${tabId}`);

  // Another page of the tab is not what was asked about.
  await journey.extension.store("session", { [`focus:${tabId}`]: { ...focus, at: Date.now() } });
  await expect(card).toBeVisible();
  await page.goto("https://tessera.example/");
  await expect
    .poll(async () => Object.keys(await journey.extension.stored("session")))
    .not.toContain(`focus:${tabId}`);
});
