import { expect, type Locator, type Page } from "@playwright/test";
import { inSampleWorld, test, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

let sample: SampleJourney;

inSampleWorld((shared) => {
  sample = shared;
});

function topicsIn(sidebar: Page): Locator {
  return sidebar.getByRole("region", { name: "What people mention most" });
}

test("what people mention most: a dedicated worker counts, a press shows the sentences", async () => {
  const sidebar = await sample.journey.sidebarAbout("https://northwind.example/");
  const started = sidebar.waitForEvent("worker");
  await sidebar.reload();
  expect((await started).url()).toBe(new URL("/compute.js", sidebar.url()).href);

  const chips = topicsIn(sidebar).getByRole("button", { expanded: false });
  await expect(chips.first()).toHaveAccessibleName(/^.+ \d+ texts$/);
  const counts = (await chips.allInnerTexts()).map((text) => Number(/(\d+)/.exec(text)?.[1]));
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));

  await chips.first().press("Enter");
  const quotes = topicsIn(sidebar).getByRole("blockquote");
  await expect(quotes.first().locator("mark")).not.toHaveCount(0);
  const lead = topicsIn(sidebar).getByRole("button", { name: /^Review by/ });
  await lead.first().click();
  await expect(topicsIn(sidebar).getByRole("article")).toHaveCount(1);
  await lead.first().press("Escape");
  await expect(quotes).toHaveCount(0);
  await expect(chips.first()).toBeFocused();
});

test("the worker ends with what needs it", async () => {
  const sidebar = await sample.journey.sidebarAbout("https://northwind.example/");
  await expect(topicsIn(sidebar)).toBeVisible();
  const [worker] = sidebar.workers();
  const ended = worker?.waitForEvent("close");
  await sidebar.close();
  await ended;
});

test("without a worker the sidebar says what it says, and nobody is told of an error", async () => {
  const sidebar = await sample.journey.sidebarAbout("https://northwind.example/");
  const said = sidebar.waitForEvent("console", (message) => message.text().includes("[compute]"));
  await sidebar.addInitScript(() => {
    Object.assign(globalThis, {
      Worker: () => {
        throw new DOMException("no workers here", "SecurityError");
      },
    });
  });
  await sidebar.reload();
  await said;
  await expect(sidebar.getByRole("article", { name: /^Review by/ }).first()).toBeVisible();
  await expect(topicsIn(sidebar)).toHaveCount(0);
  await expect(sidebar.getByRole("alert")).toHaveCount(0);
});
