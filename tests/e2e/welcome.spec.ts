import { expect, test, type Page } from "@playwright/test";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import { badgeAppears, visit } from "../support/pages.ts";

test.describe.configure({ mode: "default" });

let journey: Journey;
let server: HubHost;

test.beforeAll(async () => {
  journey = await Journey.begin();
  // The built-in default.
  server = await HubHost.start(journey.sites, "api.mangrove.reviews");
});

test.beforeEach(async () => {
  await journey.freshStart();
});

test.afterEach(() => {
  expect(journey.extension.complaints).toEqual([]);
});

test.afterAll(async () => {
  await journey?.end();
  await server?.hub.close();
});

async function choose(welcome: Page, name: string): Promise<void> {
  await welcome.getByRole("radio", { name }).check();
}

test("before the choice nothing is read and nothing is asked", async () => {
  const welcome = await journey.ownPage("welcome.html");
  await expect(welcome.getByRole("heading", { level: 1 })).toHaveText("What people say, where you need it");
  await expect(welcome.getByText(/copies the open review network from api\.mangrove\.reviews/)).toBeVisible();
  await expect(welcome.getByRole("radio", { checked: true })).toHaveCount(0);
  const page = await journey.context.newPage();
  await page.goto(journey.serveBrand("early.example", "Early"));
  const sidebar = await journey.sidebarFor(page);
  await expect(sidebar.getByRole("heading", { name: "One choice first" })).toBeVisible();
  expect(await journey.extension.tabState(page)).toBeUndefined();
  expect(server.requests).toEqual([]);
});

test("on all sites: pages are read from then on, and the copy begins", async () => {
  const page = await journey.context.newPage();
  await page.goto(journey.serveBrand("all.example", "All"));
  const welcome = await journey.ownPage("welcome.html");
  await choose(welcome, "On all sites");
  await expect(welcome.getByText("Done. Try it.")).toBeVisible();
  await expect.poll(async () => (await journey.extension.tabState(page))?.title).toBe("All");
  await expect.poll(() => server.requests.length).toBeGreaterThan(0);
});

test("only when I click: no page is read until then, and changing one's mind works both ways", async () => {
  const url = journey.serveBrand("click.example", "Click");
  const welcome = await journey.ownPage("welcome.html");
  await choose(welcome, "Only when I click");
  await expect(
    welcome.getByText(/press the Backtalk icon in the toolbar\. Nothing is read before/),
  ).toBeVisible();
  await journey.extension.seed({ subjectKey: "https://click.example", count: 3 });

  const page = await journey.context.newPage();
  await page.goto(url);
  const sidebar = await journey.sidebarFor(page);
  await expect(sidebar.getByRole("heading", { name: "Not read yet" })).toBeVisible();
  expect(await journey.extension.tabState(page)).toBeUndefined();
  await sidebar.getByRole("button", { name: "Read this page" }).click();
  await expect(sidebar.getByRole("heading", { level: 1 })).toHaveText("Click");

  const options = await journey.ownPage("options.html");
  await expect(options.getByRole("radio", { name: "Only when I click" })).toBeChecked();
  await choose(options, "On all sites");
  await expect(options.getByText("Saved.")).toBeVisible();
  const tab = await visit(journey.context, journey.extension, `${url}more`);
  await badgeAppears(tab);

  await choose(options, "Only when I click");
  await expect.poll(() => tab.badge.exists()).toBe(false);
});
