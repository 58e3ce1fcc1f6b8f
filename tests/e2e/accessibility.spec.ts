import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { composerLine, fill, openComposer, outboxRow, pressPost, sendNow } from "../support/composer.ts";
import { Journey } from "../support/journey.ts";
import { inSampleWorld, test, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

const northwind = "https://northwind.example/";
/** 400 % of a window of 1280 CSS px, and the narrowest a sidebar gets. */
const narrow = { width: 320, height: 720 };
let sample: SampleJourney;

inSampleWorld((shared) => {
  sample = shared;
});

/** What axe finds wrong in the whole page, as sentences. */
async function findings(page: Page): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page });
  // The open composer stands over the overview and cuts some of its chips in half until one scrolls; what the
  // overview is like without it is looked at for itself.
  if ((await page.locator("bt-composer-form").count()) > 0)
    builder.exclude({ fromShadowDom: ["bt-sidebar", "bt-subject-view", "bt-overview"] });
  const { violations } = await builder
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/**
 * Nothing that axe knows is wrong, and nothing scrolls sideways, in a narrow window. The colours of the dark theme are
 * looked at where components are tested.
 */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  await page.setViewportSize(narrow);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect.soft(await findings(page), screen).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(overflow, `${screen}: scrolls sideways`).toBeLessThanOrEqual(0);
}

test("reading: overview, reviews, filters, why, thread, menu", async () => {
  const sidebar = await sample.journey.sidebarAbout("https://bazaar.example/p/trail-runner-2");
  await expect(sidebar.getByRole("article").first()).toBeVisible();
  await expectAccessible(sidebar, "overview");
  await sidebar.getByRole("button", { name: "More about Northwind Shoes" }).click();
  await expectAccessible(sidebar, "menu");
  await sidebar.keyboard.press("Escape");
  await sidebar.getByText("how it is weighed").click();
  await sidebar.getByText("As a table").click();
  await sidebar.getByText("What it sees").first().click();
  await expectAccessible(sidebar, "weights");
  await sidebar.getByRole("tab", { name: /^Reviews/ }).click();
  await sidebar.getByRole("button", { name: "Filters" }).click();
  const review = sidebar.getByRole("article").first();
  await review.getByRole("button", { name: /^Why the review by/ }).click();
  await review.getByRole("button", { name: /^Reply/ }).click();
  await expectAccessible(sidebar, "reviews");
  await sidebar.getByRole("searchbox").fill("zebra crossing");
  await expect(sidebar.getByText("No review fits.").first()).toBeVisible();
  await expectAccessible(sidebar, "no match");
});

test("writing: composer, warning, refusal, held, mine, slip, questions", async () => {
  const { journey, hub } = sample;
  const sidebar = await journey.sidebarAbout("https://solvang.example/");
  await openComposer(sidebar);
  await expectAccessible(sidebar, "composer before the first post");
  await fill(sidebar, { stars: 4, text: `Call me on +49 30 1234567. ${"é".repeat(500)}` });
  await pressPost(sidebar);
  await expect(sidebar.getByRole("alert")).toBeVisible();
  await expectAccessible(sidebar, "composer with a warning and an obstacle");
  await fill(sidebar, { text: "One gear too few." });
  hub.interfere = ({ method }) => (method === "PUT" ? { status: 400, body: "Closed." } : undefined);
  await pressPost(sidebar);
  await expect(outboxRow(sidebar)).toContainText(/Sends in/);
  await expectAccessible(sidebar, "held");
  // Where axe took longer than the minute, it has been sent by now.
  await journey.timePasses("outbox");
  await expect(outboxRow(sidebar)).toContainText("Closed.");
  await expectAccessible(sidebar, "refused");
  hub.interfere = () => undefined;
  await sidebar.getByRole("button", { name: /^Back to draft/ }).click();
  await pressPost(sidebar);
  await sendNow(sidebar);
  await sidebar.getByRole("tab", { name: /^Yours/ }).click();
  await expect(sidebar.getByRole("button", { name: /^Withdrawal slip/ })).toBeVisible();
  await expectAccessible(sidebar, "mine");
  await sidebar.getByRole("button", { name: /^Withdrawal slip/ }).click();
  await expect(sidebar.getByRole("img", { name: "Withdrawal slip as a QR code" })).toBeVisible();
  await expectAccessible(sidebar, "slip");
  await sidebar.keyboard.press("Escape");
  await sidebar.getByRole("button", { name: /^Delete your review/ }).click();
  await expectAccessible(sidebar, "deletion");
});

test("nothing to show: no reviews, nothing to say, restricted, offline", async () => {
  const { journey } = sample;
  const empty = await journey.sidebarAbout("https://quillon.example/");
  await expect(empty.getByText("Nobody has written about Quillon here yet")).toBeVisible();
  await journey.context.setOffline(true);
  await expect(empty.getByText("Offline: this is the copy on this device.").first()).toBeVisible();
  await expectAccessible(empty, "empty and offline");
  await journey.context.setOffline(false);
  const page = await journey.context.newPage();
  await page.goto("chrome://version");
  const restricted = await journey.ownPage(`sidepanel.html?tab=${await journey.extension.tabIdAt(0)}`);
  await expect(restricted.getByText("No extension may read this page")).toBeVisible();
  await expectAccessible(restricted, "restricted");
});

test("options and welcome, with a question open and with a key", async () => {
  const { journey } = sample;
  const options = await journey.ownPage("options.html");
  await expect(options.getByRole("region", { name: "What was sent" })).toBeVisible();
  await expectAccessible(options, "options");
  await options.getByRole("textbox", { name: "Address of a feed" }).fill("https://feed.example/v1");
  await options.keyboard.press("Enter");
  await expect(options.getByRole("dialog")).toBeVisible();
  await expectAccessible(options, "consent");
  const welcome = await journey.ownPage("welcome.html");
  await expect(welcome.getByRole("radio", { name: "On all sites" })).toBeChecked();
  await welcome.getByRole("radio", { name: "Only when I click" }).check();
  await expect(welcome.getByText("Done. Try it.")).toBeVisible();
  await expectAccessible(welcome, "welcome");

  const page = await journey.context.newPage();
  await page.goto(northwind);
  const unread = await journey.sidebarFor(page);
  await expect(unread.getByText("Not read yet")).toBeVisible();
  await expectAccessible(unread, "unread");
  await welcome.getByRole("radio", { name: "On all sites" }).check();
  await expect(welcome.getByText("Saved.")).toBeVisible();
});

test("forced colours: what is chosen and what can be pressed is still told apart", async () => {
  const { journey } = sample;
  const sidebar = await journey.sidebarAbout(northwind);
  await expect(sidebar.getByRole("article").first()).toBeVisible();
  await sidebar.emulateMedia({ forcedColors: "active" });
  await openComposer(sidebar);
  const edges = await sidebar.getByRole("tab").evaluateAll((tabs) =>
    tabs.map((tab) => {
      const { borderBlockEndColor, borderBlockEndWidth } = getComputedStyle(tab);
      return `${tab.getAttribute("aria-selected")} ${borderBlockEndColor} ${borderBlockEndWidth}`;
    }),
  );
  expect(new Set(edges).size).toBeGreaterThan(1);
  await test.info().attach("forced-colors", { body: await sidebar.screenshot(), contentType: "image/png" });
});

test("an error: the local copy was written by a newer version", async () => {
  const journey = await Journey.begin();
  try {
    await journey.extension.setUp();
    const page = await journey.visit(journey.serveBrand("newer.example", "Newer"));
    const own = await journey.extension.page();
    await own.evaluate(async () => {
      await new Promise((resolve) => {
        const request = indexedDB.open("community", 1_000_000);
        request.addEventListener("success", () => {
          request.result.close();
          resolve(undefined);
        });
      });
    });
    const sidebar = await journey.sidebarFor(page);
    await expect(sidebar.getByRole("alert")).toContainText("Please update Backtalk.");
    await expect(composerLine(sidebar)).toBeVisible();
    await expectAccessible(sidebar, "error");
  } finally {
    await journey.end();
  }
});
