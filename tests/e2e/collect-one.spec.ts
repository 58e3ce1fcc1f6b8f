import { expect, test, type Page } from "@playwright/test";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import { closedRoot } from "../support/closed-root.ts";
import { pressEntry, pressKeys } from "../support/menu-press.ts";
import { beginInSampleWorld, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

const article = "https://dailycurrent.example/business/2026/10/harbour-group-opens-its-workshops";
const feed = "https://chirp.example/";
const reason = "A newspaper's open article.";
let sample: SampleJourney;

test.beforeAll(async () => {
  sample = await beginInSampleWorld();
  await sample.journey.extension.setUp();
  await sample.journey.extension.seed({
    subjectKey: "https://northwind.example",
    count: 128,
    stars: 3.4,
  });
});

test.afterEach(async () => {
  await sample.journey.closePages();
  expect(sample.journey.extension.complaints).toEqual([]);
});

test.afterAll(async () => {
  await sample?.end();
});

const items = (): Promise<readonly ResearchItem[]> =>
  sample.journey.allRows<ResearchItem>("research", "items");

/** Selects some words of a page's paragraph, as a person with a mouse. */
async function selectWords(page: Page, paragraph: number, from: number, to: number): Promise<string> {
  return page.evaluate(
    ([paragraph, from, to]) => {
      const text = document.querySelectorAll("article p")[paragraph]!.firstChild!;
      getSelection()!.setBaseAndExtent(text, from, text, to);
      return String(getSelection());
    },
    [paragraph, from, to] as const,
  );
}

test("a selection goes into a new collection with its exact quote and place, and out again by undo", async () => {
  const { journey } = sample;
  const page = await journey.visit(`${article}?utm_source=mail`);
  const selectionText = await selectWords(page, 1, 0, 64);
  await pressEntry(journey, page, { menuItemId: "collect-selection", selectionText });

  const sidebar = await journey.sidebarFor(page);
  const line = sidebar.getByRole("region", { name: "Collecting for research" });
  await expect(line.getByRole("heading", { name: "Into which collection?" })).toBeVisible();
  await line.getByRole("textbox", { name: "New collection" }).fill("Returns study");
  await line.getByRole("button", { name: "Create and keep it there" }).click();
  await expect(line.getByRole("heading", { name: "May everybody read this page?" })).toBeVisible();
  expect(await items()).toEqual([]);
  await line.getByRole("textbox", { name: "I judge this to be public because" }).fill(reason);
  await sidebar.keyboard.press("Enter");
  await expect(line).toContainText("Kept in “Returns study”");
  await expect(line).toContainText(selectionText);

  const [item, another] = await items();
  expect(another).toBeUndefined();
  expect(item).toMatchObject({
    why: "by-hand",
    site: "web",
    url: article,
    text: selectionText,
    lang: "en",
    langBy: "page",
    audience: "unknown",
    audienceNote: reason,
    title: "Harbour Group opens its workshops to everyone - The Daily Current",
    target: { exact: selectionText },
  });
  expect(item!.mentions.map(({ name }) => name)).toContain("Northwind Shoes");
  const { exact, prefix, suffix, start, end } = item!.target!;
  const whole = await page.evaluate(() => document.body.textContent);
  expect(whole.slice(start, end)).toBe(exact);
  expect(whole.slice(start! - prefix.length, start)).toBe(prefix);
  expect(whole.slice(end, end! + suffix.length)).toBe(suffix);
  // Of what was collected nobody else heard.
  expect(journey.sites.seenBeside("dailycurrent.example").map(({ host }) => host)).toEqual([]);

  await line.getByRole("button", { name: "Undo" }).click();
  await expect(line).toBeHidden();
  expect(await items()).toEqual([]);
});

test("the next one goes there by the keyboard alone, is there once, and is not asked about again", async () => {
  const { journey } = sample;
  const page = await journey.visit(article);
  const sidebar = await journey.sidebarFor(page);
  const line = sidebar.getByRole("region", { name: "Collecting for research" });
  await selectWords(page, 2, 0, 40);
  await pressKeys(journey, page, "collect");
  await expect(line).toContainText("Kept in “Returns study”");
  await expect(line).toContainText(`Held to be public: ${reason}`);
  await pressKeys(journey, page, "collect");
  await expect(line).toContainText("Was in “Returns study” already");
  expect(await items()).toHaveLength(1);
  // What was read in the page goes with it.
  await page.goto("https://dailycurrent.example/");
  await expect.poll(async () => (await journey.extension.stored("session"))["collected"]).toBeUndefined();
});

test("from a chip the quoted post is collected, its author under a pseudonym", async () => {
  const { journey } = sample;
  const before = (await items()).length;
  const page = await journey.visit(feed);
  const host = 'article[data-post="0"] > backtalk-chip';
  await expect.poll(async () => (await closedRoot(page, host)).exists()).toBe(true);
  await (await closedRoot(page, host)).click("button");
  const sidebar = await journey.sidebarFor(page);
  await sidebar.getByRole("button", { name: "Collect this post" }).click();
  const line = sidebar.getByRole("region", { name: "Collecting for research" });
  await line.getByRole("textbox", { name: "I judge this to be public because" }).fill("An open network.");
  await line.getByRole("button", { name: "Keep it", exact: true }).click();
  await expect(line).toContainText("names Northwind Shoes");
  const item = (await items()).at(-1)!;
  expect(await items()).toHaveLength(before + 1);
  expect(item).toMatchObject({ site: "microformats", why: "by-hand" });
  expect(item.text).toContain("Third pair of Northwind boots.");
  expect(item.author).toMatch(/^p-/);
  expect(JSON.stringify(item)).not.toMatch(/gwen/i);
});

test("from the browser's menu it is the post that the menu was opened over", async () => {
  const { journey } = sample;
  const page = await journey.visit(feed);
  await expect
    .poll(async () => (await closedRoot(page, 'article[data-post="0"] > backtalk-chip')).exists())
    .toBe(true);
  await page
    .locator('article[data-post="3"] .e-content')
    .click({ button: "right", position: { x: 5, y: 5 } });
  await page.keyboard.press("Escape");
  await page.mouse.move(1, 1);
  await pressEntry(journey, page, { menuItemId: "collect-post" });
  const sidebar = await journey.sidebarFor(page);
  const line = sidebar.getByRole("region", { name: "Collecting for research" });
  await expect(line).toContainText("Does anyone else's Tessera Slate stop charging");
  await expect(line).toContainText("Kept in “Returns study”");
});

test("where nothing is meant, and where nothing may be read, the sidebar says so", async () => {
  const { journey } = sample;
  const before = (await items()).length;
  const page = await journey.visit("https://dailycurrent.example/");
  await pressKeys(journey, page, "collect");
  const sidebar = await journey.sidebarFor(page);
  const line = sidebar.getByRole("region", { name: "Collecting for research" });
  await expect(line).toContainText("Nothing to collect was found.");
  await line.getByRole("button", { name: "Close this message" }).click();
  await expect(line).toBeHidden();
  expect(await items()).toHaveLength(before);
});
