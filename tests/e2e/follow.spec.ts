import { daily, recall } from "../support/daily.ts";
import type { Journey } from "../support/journey.ts";
import { html, visit } from "../support/pages.ts";
import { expect, test, type Page } from "./fixtures.ts";

const home = "https://northwind.example/";

async function pickFromMenu(sidebar: Page, item: string): Promise<void> {
  await sidebar.getByRole("button", { name: "More about Northwind" }).click();
  await sidebar.getByRole("menuitem", { name: item }).click();
}

/** Follows the brand of a page of ours. */
async function followNorthwind(journey: Journey): Promise<Page> {
  journey.sites.serve("northwind.example", html());
  const { page } = await visit(journey.context, journey.extension, home);
  const sidebar = await journey.sidebarFor(page);
  await pickFromMenu(sidebar, "Follow");
  await expect(sidebar.getByText("You follow Northwind now.")).toBeAttached();
  return sidebar;
}

test("a followed brand: a new daily file brings updates, which are read and marked as seen", async ({
  backtalk,
  journey,
  sites,
}) => {
  await backtalk.seedDaily(daily([recall("boots", 60)], { threads: { lemmy: 10 } }));
  const sidebar = await followNorthwind(journey);
  await expect(sidebar.getByText(/updates? about/)).toHaveCount(0);
  const asked = sites.seen.length;

  await backtalk.seedDaily(daily([recall("kettles", 1), recall("boots", 60)], { threads: { lemmy: 30 } }));
  await backtalk.command("syncNow");
  await sidebar.getByRole("button", { name: "See 2 updates about brands you follow" }).click();
  const updates = sidebar.getByRole("list", { name: "Updates about Northwind" });
  await expect(updates.getByRole("link", { name: "Northwind recalls kettles" })).toBeVisible();
  await expect(updates).toContainText("20 new conversations within a week");
  await expect(updates).not.toContainText("boots");

  await sidebar.getByRole("button", { name: "Mark as seen: updates about Northwind" }).click();
  await expect(updates.getByText("New", { exact: true })).toHaveCount(0);
  await sidebar.getByRole("tab", { name: "Overview" }).click();
  await expect(sidebar.getByText(/updates? about/)).toHaveCount(0);

  // The same file again is no news, and nobody was asked for anything.
  await backtalk.command("syncNow");
  await sidebar.reload();
  await expect(sidebar.getByRole("tab", { name: "Overview" })).toBeVisible();
  await expect(sidebar.getByText(/updates? about/)).toHaveCount(0);
  expect(sites.seen).toHaveLength(asked);
  expect(await journey.rows("personal", "ledger")).toBe(0);

  await pickFromMenu(sidebar, "Following");
  await expect.poll(() => journey.rows("personal", "follows")).toBe(0);
});

test("what is drawn on a page does not depend on what is followed", async ({ backtalk, journey }) => {
  await backtalk.seedDaily(daily([recall("kettles", 400)]));
  await followNorthwind(journey);
  const page = journey.context.pages().find((each) => each.url() === home)!;
  await backtalk.seedDaily(daily([recall("kettles", 400)], { threads: { lemmy: 90 } }));
  await backtalk.command("syncNow");
  await expect.poll(() => page.evaluate(() => document.querySelector("backtalk-badge"))).toBeNull();
  expect((await backtalk.toolbar(page)).text).toBe("");
});

test("forgetting the site forgets that its brand is followed", async ({ backtalk, journey }) => {
  const sidebar = await followNorthwind(journey);
  expect(await journey.rows("personal", "follows")).toBe(1);
  await pickFromMenu(sidebar, "Forget this site");
  await expect.poll(() => journey.rows("personal", "follows")).toBe(0);
  expect(backtalk.complaints).toEqual([]);
});

test("the options list what is followed, by the address that a notification opens", async ({ journey }) => {
  await followNorthwind(journey);
  const options = await journey.ownPage("options.html#following");
  const section = options.getByRole("region", { name: "Brands you follow" });
  await expect(section.getByRole("listitem").filter({ hasText: "Northwind" })).toBeInViewport();
  await section.getByRole("button", { name: "Unfollow Northwind" }).click();
  await expect(section.getByText("You no longer follow Northwind.")).toBeVisible();
  expect(await journey.rows("personal", "follows")).toBe(0);
});

test("places that were agreed to can be taken back in the options", async ({ backtalk, journey }) => {
  await backtalk.store("local", { searchHosts: ["hn.algolia.com", "mastodon.social"] });
  const options = await journey.ownPage("options.html#places");
  await options.getByRole("button", { name: "Take back that hn.algolia.com may be asked" }).click();
  await expect(options.getByText("hn.algolia.com is not asked any more.")).toBeVisible();
  expect((await backtalk.stored("local"))["searchHosts"]).toEqual(["mastodon.social"]);
});
