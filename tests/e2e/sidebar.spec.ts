import { expect, type Locator, type Page } from "@playwright/test";
import { composerLine, fill, outboxRow, textField } from "../support/composer.ts";
import { closedRoot } from "../support/closed-root.ts";
import { inSampleWorld, test, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

const northwind = "https://northwind.example/";
let sample: SampleJourney;

inSampleWorld((shared) => {
  sample = shared;
});

function reviewsIn(sidebar: Page): Locator {
  return sidebar.getByRole("article", { name: /^Review by/ });
}

async function openReviews(url = northwind): Promise<Page> {
  const sidebar = await sample.journey.sidebarAbout(url);
  await sidebar.getByRole("tab", { name: /^Reviews/ }).click();
  await expect(reviewsIn(sidebar).first()).toBeVisible();
  return sidebar;
}

/** The figure as it is read out: "119 reviews". */
function score(sidebar: Page): Locator {
  return sidebar.getByRole("region", { name: "Score" });
}

/** The real side panel, opened by the badge. */
async function openPanel(page: Page): Promise<Page> {
  const badge = await closedRoot(page);
  await expect.poll(() => badge.exists()).toBe(true);
  await badge.click(".open");
  return sample.journey.browser.sidePanel();
}

test.describe("what a page is about", () => {
  test("an article in a shop: brand, product and shop, each with its own reviews", async () => {
    const sidebar = await sample.journey.sidebarAbout("https://bazaar.example/p/trail-runner-2");
    await expect(sidebar.getByRole("heading", { level: 1 })).toHaveText("Northwind Shoes");
    await expect(sidebar.getByRole("tab", { name: "Brand" })).toHaveAttribute("aria-selected", "true");
    await expect(score(sidebar)).toContainText(/1\d\d reviews/);
    await expect(sidebar.getByText("Owned by Harbour Group")).toBeVisible();

    await sidebar.getByRole("tab", { name: "This product" }).click();
    await expect(sidebar.getByRole("heading", { level: 1 })).toContainText("Trail Runner 2");
    await expect(score(sidebar)).toContainText(/2\d reviews/);
    await expect(score(sidebar).getByText("This page shows")).toBeVisible();

    await sidebar.getByRole("tab", { name: "This shop" }).click();
    await expect(sidebar.getByRole("heading", { level: 1 })).toHaveText("Bazaar");
    await expect(score(sidebar)).toContainText(/3\d reviews/);
  });

  test("a brand's own site: how we know, its products apart, the claim of the site beside ours", async () => {
    const sidebar = await sample.journey.sidebarAbout(northwind);
    await expect(sidebar.getByRole("tab", { name: "This shop" })).toHaveCount(0);
    await sidebar.getByText("· its own site").click();
    await expect(sidebar.getByText("How we know what this page is about:")).toBeVisible();
    await expect(score(sidebar)).toContainText("This site shows");
    await expect(score(sidebar)).toContainText(/Plain average \d\.\d\d/);
    const products = sidebar.getByRole("region", { name: "Reviews of its products" });
    await expect(products).toContainText("/products/trail-runner-2");
    await products.getByText("/products/trail-runner-2").click();
    await expect(products.getByRole("article").first()).toBeVisible();
  });

  test("a brand that nobody wrote about: what the page tells, and two next steps", async () => {
    const sidebar = await sample.journey.sidebarAbout("https://quillon.example/");
    await expect(
      sidebar.getByRole("heading", { name: "Nobody has written about Quillon here yet" }),
    ).toBeVisible();
    await expect(sidebar.getByRole("link", { name: "Where reviews come from" })).toBeVisible();
    await sidebar.getByRole("button", { name: "Write the first one" }).click();
    await expect(textField(sidebar)).toBeFocused();
  });

  test("a page that no extension may read says so", async () => {
    const { journey } = sample;
    const page = await journey.context.newPage();
    await page.goto("chrome://version");
    const sidebar = await journey.ownPage(`sidepanel.html?tab=${await journey.extension.tabIdAt(0)}`);
    await expect(sidebar.getByRole("heading", { name: "No extension may read this page" })).toBeVisible();
  });

  test("everything from the sample world is marked as such", async () => {
    const sidebar = await openReviews();
    await expect(score(sidebar)).toContainText("Sample data");
    const all = await reviewsIn(sidebar).allInnerTexts();
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((text) => !/\bSample\b/.test(text))).toEqual([]);
  });
});

test.describe("reading", () => {
  test("sorts by what the person wants to see first", async () => {
    const sidebar = await openReviews();
    const sort = sidebar.getByRole("combobox", { name: "Sort by" });
    const firstStars = reviewsIn(sidebar)
      .first()
      .getByRole("img", { name: /of 5 stars/ });
    await sort.selectOption({ label: "Critical first" });
    await expect(firstStars).toHaveAccessibleName(/^1 of 5/);
    await sort.selectOption({ label: "Best first" });
    await expect(firstStars).toHaveAccessibleName(/^5 of 5/);
    await sort.selectOption({ label: "Newest" });
    const times = (): Promise<string[]> =>
      reviewsIn(sidebar)
        .locator("time")
        .evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
    await expect(async () => {
      const shown = await times();
      expect(shown.length).toBeGreaterThan(10);
      expect(shown).toEqual(shown.toSorted().toReversed());
    }).toPass();
  });

  test("filters by stars, from the bars as well, and by words", async () => {
    const sidebar = await openReviews();
    await sidebar.getByRole("button", { name: "Filters" }).click();
    const filters = sidebar.getByRole("group", { name: "Filter reviews" });
    await filters.getByRole("button", { name: "2 stars" }).click();
    await expect(reviewsIn(sidebar).first().getByRole("img", { name: "2 of 5 stars" })).toBeVisible();
    await expect(
      sidebar.getByRole("img", { name: /^[1345] of 5 stars/ }).and(reviewsIn(sidebar)),
    ).toHaveCount(0);
    await filters.getByRole("button", { name: "With text" }).click();
    await expect(reviewsIn(sidebar).filter({ hasText: "Stars without words" })).toHaveCount(0);
    await filters.getByRole("button", { name: "Clear filters" }).click();

    await sidebar.getByRole("tab", { name: "Overview" }).click();
    await sidebar.getByRole("button", { name: /^5 stars: \d+ reviews, \d+% ?\. Show them/ }).click();
    await expect(filters.getByRole("button", { name: "5 stars" })).toHaveAttribute("aria-pressed", "true");
    await expect(reviewsIn(sidebar).first().getByRole("img", { name: "5 of 5 stars" })).toBeVisible();
  });

  test("finds words, and says so when there are none", async () => {
    const sidebar = await openReviews();
    const search = sidebar.getByRole("searchbox", { name: "Search reviews" });
    await search.fill("soles");
    await expect(sidebar.getByText(/\d+ reviews? found/)).toBeAttached();
    await expect(reviewsIn(sidebar).first()).toContainText(/soles/i);
    for (const text of await reviewsIn(sidebar).allInnerTexts()) expect(text).toMatch(/soles/i);
    await search.fill("zebra crossing");
    await expect(sidebar.getByText("No review fits.").first()).toBeVisible();
    await sidebar.getByRole("button", { name: "Clear filters" }).click();
    await expect(reviewsIn(sidebar).first()).toBeVisible();
  });

  test("goes on to the end, page by page", async () => {
    const sidebar = await openReviews();
    const shown = Number(
      (await sidebar.getByRole("tab", { name: /^Reviews/ }).innerText()).replaceAll(/\D/g, ""),
    );
    const end = sidebar.getByText("That is all");
    await expect(async () => {
      await sidebar.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await expect(end).toBeVisible({ timeout: 300 });
    }).toPass();
    await expect(sidebar.locator("bt-review-pages .page")).toHaveCount(Math.ceil(shown / 20));
  });

  test("a brand's answer stands in the thread of the review that it answers", async () => {
    const { statements } = sample.world;
    const answer = statements.find(({ what, nickname }) => what === "reply" && nickname === "Northwind");
    const answered = statements[answer?.of ?? -1];
    const sidebar = await openReviews();
    const snippet = (answered?.opinion ?? "").slice(0, 40);
    await sidebar.getByRole("searchbox", { name: "Search reviews" }).fill(snippet);
    await expect(reviewsIn(sidebar)).toHaveCount(1);
    const review = reviewsIn(sidebar);
    await review.getByRole("button", { name: /^Reply \d+: review by/ }).click();
    const reply = review.getByRole("article", { name: "Reply by Northwind" });
    await expect(reply).toContainText(answer?.opinion ?? "?");
    const official = reply.getByRole("link", { name: "Official: the key is proven by northwind.example" });
    await expect(official).toHaveAttribute("href", "https://northwind.example/.well-known/backtalk.json");
    await expect(reply).toContainText("Sample");
  });

  test("every review tells why it counts as it does", async () => {
    const sidebar = await openReviews();
    const review = reviewsIn(sidebar).first();
    await review.getByRole("button", { name: /^Why the review by/ }).click();
    await expect(review).toContainText("The signature fits the key, checked on this device.");
    await expect(review).toContainText("An invented sample, not a real opinion.");
    await review.getByText("Details").click();
    await expect(review).toContainText("https://northwind.example");
  });
});

test.describe("beside the tabs", () => {
  test("it follows the tab in front while nothing is being read or written", async () => {
    const first = await sample.journey.visit(northwind);
    const panel = await openPanel(first);
    const heading = panel.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("Northwind Shoes");
    const second = await sample.journey.visit("https://tessera.example/");
    await second.bringToFront();
    await expect(heading).toHaveText("Tessera");
    await first.bringToFront();
    await expect(heading).toHaveText("Northwind Shoes");
  });

  test("while something is being written it stays, says where the tab is, and switches when told", async () => {
    const first = await sample.journey.visit(northwind);
    const panel = await openPanel(first);
    await composerLine(panel).click();
    await fill(panel, { text: "In the middle of a thou" });
    const second = await sample.journey.visit("https://tessera.example/");
    await second.bringToFront();
    await expect(panel.getByText("Now on Tessera")).toBeVisible();
    await expect(textField(panel)).toHaveValue("In the middle of a thou");
    await expect(panel.getByRole("heading", { level: 1 })).toHaveText("Northwind Shoes");

    await panel.getByRole("button", { name: "Switch" }).click();
    await expect(panel.getByRole("heading", { level: 1 })).toHaveText("Tessera");
    await expect(textField(panel)).toHaveValue("In the middle of a thou");
    await expect(panel.getByText("This draft is about another page than the one in front.")).toBeVisible();
    await textField(panel).press("Escape");
    await expect(composerLine(panel)).toContainText("Say something about Tessera");
    expect(await panel.evaluate(() => scrollY)).toBe(0);

    await first.bringToFront();
    await expect(panel.getByRole("heading", { level: 1 })).toHaveText("Northwind Shoes");
    await expect(composerLine(panel)).toContainText("Draft: In the middle of a thou");
  });
});

test("with the keyboard alone: from the first tab stop to a signed review, and the focus comes back", async () => {
  const sidebar = await sample.journey.sidebarAbout("https://bazaar.example/p/trail-runner-2");
  await expect(score(sidebar)).toBeVisible();
  const { keyboard } = sidebar;
  const tabTo = async (target: Locator): Promise<void> => {
    await expect(async () => {
      await keyboard.press("Tab");
      await expect(target).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
  };

  // A menu: opened by arrow, left by Escape, the focus where it was.
  const menu = sidebar.getByRole("button", { name: "More about Northwind Shoes" });
  await tabTo(menu);
  await keyboard.press("ArrowDown");
  await expect(sidebar.getByRole("menuitem").first()).toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(sidebar.getByRole("menuitem").nth(1)).toBeFocused();
  await keyboard.press("Escape");
  await expect(menu).toBeFocused();

  // Lenses and tabs: one stop each, arrows inside.
  await keyboard.press("Tab");
  await expect(sidebar.getByRole("tab", { name: "Brand" })).toBeFocused();
  await keyboard.press("End");
  await expect(sidebar.getByRole("heading", { level: 1 })).toHaveText("Bazaar");
  await expect(sidebar.getByRole("tab", { name: "This shop" })).toBeFocused();
  await tabTo(sidebar.getByRole("tab", { name: "Overview" }));
  await keyboard.press("ArrowRight");
  await expect(sidebar.getByRole("tab", { name: /^Reviews/ })).toBeFocused();
  await expect(reviewsIn(sidebar).first()).toBeVisible();
  await sidebar.getByRole("tab", { name: /^Reviews/ }).press("Home");

  // The composer: stars by arrows, posted by Ctrl+Enter.
  await tabTo(composerLine(sidebar));
  await keyboard.press("Enter");
  await expect(textField(sidebar)).toBeFocused();
  await keyboard.type("Found it in two clicks.");
  await keyboard.press("Escape");
  await expect(composerLine(sidebar)).toBeFocused();
  await keyboard.press("Enter");
  await expect(textField(sidebar)).toHaveValue("Found it in two clicks.");
  await keyboard.press("Shift+Tab");
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await expect(sidebar.getByRole("radio", { checked: true })).toBeFocused();
  await tabTo(sidebar.getByRole("button", { name: "Post", exact: true }));
  await keyboard.press("Control+Enter");
  await expect(outboxRow(sidebar)).toContainText(/Sends in \d+ s/);
  await expect(composerLine(sidebar)).toBeFocused();
  await expect(sidebar.getByText("Signed. It is sent in a minute; you can undo it.")).toBeAttached();
});
