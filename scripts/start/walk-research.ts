import { expect } from "@playwright/test";
import { Workspace } from "../../tests/support/workspace.ts";
import type { ExtensionBrowser } from "../browser/extension-browser.ts";
import type { Report } from "./report.ts";

/** Posts of two platforms, as they come by. */
const feed = "https://chirp.example/";
const thread = "https://trailtalk.example/t/trail-shoe-for-wet-winters/42";
const patience = { timeout: 60_000 };

/** A researcher records what comes by, codes one mention, looks at the charts, and takes all of it out as a folder. */
export async function walkResearch(browser: ExtensionBrowser, report: Report): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.page("research.html"));
  const workspace = new Workspace(page);
  await workspace.newCollection("Returns study", "Robin");
  await workspace.record();
  const reading = await browser.context.newPage();
  await reading.goto(feed);
  await reading.getByRole("button", { name: "More" }).click();
  await expect(workspace.bar).toContainText("20 posts seen", patience);
  await reading.goto(thread);
  await expect(workspace.bar).toContainText("23 posts seen", patience);
  await page.bringToFront();
  await expect(workspace.count("23 mentions")).toBeVisible(patience);
  await report.add("Posts are recorded for research", "23 seen on two platforms, kept on this device", page);

  await workspace.bar.getByRole("button", { name: "Stop" }).click();
  await workspace.addCodes("Durability", "Returns");
  await workspace.grid.focus();
  await page.keyboard.press("c");
  const code = workspace.mention.getByRole("button", { name: /Durability/ });
  await expect(code).toBeFocused(patience);
  // What was said before is read first.
  await expect(code).toHaveAttribute("aria-disabled", "false", patience);
  await page.keyboard.press("1");
  await expect(code).toHaveAttribute("aria-pressed", "true", patience);
  const bar = page.getByRole("button", { name: /^Northwind Shoes: \d+ items$/ });
  await bar.click();
  const narrowed = page.getByText(/^\d+ mentions of 23$/);
  await expect(narrowed).toBeVisible(patience);
  await report.add("A bar of a chart filters", `${await narrowed.innerText()}: Northwind Shoes`, page);

  await page.getByRole("button", { name: "Clear all" }).click();
  const dialog = await workspace.open("Export…", /^Export/);
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  const done = dialog.getByText("Done: ");
  await expect(done).toBeVisible(patience);
  await done.scrollIntoViewIfNeeded();
  await report.add("All of it leaves as a folder", await done.innerText(), page);
}
