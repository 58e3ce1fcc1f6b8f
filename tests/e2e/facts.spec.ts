import { daily, recall } from "../support/daily.ts";
import { badgeAppears, badgeStaysAway, html, jsonLd, northwind, visit } from "../support/pages.ts";
import { expect, test } from "./fixtures.ts";

const home = "https://northwind.example/";

/** A page of a shop that sells one thing of a brand. */
function productPage(name: string, brand: string, gtin13?: string): string {
  const product = { "@type": "Product", name, brand: { "@type": "Brand", name: brand }, gtin13 };
  return html({ title: name, head: jsonLd(product), body: `<h1>${name}</h1>` });
}

test.describe("a recall on the badge", () => {
  test("of the brand, within twelve months: the word in place of the figure, the same in the toolbar", async ({
    backtalk,
    context,
    sites,
  }) => {
    await backtalk.seed(northwind);
    await backtalk.seedDaily(daily([recall("kettles", 30, { severity: "serious" })]));
    sites.serve("northwind.example", html());
    const tab = await visit(context, backtalk, home);
    await badgeAppears(tab);
    expect(await tab.badge.text(".open")).toBe("Recall");
    expect((await tab.badge.box(".open svg.recall")).width).toBe(14);
    const box = await tab.badge.box(".pill");
    expect(box.width).toBeLessThanOrEqual(120);
    expect(box.height).toBe(32);
    expect(await backtalk.toolbar(tab.page)).toEqual({
      text: "!",
      title: "Northwind: recall within twelve months. Northwind: 3.4 of 5 stars from 128 reviews",
    });
  });

  test("stands there although nobody has written anything, and comes and goes with the daily file", async ({
    backtalk,
    context,
    sites,
  }) => {
    sites.serve("northwind.example", html());
    const tab = await visit(context, backtalk, home);
    await badgeStaysAway(tab);
    await backtalk.seedDaily(daily([recall("kettles", 30)]));
    await backtalk.command("syncNow");
    await badgeAppears(tab);
    expect(await tab.badge.text(".open")).toBe("Recall");
    await backtalk.seedDaily(daily([]));
    await backtalk.command("syncNow");
    await expect.poll(() => tab.badge.exists()).toBe(false);
    await expect.poll(async () => (await backtalk.toolbar(tab.page)).text).toBe("");
  });

  test("not for what is long ago", async ({ backtalk, context, sites }) => {
    await backtalk.seedDaily(daily([recall("kettles", 400)]));
    sites.serve("northwind.example", html());
    await badgeStaysAway(await visit(context, backtalk, home));
  });

  test("of this very product, however old, by its number", async ({ backtalk, context, sites }) => {
    const gtin = "9526543210986";
    await backtalk.seedDaily(
      daily([recall("stoves", 900, { title: "Zephyra recalls stoves", details: [`Barcode ${gtin}`] })], {
        brandId: "name:zephyra",
      }),
    );
    sites.serve("megashop.example", productPage("Trail Stove", "Zephyra", gtin));
    const tab = await visit(context, backtalk, "https://megashop.example/p/1");
    await badgeAppears(tab);
    expect((await backtalk.toolbar(tab.page)).title).toContain("A recall names Trail Stove.");
  });

  test("never because of the shop that sold it", async ({ backtalk, context, sites }) => {
    await backtalk.seedDaily(
      daily([recall("stoves", 30, { products: ["Trail Stove"] })], { brandId: "megashop.example" }),
    );
    sites.serve("megashop.example", productPage("Trail Stove", "Zephyra"));
    await badgeStaysAway(await visit(context, backtalk, "https://megashop.example/p/1"));
  });
});

test.describe("the Facts tab", () => {
  test("shows what records say, and asks nobody", async ({ backtalk, context, journey, sites }) => {
    await backtalk.seed(northwind);
    await backtalk.seedDaily(
      daily([
        recall("kettles", 30, { severity: "serious", products: ["Steam Kettle"] }),
        recall("boots", 800),
        {
          key: "wikidata:o",
          source: "wikidata",
          kind: "owner",
          title: "Harbour Group",
          url: "https://wiki.example/1",
        },
      ]),
    );
    sites.serve("northwind.example", html());
    const { page } = await visit(context, backtalk, home);
    const sidebar = await journey.sidebarFor(page);
    const notice = sidebar.getByRole("region", { name: "Recall by Northwind within twelve months" });
    await expect(notice).toContainText("May cause serious injury");
    const asked = sites.seen.length;
    await notice.getByRole("button", { name: "All facts" }).click();
    await expect(sidebar.getByRole("tab", { name: "Facts" })).toHaveAttribute("aria-selected", "true");
    const recalls = sidebar.getByRole("region", { name: "Recalls and safety alerts" });
    await expect(recalls.getByRole("link", { name: "Northwind recalls kettles" })).toHaveAttribute(
      "rel",
      "noopener noreferrer",
    );
    await expect(recalls).toContainText("Steam Kettle");
    await expect(sidebar.getByRole("link", { name: "Harbour Group" })).toBeVisible();
    const old = sidebar.getByRole("link", { name: "Northwind recalls boots" });
    await expect(old).toBeHidden();
    await sidebar.getByText("Older: 1 recall").click();
    await expect(old).toBeVisible();
    expect(sites.seen).toHaveLength(asked);
    expect(await journey.rows("personal", "ledger")).toBe(0);
  });

  test("says that there is nothing, and leads to a search", async ({ backtalk, context, journey, sites }) => {
    sites.serve("northwind.example", html());
    const { page } = await visit(context, backtalk, home);
    const sidebar = await journey.sidebarFor(page);
    await sidebar.getByRole("tab", { name: "Facts" }).click();
    await expect(
      sidebar.getByRole("heading", { name: "No public records about Northwind here" }),
    ).toBeVisible();
    await expect(
      sidebar.getByText("The daily file of public records is not on this device yet"),
    ).toBeVisible();
    await sidebar.getByRole("button", { name: "Search for records" }).click();
    await expect(sidebar.getByRole("heading", { name: "Where to search for Northwind" })).toBeFocused();
  });
});
