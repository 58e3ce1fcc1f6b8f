import { textField } from "../support/composer.ts";
import { badgeAppears, badgeStaysAway, html, northwind, visit, type Visit } from "../support/pages.ts";
import { openAddresses } from "../support/targets.ts";
import { expect, test } from "./fixtures.ts";

const home = "https://northwind.example/";

test.beforeEach(async ({ backtalk, sites }) => {
  await backtalk.seed(northwind);
  sites.serve("northwind.example", html({ body: '<h1>Northwind</h1><a href="/shoes">Shoes</a>' }));
});

/** Opens the badge's menu and presses the entry with this text. */
async function choose({ badge }: Visit, text: string): Promise<void> {
  await badge.click(".more");
  const items = [
    "Write about this page",
    "Hide for now",
    "Hide on this site",
    "Hide on all sites",
    "Move up",
    "Move down",
  ];
  await badge.click(`[role=menuitem]:nth-child(${items.indexOf(text) + 1})`);
}

test("one press opens the real sidebar", async ({ backtalk, context }) => {
  const tab = await visit(context, backtalk, home);
  await badgeAppears(tab);
  expect(await openAddresses(context)).not.toContain(backtalk.url("sidepanel.html"));
  await tab.badge.click(".open");
  await expect.poll(() => openAddresses(context)).toContain(backtalk.url("sidepanel.html"));
});

test("Write in its menu opens the real sidebar with its composer, and writes nothing in the page", async ({
  backtalk,
  context,
  journey,
}) => {
  const tab = await visit(context, backtalk, home);
  await badgeAppears(tab);
  await choose(tab, "Write about this page");
  const panel = await journey.browser.sidePanel();
  await expect(textField(panel)).toBeVisible();
  await expect(tab.page.getByRole("textbox")).toHaveCount(0);
  await expect.poll(() => tab.badge.exists()).toBe(true);
});

test.describe("hiding", () => {
  test("once: back with the next document", async ({ backtalk, context }) => {
    const tab = await visit(context, backtalk, home);
    await badgeAppears(tab);
    await choose(tab, "Hide for now");
    await badgeStaysAway(tab);
    await tab.page.evaluate(() => {
      history.pushState({}, "", "/shoes");
      document.title = "Shoes";
    });
    await expect.poll(async () => (await backtalk.tabState(tab.page))?.title).toBe("Shoes");
    await badgeStaysAway(tab);
    await tab.page.reload();
    await badgeAppears(tab);
  });

  test("on this site: in every tab of it, and nowhere else", async ({ backtalk, context, sites }) => {
    await backtalk.seed({ ...northwind, subjectKey: "https://kite.example" });
    sites.serve("kite.example", html({ title: "Kite" }));
    const first = await visit(context, backtalk, home);
    await badgeAppears(first);
    const second = await visit(context, backtalk, `${home}shoes`);
    await badgeAppears(second);
    await choose(second, "Hide on this site");
    await badgeStaysAway(second);
    await expect.poll(() => first.badge.exists()).toBe(false);
    await badgeStaysAway(await visit(context, backtalk, `${home}other`));
    await badgeAppears(await visit(context, backtalk, "https://kite.example/"));
    // The toolbar goes on telling.
    expect((await backtalk.toolbar(first.page)).text).toBe("128");
  });

  test("everywhere", async ({ backtalk, context }) => {
    const tab = await visit(context, backtalk, home);
    await badgeAppears(tab);
    await choose(tab, "Hide on all sites");
    await expect.poll(async () => (await backtalk.stored("local"))["badgeEverywhere"]).toBe(false);
    await badgeStaysAway(await visit(context, backtalk, `${home}other`));
    await backtalk.store("local", { badgeEverywhere: true });
    await badgeAppears(await visit(context, backtalk, `${home}again`));
  });
});

test.describe("moving", () => {
  test("by dragging, remembered for the site, without opening anything", async ({ backtalk, context }) => {
    const tab = await visit(context, backtalk, home);
    await badgeAppears(tab);
    const from = await tab.badge.box(".open");
    const { mouse } = tab.page;
    await mouse.move(from.x + 20, from.y + 16);
    await mouse.down();
    await mouse.move(from.x + 20, from.y + 116, { steps: 5 });
    await mouse.move(from.x + 20, from.y + 316, { steps: 5 });
    await mouse.up();
    const left = await tab.badge.box(".pill");
    expect(Math.abs(left.y - (from.y + 300))).toBeLessThanOrEqual(2);
    await tab.page.waitForTimeout(200);
    expect(await openAddresses(context)).not.toContain(backtalk.url("sidepanel.html"));
    const next = await visit(context, backtalk, `${home}shoes`);
    await badgeAppears(next);
    expect(Math.abs((await next.badge.box(".pill")).y - left.y)).toBeLessThanOrEqual(2);
  });

  test("by the menu", async ({ backtalk, context }) => {
    const tab = await visit(context, backtalk, home);
    await badgeAppears(tab);
    const { y } = await tab.badge.box(".pill");
    await choose(tab, "Move down");
    expect((await tab.badge.box(".pill")).y).toBeCloseTo(y + 64, 0);
    await choose(tab, "Move up");
    expect((await tab.badge.box(".pill")).y).toBeCloseTo(y, 0);
  });
});

test("everything by keyboard alone", async ({ backtalk, context }) => {
  const tab = await visit(context, backtalk, home);
  await badgeAppears(tab);
  const { keyboard } = tab.page;
  // Opening a page leaves the focus in the browser's own address bar or nowhere.
  await tab.page.locator("h1").click();
  await keyboard.press("Tab");
  expect(await tab.page.evaluate(() => document.activeElement?.tagName)).toBe("A");
  await keyboard.press("Tab");
  expect(await tab.page.evaluate(() => document.activeElement?.localName)).toBe("backtalk-badge");
  const focused = (selector: string): Promise<unknown> =>
    tab.badge.call(selector, "function () { return this.getRootNode().activeElement === this; }");
  expect(await focused(".open")).toBe(true);
  expect(await tab.badge.call(".open", "function () { return this.getAttribute('aria-label'); }")).toBe(
    "Northwind: 3.4 of 5 stars from 128 reviews. Open Backtalk",
  );

  const { y } = await tab.badge.box(".pill");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  expect((await tab.badge.box(".pill")).y).toBeCloseTo(y + 32, 0);

  await keyboard.press("Tab");
  await keyboard.press("Enter");
  expect(await focused("[role=menuitem]")).toBe(true);
  await keyboard.press("Escape");
  expect(await focused(".more")).toBe(true);
  await keyboard.press("Enter");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await badgeStaysAway(tab);
  await expect.poll(async () => (await backtalk.tabState(tab.page))?.quiet).toBe("site-off");
});

test.describe("a hostile page", () => {
  test("cannot press, read or reach anything", async ({ backtalk, context }) => {
    const tab = await visit(context, backtalk, home);
    await badgeAppears(tab);
    const found = await tab.page.evaluate(async () => {
      const host = document.querySelector("backtalk-badge")!;
      const { x, y } = { x: innerWidth - 60, y: 0 };
      for (let top = y; top < innerHeight; top += 8) {
        const hit = document.elementFromPoint(x, top) as HTMLElement | null;
        if (hit !== host) continue;
        for (const type of ["pointerdown", "pointerup", "click", "keydown", "mousedown", "mouseup"])
          hit.dispatchEvent(
            new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: top }),
          );
        hit.click();
        hit.focus();
      }
      return {
        root: host.shadowRoot,
        text: host.textContent,
        globals: Object.getOwnPropertyNames(globalThis).filter((name) => /backtalk/i.test(name)),
        runtime: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
        resources: performance.getEntries().filter(({ name }) => name.includes("extension:")).length,
        attributes: host.attributes.length,
      };
    });
    expect(found).toEqual({
      root: null,
      text: "",
      globals: [],
      runtime: "undefined",
      resources: 0,
      attributes: 0,
    });
    await tab.page.waitForTimeout(300);
    expect(await openAddresses(context)).not.toContain(backtalk.url("sidepanel.html"));
    expect(await tab.badge.exists()).toBe(true);
    expect((await backtalk.tabState(tab.page))?.quiet).toBeUndefined();
  });

  test("cannot load anything of ours, so it cannot probe for us either", async ({ backtalk, context }) => {
    const tab = await visit(context, backtalk, home);
    for (const path of ["manifest.json", "sidepanel.html", "badge.js", "icons/16.png"]) {
      const outcome = await tab.page.evaluate(
        (url) =>
          fetch(url, { mode: "no-cors" }).then(
            () => "loaded",
            () => "refused",
          ),
        backtalk.url(path),
      );
      expect(outcome, path).toBe("refused");
    }
  });

  test("may remove the badge, and that is not fought", async ({ backtalk, context }) => {
    const tab = await visit(context, backtalk, home);
    await badgeAppears(tab);
    await tab.page.evaluate(() => document.querySelector("backtalk-badge")!.remove());
    await backtalk.seed({ ...northwind, count: 200 });
    await backtalk.command("syncNow");
    await expect.poll(async () => (await backtalk.toolbar(tab.page)).text).toBe("200");
    await badgeStaysAway(tab);
  });
});
