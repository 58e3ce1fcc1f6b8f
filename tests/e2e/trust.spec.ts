import { expect, type Locator, type Page } from "@playwright/test";
import { closedRoot } from "../support/closed-root.ts";
import { inSampleWorld, test, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

// Fourteen bought reviews with five stars came on 3 May, in a world that else gives four to six a month.
const northwind = "https://northwind.example/";
let sample: SampleJourney;

inSampleWorld((shared) => {
  sample = shared;
});

test.afterEach(async () => {
  await sample.journey.extension.store("local", { signalsOff: [] });
});

function score(sidebar: Page): Locator {
  return sidebar.getByRole("region", { name: "Score" });
}

function number(sidebar: Page): Locator {
  return score(sidebar).locator(".big");
}

function reasons(sidebar: Page): Locator {
  return score(sidebar)
    .getByRole("listitem")
    .filter({ hasText: /weighs? less/ });
}

function reviewsIn(sidebar: Page): Locator {
  return sidebar.getByRole("article", { name: /^Review by/ });
}

/** A page, what its badge shows, and the sidebar about it; a badge that is drawn early is drawn anew when there are weights. */
async function openBoth(): Promise<{ badge: string; sidebar: Page }> {
  const page = await sample.journey.visit(northwind);
  const badge = await closedRoot(page);
  await expect.poll(() => badge.exists()).toBe(true);
  const sidebar = await sample.journey.sidebarFor(page);
  await expect(reasons(sidebar).or(score(sidebar).getByText("off here")).first()).toBeVisible();
  return { badge: (await badge.text(".open")).split(" · ")[0] ?? "", sidebar };
}

async function openEvidence(sidebar: Page): Promise<void> {
  await score(sidebar).getByText("how it is weighed").click();
  await expect(score(sidebar).getByRole("checkbox", { name: "Bursts" })).toBeVisible();
}

test("the planted burst: why in words, the reviews themselves, and how much each counts", async () => {
  const { badge, sidebar } = await openBoth();
  await expect(number(sidebar)).toHaveText(badge);
  await score(sidebar)
    .getByRole("button", { name: /more reasons?$/ })
    .click();
  const burst = reasons(sidebar).filter({ hasText: "written in one burst, May 3" });
  await expect(burst).toHaveText(/\d+ reviews weigh less: .* \(\d+ came; usual: up to \d+\)/);
  const count = Number(/^\s*(\d+) /.exec(await burst.innerText())?.[1]);
  await burst.getByRole("button", { name: /^See them/ }).click();
  await expect(sidebar.getByRole("tab", { name: /^Reviews/ })).toHaveAttribute("aria-selected", "true");
  await expect(reviewsIn(sidebar)).toHaveCount(count);
  const marks = reviewsIn(sidebar).getByRole("button", { name: /^Counts (less than )?\d+%\. Why/ });
  await expect(marks).toHaveCount(count);
  await marks.first().click();
  await expect(reviewsIn(sidebar).first()).toContainText(
    /Counts (less than )?\d+%: .*one of \d+ posted on May 3; usual: up to \d+ a day/s,
  );
  await sidebar.getByRole("button", { name: "Clear filters" }).click();
  await expect.poll(() => reviewsIn(sidebar).count()).toBeGreaterThan(count);
});

test("a signal that is switched off changes the sidebar's number, which says so, and not the badge's", async () => {
  const { badge, sidebar } = await openBoth();
  await score(sidebar)
    .getByRole("button", { name: /more reasons?$/ })
    .click();
  await expect(reasons(sidebar).filter({ hasText: "one burst" })).toHaveCount(1);
  await openEvidence(sidebar);
  for (const name of ["Bursts", "Texts alike"])
    await score(sidebar).getByRole("checkbox", { name }).uncheck();
  await expect(score(sidebar)).toContainText("2 signals are off here");
  await expect(score(sidebar)).toContainText(`Badge and toolbar, with all signals: ${badge}`);
  await expect(number(sidebar)).not.toHaveText(badge);
  await expect(reasons(sidebar).filter({ hasText: "one burst" })).toHaveCount(0);

  const again = await openBoth();
  expect(again.badge).toBe(badge);
  await expect(number(again.sidebar)).not.toHaveText(badge);
  await again.sidebar.getByRole("button", { name: "Switch all on" }).click();
  // Both sidebars follow: it is one setting.
  for (const page of [sidebar, again.sidebar]) {
    await expect(number(page)).toHaveText(badge);
    await expect(score(page)).not.toContainText("off here");
  }
});

test("when reviews came: the burst is marked, and a table says the same", async () => {
  const { sidebar } = await openBoth();
  await openEvidence(sidebar);
  const times = score(sidebar).getByRole("region", { name: "When reviews came" });
  await expect(times.getByText("Days of a burst")).toBeVisible();
  await times.getByText("As a table").click();
  const may = times.getByRole("row", { name: /^May 2026/ });
  const cells = await may.getByRole("cell").allInnerTexts();
  expect(Number(cells[1])).toBeGreaterThanOrEqual(14);
  expect(Number(cells[0])).toBeGreaterThanOrEqual(Number(cells[1]));
  await times.getByRole("button", { name: "Around May 3" }).press("Enter");
  await expect(times.getByRole("row", { name: /^May 3, 2026/ })).toBeVisible();
});

test("what is switched in the options holds in the sidebar, and is told there", async () => {
  const options = await sample.journey.ownPage("options.html#signals");
  const switches = options.locator("bt-signals").getByRole("checkbox");
  await expect(switches).toHaveCount(10);
  await options.getByRole("checkbox", { name: "Bursts" }).uncheck();
  const { sidebar } = await openBoth();
  await expect(score(sidebar)).toContainText("1 signal is off here");
});
