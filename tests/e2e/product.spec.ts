import { expect } from "@playwright/test";
import { html } from "../support/pages.ts";
import { inSampleWorld, test, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

let sample: SampleJourney;

inSampleWorld((shared) => {
  sample = shared;
});

test("a shop without any markup: the maker is found on the page, known or not, beside the shop", async () => {
  const sidebar = await sample.journey.sidebarAbout("https://oldharbour.example/goods/trail-runner-2");
  await expect(sidebar.getByRole("heading", { level: 1 })).toHaveText("Northwind Shoes");
  await expect(sidebar.getByRole("tab", { name: "Brand" })).toHaveAttribute("aria-selected", "true");
  await expect(sidebar.getByRole("tab", { name: "This shop" })).toBeVisible();
});

test("how the maker is known is said in words, and the toolbar carries its figure", async () => {
  const page = await sample.journey.visit("https://oldharbour.example/goods/trail-runner-2");
  const { extension } = sample.journey;
  await expect
    .poll(async () => (await extension.tabState(page))?.resolution.brand?.name)
    .toBe("Northwind Shoes");
  const state = await extension.tabState(page);
  expect(state?.kind).toBe("product");
  expect(state?.resolution.brand?.evidence[0]).toMatchObject({ code: "brand-row" });
  expect(state?.figureLens).toBe("brand");
});

test("the front page of the same shop stays a front page", async () => {
  const { extension } = sample.journey;
  const page = await sample.journey.visit("https://oldharbour.example/");
  await expect.poll(async () => (await extension.tabState(page))?.kind).toBe("home");
  expect((await extension.tabState(page))?.resolution.product).toBeUndefined();
});

test("a local business: the person says which reviewed place it is, and has its reviews until that is taken back", async () => {
  const sidebar = await sample.journey.sidebarAbout("https://sonnenkorn.example/");
  const question = sidebar.getByRole("region", { name: "Is this the place?" });
  await expect(question).toContainText("Bäckerei Sonnenkorn");
  await expect(question).toContainText("8 reviews");
  await question.getByRole("button", { name: "Yes, this one: Bäckerei Sonnenkorn" }).click();
  await expect(question).toBeHidden();
  await expect(sidebar.getByRole("button", { name: "All 8 reviews" })).toBeVisible();

  // Said of the front page, it holds for the whole site, and for the toolbar.
  const page = await sample.journey.visit("https://sonnenkorn.example/?from=map");
  await expect.poll(async () => (await sample.journey.extension.toolbar(page)).text).not.toBe("");

  await sidebar.getByRole("button", { name: "Take it back" }).click();
  await expect(question).toBeVisible();
});

test("who stands behind a page is read from its own words when somebody looks, without a request", async () => {
  const { sites } = sample.journey;
  // The first copy goes on by itself; what is asked for by looking comes after it.
  await expect
    .poll(() => sample.journey.rows("community", "tokens"))
    .toBeGreaterThanOrEqual(sample.world.tokens.length);
  const body = `<h1>Kvist Bageri</h1><p>Bread since five in the morning.</p>
    <footer><p>© 2026 Kvist Bageri GmbH · Hafenstraße 12 · 20457 Hamburg</p>
    <p>Amtsgericht Hamburg, HRB 123456 · USt-IdNr.: DE136695976</p><a href="/impressum">Impressum</a></footer>`;
  sites.serve("kvist.example", html({ title: "Kvist Bageri", body }));
  sites.seen.length = 0;
  const sidebar = await sample.journey.sidebarAbout("https://kvist.example/");
  const card = sidebar.getByRole("region", { name: "Who stands behind this page" });
  await expect(card).toContainText("Kvist Bageri GmbH");
  await expect(card).toContainText("Hafenstraße 12, 20457 Hamburg");
  await expect(card).toContainText("HRB 123456, Hamburg");
  await expect(card).toContainText("DE136695976");
  await expect(card.getByRole("link", { name: "Impressum" })).toHaveAttribute(
    "href",
    "https://kvist.example/impressum",
  );
  const asked = sites.seen.map(({ host, path }) => host + path);
  expect(asked.filter((each) => !each.startsWith("hub.example/"))).toEqual(["kvist.example/"]);
});
