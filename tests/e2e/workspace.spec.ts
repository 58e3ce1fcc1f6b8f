import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { researchItems } from "../bench/in-page/research-items.ts";
import { keylessCollection, putResearch } from "../support/fill-research.ts";
import { Journey } from "../support/journey.ts";

test.describe.configure({ mode: "default" });

let journey: Journey;

test.beforeAll(async () => {
  journey = await Journey.begin();
});

test.afterAll(async () => {
  await journey.end();
});

test.beforeEach(async () => {
  await journey.freshStart();
});

const codes = [
  { id: "durability", name: "Durability", description: "It breaks.", colour: 1 },
  { id: "returns", name: "Returns", description: "It goes back.", colour: 2 },
];

async function workspace(hash = "", size = { width: 1280, height: 800 }): Promise<Page> {
  return journey.ownPage(`research.html${hash}`, size);
}

/** The workspace over three hundred items. */
async function filled(hash = "", size?: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await workspace(hash, size);
  await expect(page.getByRole("heading", { name: "Collect what is said about brands" })).toBeVisible();
  await page.evaluate(putResearch, {
    collections: [
      keylessCollection("pilot", { name: "Pilot", createdAt: 1 }),
      keylessCollection("study", { codebook: { version: 1, codes, createdAt: 1, note: "" } }),
    ],
    items: researchItems("study", 0, 300),
  });
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Returns study" })).toBeVisible();
  await expect(row(page, 0)).toBeVisible();
  return page;
}

const grid = (page: Page): Locator => page.getByRole("grid", { name: "Mentions" });
const row = (page: Page, index: number): Locator => grid(page).locator(`[data-index="${index}"]`);
const active = (page: Page): Locator => grid(page).locator(".row.active");

/** What axe finds wrong, as sentences. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Nothing that axe knows is wrong, and nothing scrolls sideways. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  expect.soft(await findings(page), screen).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(overflow, `${screen}: scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Presses Tab until something has the focus, as often as a patient person would. */
async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  for (let press = 0; press < 80; press += 1) {
    if (await target.evaluate((element) => element.matches(":focus"))) return;
    await page.keyboard.press(key);
  }
  throw new Error("the Tab key does not lead there");
}

test("an empty world says what it is for, and makes the first collection", async () => {
  const page = await workspace();
  await expect(page.getByText("Nothing is sent anywhere")).toBeVisible();
  await expectAccessible(page, "empty");
  const opened = journey.context.waitForEvent("page");
  await page.getByRole("link", { name: "How it works" }).click();
  const guide = await opened;
  await expect(guide.locator("body")).toContainText("# The research workspace");
  await expect(guide.locator("body"), "in UTF-8").toContainText("−1 to 1");
  await guide.close();
  await page.getByRole("button", { name: "New collection" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill("Returns study");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Returns study" })).toBeVisible();
  await expect(page.getByText("Nothing collected yet")).toBeVisible();
  await expectAccessible(page, "no items");
});

test("what is looked at stands in the address: reload and Back bring it again", async () => {
  const page = await filled();
  await expect(page.getByText("300 mentions", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: /^Mastodon \d/ }).click();
  const narrowed = page.getByText(/^\d+ mentions of 300$/);
  await expect(narrowed).toBeVisible();
  const words = await narrowed.textContent();
  await page.getByRole("searchbox", { name: "Search texts" }).fill("soles came");
  await expect(narrowed).not.toHaveText(words ?? "");
  const found = await narrowed.textContent();
  await row(page, 0).locator(".text").click();
  await expect(page.getByRole("complementary", { name: "Mention" })).toContainText("soles came off again");
  await page.reload();
  await expect(page.getByText(found ?? "", { exact: true })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Mention" })).toContainText("soles came off again");
  await page.goBack();
  await expect(page.getByRole("complementary", { name: "Mention" })).toHaveCount(0);
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page.getByText("300 mentions", { exact: true })).toBeVisible();
});

test("the whole of it by keyboard: filter, walk, open, code, note, select, help", async () => {
  const page = await filled();
  const facet = page.getByRole("button", { name: /^Reddit \d/ });
  await tabTo(page, facet);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Remove the filter Platform: Reddit" })).toBeVisible();
  await tabTo(page, grid(page));
  await expect(active(page)).toHaveAttribute("aria-rowindex", "2");
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await expect(active(page)).toHaveAttribute("aria-rowindex", "4");
  await page.keyboard.press("End");
  await expect(active(page)).toHaveAttribute(
    "aria-rowindex",
    (await grid(page).getAttribute("aria-rowcount"))!,
  );
  await page.keyboard.press("Home");

  await page.keyboard.press("c");
  const mention = page.getByRole("complementary", { name: "Mention" });
  const code = mention
    .getByRole("button", { name: /Durability/ })
    .or(mention.getByRole("checkbox", { name: /Durability/ }));
  await tabTo(page, code);
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeFocused();
  await expect(row(page, 0)).toContainText("Durability");
  await page.keyboard.press("n");
  const note = mention.getByRole("textbox", { name: "Note" });
  await expect(note).toBeFocused();
  await page.keyboard.type("Third complaint this week.");
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeFocused();

  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("X");
  await expect(page.getByRole("group", { name: "3 selected" })).toBeVisible();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys of the table" });
  await expect(help).toBeVisible();
  await expectAccessible(page, "keys");
  const letters = help.getByRole("checkbox");
  await tabTo(page, letters);
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("j");
  await expect(active(page)).toHaveAttribute("aria-rowindex", "2");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("group", { name: "3 selected" })).toHaveCount(0);
});

test("wide and narrow, dark, right to left, with type twice as large, in forced colours", async () => {
  const page = await filled();
  await row(page, 0).locator(".text").click();
  await expect(page.getByRole("complementary", { name: "Mention" })).toBeVisible();
  await expectAccessible(page, "wide");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 720 });
  await expect(page.getByRole("dialog", { name: "Mention" })).toBeVisible();
  await expectAccessible(page, "a mention at 320 px");
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeFocused();
  await expectAccessible(page, "the table at 320 px");
  await page.getByRole("button", { name: "Filters" }).click();
  await expect(page.getByRole("button", { name: "Close" })).toBeFocused();
  await expectAccessible(page, "filters at 320 px");
  await page.keyboard.press("Escape");

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await expectAccessible(page, "right to left");
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await expect(grid(page)).toBeVisible();
  await expectAccessible(page, "type twice as large");
  await page.evaluate(() => document.documentElement.removeAttribute("style"));
  await page.emulateMedia({ forcedColors: "active" });
  await grid(page).press("j");
  const outlines = await grid(page)
    .locator(".body .row")
    .evaluateAll((rows) => rows.map((one) => getComputedStyle(one).outlineStyle));
  expect(new Set(outlines).size, "the active row is told apart").toBeGreaterThan(1);
  await expectAccessible(page, "forced colours");
});
