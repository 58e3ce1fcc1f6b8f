import { badgeAppears, badgeStaysAway, html, jsonLd, northwind, visit } from "../support/pages.ts";
import { expect, test } from "./fixtures.ts";

test.describe("what the badge says", () => {
  test("a brand's own site: its score and count, the same in the toolbar", async ({
    backtalk,
    context,
    sites,
  }) => {
    await backtalk.seed(northwind);
    sites.serve("www.northwind.example", html());
    const tab = await visit(context, backtalk, "https://www.northwind.example/");
    await badgeAppears(tab);
    expect(await tab.badge.mode()).toBe("closed");
    expect(await tab.badge.text(".open")).toBe("3.4 · 128");
    expect(await backtalk.toolbar(tab.page)).toEqual({
      text: "128",
      title: "Northwind: 3.4 of 5 stars from 128 reviews",
    });
  });

  test("below five voices: the count alone", async ({ backtalk, context, sites }) => {
    await backtalk.seed({ ...northwind, count: 4 });
    sites.serve("northwind.example", html());
    const tab = await visit(context, backtalk, "https://northwind.example/");
    await badgeAppears(tab);
    expect(await tab.badge.text(".open")).toBe("4 reviews");
  });

  test("the brand of a product in a shop", async ({ backtalk, context, sites }) => {
    await backtalk.seed({ subjectKey: "https://megashop.example", count: 9, stars: 5 });
    const product = jsonLd({
      "@type": "Product",
      name: "Trail 2",
      brand: { "@type": "Brand", name: "Kite" },
    });
    sites.serve("megashop.example", html({ title: "Trail 2", head: product, body: "<h1>Trail 2</h1>" }));
    const tab = await visit(context, backtalk, "https://megashop.example/p/trail-2");
    await badgeAppears(tab);
    expect(await backtalk.tabState(tab.page)).toMatchObject({ kind: "product", figureLens: "shop" });
    expect(await tab.badge.text(".open")).toBe("5.0 · 9");
  });

  test("stays a small pill at the right edge, whatever it says", async ({ backtalk, context, sites }) => {
    await backtalk.seed({ ...northwind, count: 1_234_567, stars: 4.9 });
    sites.serve("northwind.example", html());
    const tab = await visit(context, backtalk, "https://northwind.example/");
    await badgeAppears(tab);
    const box = await tab.badge.box(".pill");
    expect(box.width).toBeLessThanOrEqual(120);
    expect(box.height).toBe(32);
    expect(Math.round(box.x + box.width)).toBe(1200);
    const host = await tab.page.evaluate(() =>
      document.querySelector("backtalk-badge")!.getBoundingClientRect().toJSON(),
    );
    expect(host).toMatchObject({ width: 0, height: 0 });
  });

  test("follows what sync brings", async ({ backtalk, context, sites }) => {
    await backtalk.seed(northwind);
    sites.serve("northwind.example", html());
    const tab = await visit(context, backtalk, "https://northwind.example/");
    await badgeAppears(tab);
    await backtalk.seed({ ...northwind, count: 129, stars: 3.5 });
    await backtalk.command("syncNow");
    await expect.poll(() => tab.badge.text(".open")).toBe("3.5 · 129");
    expect((await backtalk.toolbar(tab.page)).text).toBe("129");
  });
});

test.describe("where nothing is drawn", () => {
  test("nothing to say", async ({ backtalk, context, sites }) => {
    sites.serve("northwind.example", html());
    const tab = await visit(context, backtalk, "https://northwind.example/");
    await badgeStaysAway(tab);
    expect((await backtalk.toolbar(tab.page)).text).toBe("");
  });

  test("an article, though the toolbar counts", async ({ backtalk, context, sites }) => {
    await backtalk.seed(northwind);
    const head = jsonLd({ "@type": "NewsArticle", headline: "Soles", datePublished: "2026-01-01" });
    sites.serve(
      "northwind.example",
      html({ title: "Soles", head, body: "<article><h1>Soles</h1></article>" }),
    );
    const tab = await visit(context, backtalk, "https://northwind.example/news/soles");
    await badgeStaysAway(tab);
    expect(await backtalk.tabState(tab.page)).toMatchObject({ quiet: "article" });
    expect((await backtalk.toolbar(tab.page)).text).toBe("128");
  });

  test("a log-in", async ({ backtalk, context, sites }) => {
    await backtalk.seed(northwind);
    sites.serve("northwind.example", html({ body: "<form><input type=password></form>" }));
    const tab = await visit(context, backtalk, "https://northwind.example/login");
    await badgeStaysAway(tab);
    expect(await backtalk.tabState(tab.page)).toMatchObject({ quiet: "password" });
  });

  test("a sensitive site", async ({ backtalk, context, sites }) => {
    await backtalk.seed({ ...northwind, subjectKey: "https://usa.gov" });
    sites.serve("www.usa.gov", html());
    const tab = await visit(context, backtalk, "https://www.usa.gov/");
    await badgeStaysAway(tab);
    expect(await backtalk.tabState(tab.page)).toMatchObject({ quiet: "sensitive" });
  });

  test("a local address, which is not even recognised", async ({ backtalk, context, sites }) => {
    sites.serve("127.0.0.1", html());
    const tab = await visit(context, backtalk, `https://127.0.0.1:${sites.port}/`);
    await badgeStaysAway(tab);
    expect(await backtalk.tabState(tab.page)).toMatchObject({ quiet: "local", resolution: {} });
  });

  test("inside frames", async ({ backtalk, context, sites }) => {
    await backtalk.seed(northwind);
    sites.serve("northwind.example", html());
    sites.serve("portal.example", html({ body: '<iframe src="https://northwind.example/"></iframe>' }));
    const tab = await visit(context, backtalk, "https://portal.example/");
    await badgeStaysAway(tab);
    expect(await tab.page.frames()[1]!.locator("backtalk-badge").count()).toBe(0);
  });
});

test.describe("difficult pages", () => {
  test("a strict content security policy with trusted types", async ({ backtalk, context, sites }) => {
    await backtalk.seed(northwind);
    const policy =
      "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts";
    sites.serve("northwind.example", html(), { "content-security-policy": policy });
    const failures: string[] = [];
    context.on("console", (message) => message.type() === "error" && failures.push(message.text()));
    const tab = await visit(context, backtalk, "https://northwind.example/");
    await badgeAppears(tab);
    expect((await tab.badge.box(".pill")).height).toBe(32);
    expect(failures).toEqual([]);
  });

  test("a page that breaks the DOM's own names", async ({ backtalk, context, sites }) => {
    await backtalk.seed(northwind);
    const body =
      "<h1>Northwind</h1><img name=querySelectorAll><form name=documentElement></form><img name=body>";
    sites.serve("northwind.example", html({ body }));
    const tab = await visit(context, backtalk, "https://northwind.example/");
    expect((await backtalk.tabState(tab.page))?.resolution.brand?.name).toBeDefined();
  });

  test("never over a control: moves aside, and stays away where all is covered", async ({
    backtalk,
    context,
    sites,
  }) => {
    await backtalk.seed(northwind);
    const column =
      '<nav style="position:fixed;right:0;top:200px;height:100px;width:80px"><a href="/x" style="display:block;height:100%">Cart</a></nav>';
    sites.serve("northwind.example", ({ path }) => ({
      body: html({
        body: path === "/all" ? column.replace("top:200px;height:100px", "top:0;height:100vh") : column,
      }),
    }));
    const tab = await visit(context, backtalk, "https://northwind.example/");
    await badgeAppears(tab);
    const { y } = await tab.badge.box(".pill");
    expect(y >= 300 || y + 32 <= 200).toBe(true);

    const covered = await visit(context, backtalk, "https://northwind.example/all");
    await badgeAppears(covered);
    expect((await covered.badge.box(".pill")).height).toBe(0);
  });

  test("moves nothing in the page", async ({ backtalk, context, sites }) => {
    await backtalk.seed(northwind);
    sites.serve("northwind.example", html());
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.assign(globalThis, { shifts: 0 });
      new PerformanceObserver((list) =>
        Object.assign(globalThis, { shifts: list.getEntries().length }),
      ).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("https://northwind.example/");
    await page.locator("backtalk-badge").waitFor({ state: "attached" });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1200);
  });
});

test.describe("navigation inside a document", () => {
  const app = html({
    body: `<h1>Northwind</h1><script>
      function go(path, title) { history.pushState({}, "", path); document.title = title; document.querySelector("h1").textContent = title; }
    </script>`,
  });

  test("the badge follows to another brand's page and goes where there is nothing", async ({
    backtalk,
    context,
    sites,
  }) => {
    await backtalk.seed(northwind);
    sites.serve("northwind.example", app);
    const tab = await visit(context, backtalk, "https://northwind.example/");
    await badgeAppears(tab);
    await tab.page.evaluate(() => {
      const form = document.createElement("input");
      form.type = "password";
      document.body.append(form);
      history.pushState({}, "", "/account/login");
      document.title = "Log in";
    });
    await expect
      .poll(() => backtalk.tabState(tab.page))
      .toMatchObject({ quiet: "password", title: "Log in" });
    await expect.poll(() => tab.badge.exists()).toBe(false);
    await tab.page.evaluate(() => {
      document.querySelector("input")!.remove();
      history.pushState({}, "", "/shoes");
      document.title = "Shoes";
    });
    await badgeAppears(tab);
  });

  test("moving inside a page is no other page", async ({ backtalk, context, sites }) => {
    await backtalk.seed(northwind);
    sites.serve("northwind.example", app);
    const tab = await visit(context, backtalk, "https://northwind.example/");
    const before = await backtalk.tabState(tab.page);
    await tab.page.evaluate(() => (location.hash = "sizes"));
    await tab.page.waitForTimeout(2500);
    const states = await backtalk.stored("session");
    expect(Object.values(states)).toContainEqual(before);
  });

  test("back through the back/forward cache", async ({ backtalk, context, sites }) => {
    await backtalk.seed(northwind);
    sites.serve("northwind.example", html());
    sites.serve("other.example", html({ title: "Other" }));
    const tab = await visit(context, backtalk, "https://northwind.example/");
    await badgeAppears(tab);
    await tab.page.goto("https://other.example/");
    await expect.poll(() => backtalk.tabState(tab.page)).toMatchObject({ figure: { kind: "none" } });
    await tab.page.goBack();
    await expect.poll(() => backtalk.tabState(tab.page)).toMatchObject({ figure: { kind: "score" } });
    expect((await backtalk.toolbar(tab.page)).text).toBe("128");
  });
});
