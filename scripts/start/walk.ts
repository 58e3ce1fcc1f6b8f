import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { closedRoot } from "../../tests/support/closed-root.ts";
import {
  openExtensionBrowser,
  type BrowserOptions,
  type ExtensionBrowser,
} from "../browser/extension-browser.ts";
import type { Report } from "./report.ts";
import { walkResearch } from "./walk-research.ts";

/** Where the walk begins, and what it is about there. */
export const firstSite = { address: "https://northwind.example/", name: "Northwind" } as const;

const words = "Walked forty kilometres in them. The laces gave up first, the soles never did.";
const answer = "Waxed laces held longer for me. Which size did you take?";
/** Verifying and storing the first copy takes a moment on a small machine. */
const patience = { timeout: 60_000 };

/** The first-run choice, on the page that opens at install. */
export async function chooseAllSites(browser: ExtensionBrowser): Promise<Page> {
  const isWelcome = (page: Page): boolean => page.url().startsWith(browser.page("welcome.html"));
  await expect.poll(() => browser.context.pages().some(isWelcome), patience).toBe(true);
  const welcome = browser.context.pages().find(isWelcome) ?? (await browser.context.newPage());
  await welcome.getByRole("radio", { name: /all sites/i }).click({ force: true });
  return welcome;
}

/** Opens the first site and waits until its badge counts a hundred or more: the first copy is then complete. */
async function openFirstSite(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(firstSite.address);
  const badge = await closedRoot(page);
  await expect.poll(async () => (await badge.exists()) && badge.text(".open"), patience).toMatch(/· \d{3}$/);
  return page;
}

/** Presses the badge; the sidebar that opens is the real one. */
async function openSidebar(browser: ExtensionBrowser, page: Page): Promise<Page> {
  await (await closedRoot(page)).click(".open");
  const sidebar = await browser.sidePanel();
  await expect(sidebar.getByRole("heading", { level: 1 })).toContainText(firstSite.name, patience);
  return sidebar;
}

function firstLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").slice(0, 80);
}

async function readReviews(sidebar: Page): Promise<string> {
  await sidebar.getByRole("tab", { name: /^Reviews/ }).click();
  const reviews = sidebar.getByRole("article");
  await expect(reviews.first()).toBeVisible();
  const first = (await reviews.first().innerText()).replaceAll(/\s+/g, " ").slice(0, 60);
  return `${await reviews.count()} on screen, the first: “${first}…”`;
}

/** What is said elsewhere: the list of places, a press, and one conversation read to its end. */
async function searchElsewhere(sidebar: Page, report: Report): Promise<void> {
  await sidebar.getByRole("tab", { name: "Talk" }).click();
  await sidebar.getByRole("button", { name: "Search", exact: true }).click();
  const go = sidebar.getByRole("button", { name: /^Search \d+ places$/ });
  await expect(go).toBeVisible(patience);
  await report.add("What a search would send", "the name, to three places of the sample world", sidebar);

  await go.click();
  await expect(sidebar.getByText(/^As of .* from 3 places$/)).toBeVisible(patience);
  const stories = sidebar.getByRole("button", { name: /^Northwind/ });
  await report.add("People talk elsewhere", `${await stories.count()} titles begin with Northwind`, sidebar);

  await stories.first().click();
  const comments = sidebar.getByRole("list", { name: "Comments" }).getByRole("listitem");
  await expect(comments.first()).toBeVisible(patience);
  await report.add("A conversation is read", `${await comments.count()} comments`, sidebar);
}

async function readFacts(sidebar: Page): Promise<string> {
  await sidebar.getByRole("tab", { name: "Facts" }).click();
  // The daily file comes after the reviews.
  const heading = sidebar.getByRole("heading", { name: /^Official complaints/ });
  await expect(heading).toBeVisible(patience);
  return (await heading.innerText()).replaceAll(/\s+/g, " ");
}

async function writeReview(sidebar: Page): Promise<void> {
  await sidebar.getByRole("button", { name: new RegExp(`Say something about ${firstSite.name}`) }).click();
  await sidebar.getByRole("radio", { name: /4 stars/ }).check({ force: true });
  await sidebar.getByRole("textbox", { name: "Your review" }).fill(words);
  await sidebar.getByRole("textbox", { name: "Name" }).fill("Robin");
}

/** One person reads and writes; another, with a fresh profile, sees it and answers. Throws where a step does not come true. */
export async function walk(options: BrowserOptions, report: Report): Promise<void> {
  const writer = await openExtensionBrowser(options);
  try {
    const sidebar = await readAndWrite(writer, report);
    await answeredByAnother(options, report);
    await hearsOfIt(writer, sidebar, report);
    await walkResearch(writer, report);
  } finally {
    await writer.close();
  }
}

/** @returns The sidebar, with the review posted. */
async function readAndWrite(writer: ExtensionBrowser, report: Report): Promise<Page> {
  const welcome = await chooseAllSites(writer);
  await report.add("First run: one choice", "reads pages on all sites, on this device", welcome);

  const page = await openFirstSite(writer.context);
  const badge = await closedRoot(page);
  await report.add("The badge appears", `${page.url()} shows “${await badge.text(".open")}”`, page);

  const sidebar = await openSidebar(writer, page);
  const score = await sidebar.getByRole("region", { name: "Score" }).innerText();
  const count = /\d+ reviews/.exec(score)?.[0] ?? "no reviews";
  await report.add("The sidebar opens", `${firstSite.name}: ${count}`, sidebar);

  const reason = sidebar.getByText(/\d+ reviews weigh less:/).first();
  await expect(reason).toBeVisible(patience);
  await report.add("Some weigh less, and why", firstLine(await reason.innerText()), sidebar);

  await report.add("Reviews are read", await readReviews(sidebar), sidebar);

  await searchElsewhere(sidebar, report);
  await report.add("Public records", await readFacts(sidebar), sidebar);

  await writeReview(sidebar);
  await report.add("A review is written", `4 stars, “${words.slice(0, 32)}…”`, sidebar);

  await sidebar.getByRole("button", { name: "Post", exact: true }).click();
  await sidebar.getByRole("button", { name: /^Send now/ }).click();
  // A review of one's own stands in the list only once a server has taken it.
  await expect(sidebar.getByText(/^You wrote about this/)).toBeVisible(patience);
  await report.add("Signed and accepted", "the sample hub took it", sidebar);
  return sidebar;
}

async function answeredByAnother(options: BrowserOptions, report: Report): Promise<void> {
  const reader = await openExtensionBrowser(options);
  try {
    await chooseAllSites(reader);
    const page = await openFirstSite(reader.context);
    const sidebar = await openSidebar(reader, page);
    await sidebar.getByRole("tab", { name: /^Reviews/ }).click();
    const review = sidebar.getByRole("article").filter({ hasText: words });
    await expect(review).toBeVisible(patience);
    await review.scrollIntoViewIfNeeded();
    const seen = "the very review, its signature checked there";
    await report.add("A second, fresh profile sees it", seen, sidebar);

    await review.getByRole("button", { name: /^Reply: / }).click();
    await review.getByRole("button", { name: "Reply to Robin" }).click();
    await sidebar.getByRole("textbox", { name: "Your reply" }).fill(answer);
    await sidebar.getByRole("button", { name: "Reply", exact: true }).click();
    await sidebar.getByRole("button", { name: /^Send now/ }).click();
    await expect(sidebar.getByText(/sends in|waits to be sent/)).toHaveCount(0, patience);
    await report.add("And answers", `“${answer.slice(0, 32)}…”, in its thread`, sidebar);
  } finally {
    await reader.close();
  }
}

/** The copy is brought up to date; nobody is asked about the review. */
async function hearsOfIt(writer: ExtensionBrowser, sidebar: Page, report: Report): Promise<void> {
  const options = await writer.context.newPage();
  await options.goto(writer.page("options.html#sync"));
  await options.getByRole("button", { name: "Update now" }).click();
  await sidebar.getByRole("button", { name: "See who answered you: 1 person" }).click(patience);
  const answers = sidebar.getByRole("region", { name: "Who answered you" });
  await expect(answers).toContainText(answer, patience);
  await answers.getByText(answer).scrollIntoViewIfNeeded();
  await report.add("Someone answered you", "told to the first profile, from its own copy", sidebar);
}
