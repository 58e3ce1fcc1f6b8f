import { expect, test, type Locator, type Page } from "@playwright/test";
import { closedRoot } from "../support/closed-root.ts";
import { html } from "../support/pages.ts";
import { beginInSampleWorld, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

const feed = "https://chirp.example/";
let sample: SampleJourney;

test.beforeAll(async () => {
  sample = await beginInSampleWorld();
  const { extension } = sample.journey;
  await extension.setUp();
  await extension.seed(
    { subjectKey: "https://northwind.example", count: 128, stars: 3.4 },
    { subjectKey: "https://tessera.example", count: 9, stars: 2 },
    { subjectKey: "https://fjordline.example", count: 4, stars: 5 },
  );
});

test.beforeEach(async () => {
  const { extension, sites } = sample.journey;
  await extension.store("local", { chipSites: {}, badgeEverywhere: true });
  sites.seen.length = 0;
});

test.afterEach(async () => {
  await sample.journey.closePages();
  expect(sample.journey.extension.complaints).toEqual([]);
});

test.afterAll(async () => {
  await sample?.end();
});

/** The element that a post of the sample feed gets from us. */
const hostOf = (post: number): string => `article[data-post="${post}"] > backtalk-chip`;

async function chipText(page: Page, post: number): Promise<string> {
  const chip = await closedRoot(page, hostOf(post));
  return (await chip.exists()) ? chip.text(".row") : "";
}

async function chipAppears(page: Page, post: number, text = "Northwind Shoes3.4"): Promise<void> {
  await expect.poll(() => chipText(page, post)).toBe(text);
}

async function focusOf(page: Page): Promise<unknown> {
  const { extension } = sample.journey;
  return (await extension.stored("session"))[`focus:${await extension.tabId(page)}`];
}

test("chips stand beside posts that talk of a brand with five reviews or more, and nowhere else", async () => {
  const { journey } = sample;
  const page = await journey.visit(feed);
  await chipAppears(page, 0);
  await chipAppears(page, 2);
  await chipAppears(page, 3, "Tessera2.0");
  // A train; the north wind; a brand of which four people spoke.
  for (const post of [1, 7, 9]) expect(await page.locator(hostOf(post)).count(), `${post}`).toBe(0);
  expect(
    await page.locator("backtalk-chip backtalk-chip, article > backtalk-chip:not(:last-child)").count(),
  ).toBe(0);

  const chip = await closedRoot(page, hostOf(0));
  expect(await chip.mode()).toBe("closed");
  const [pill, face] = [await chip.box("button"), await chip.box(".face")];
  expect([pill.height, face.height]).toEqual([24, 20]);
  expect(await chip.call("button", "function () { return this.getAttribute('aria-label'); }")).toBe(
    "What people say about Northwind Shoes: 3.4 of 5 from 128 reviews; opens the sidebar",
  );
  // Over free space of the author's line: behind its last word, within the post.
  const header = (await page.locator('article[data-post="0"] header').boundingBox())!;
  const time = (await page.locator('article[data-post="0"] header > a').boundingBox())!;
  expect(pill.x).toBeGreaterThanOrEqual(time.x + time.width);
  expect(pill.x + pill.width).toBeLessThanOrEqual(header.x + header.width);
  expect(Math.abs(pill.y + 12 - (time.y + time.height / 2))).toBeLessThanOrEqual(2);
  // From the local copy: nobody but the feed itself was asked for anything.
  expect(journey.sites.seenBeside("chirp.example")).toEqual([]);
});

test("nothing in the page moves", async () => {
  const page = await sample.journey.context.newPage();
  await page.addInitScript(() => {
    Object.assign(globalThis, { shifts: 0 });
    new PerformanceObserver((list) => {
      (globalThis as unknown as { shifts: number }).shifts += list.getEntries().length;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(feed);
  const boxes = (): Promise<readonly number[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll("article, article > *:not(backtalk-chip)")].flatMap((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height];
      }),
    );
  const before = await boxes();
  await chipAppears(page, 0);
  await page.mouse.wheel(0, 400);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  expect(await boxes()).toEqual(before);
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts)).toBe(0);
});

test("posts that come later get theirs, and those that become others lose them", async () => {
  const page = await sample.journey.visit(feed);
  await chipAppears(page, 0);
  await page.getByRole("button", { name: "More" }).click();
  await page.locator('article[data-post="10"]').scrollIntoViewIfNeeded();
  await chipAppears(page, 10);
  expect(await page.locator("article[data-post='10'] > backtalk-chip").count()).toBe(1);

  // A node that is used again for somebody else's post.
  await page.locator('article[data-post="0"]').scrollIntoViewIfNeeded();
  const gone = await page.evaluate(async () => {
    const post = document.querySelector<HTMLElement>('article[data-post="0"]')!;
    post.querySelector<HTMLAnchorElement>("header > a")!.href = "/@rob/1001";
    post.querySelector(".e-content")!.textContent = "Train late again.";
    await new Promise(requestAnimationFrame);
    return post.querySelector("backtalk-chip") === null;
  });
  expect(gone, "before the next picture is drawn").toBe(true);

  // Text that comes late, or is edited.
  await page.evaluate(() => {
    document.querySelector('article[data-post="1"] .e-content')!.innerHTML =
      'Northwind boots again. <a href="https://northwind.example/">northwind.example</a>';
  });
  await chipAppears(page, 1);
  expect(await page.locator(hostOf(0)).count()).toBe(0);
});

test("Enter on a chip turns the sidebar to the brand, with the post quoted", async () => {
  const page = await sample.journey.visit(feed);
  await chipAppears(page, 0);
  // What a page can do: it sees that there is something, and cannot press it.
  await page.evaluate(() => {
    const host = document.querySelector("backtalk-chip")!;
    host.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
    (host as HTMLElement).click();
  });
  const chip = await closedRoot(page, hostOf(0));
  expect(await focusOf(page)).toBeUndefined();

  await chip.call("button", "function () { this.focus(); }");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => focusOf(page))
    .toMatchObject({
      url: feed,
      brand: { brandId: "northwind.example", name: "Northwind Shoes" },
      quote: { text: expect.stringContaining("Third pair of Northwind boots"), author: "Gwen" },
    });
  const panel = await sample.journey.browser.sidePanel();
  await expect(panel.getByRole("heading", { level: 1 })).toHaveText("Northwind Shoes");
  await expect(panel.getByText("Third pair of Northwind boots")).toBeVisible();
  expect(page.url(), "the post itself was not opened").toBe(feed);
});

test("a host that the page takes away stays away", async () => {
  const page = await sample.journey.visit(feed);
  await chipAppears(page, 0);
  await chipAppears(page, 2);
  await page.evaluate(() => document.querySelector('article[data-post="0"] > backtalk-chip')!.remove());
  await page.evaluate(() => {
    document.querySelector('article[data-post="0"] .e-content')!.append(" Edited.");
    document.querySelector('article[data-post="2"] .e-content')!.append(" Edited.");
  });
  await chipAppears(page, 2);
  await page.getByRole("button", { name: "More" }).click();
  await page.locator('article[data-post="10"]').scrollIntoViewIfNeeded();
  await chipAppears(page, 10);
  expect(await page.locator(hostOf(0)).count()).toBe(0);
});

test("a platform that is switched off has none, and gets them back while one looks on", async () => {
  const { extension } = sample.journey;
  await extension.store("local", { chipSites: { microformats: false } });
  const page = await sample.journey.visit(feed);
  await extension.store("local", { chipSites: {} });
  await chipAppears(page, 0);
  await extension.store("local", { chipSites: { microformats: false } });
  await expect(page.locator("backtalk-chip")).toHaveCount(0);
  await extension.store("local", { chipSites: {}, badgeEverywhere: false });
  await expect.poll(async () => (await extension.tabState(page))?.posts?.quiet).toBe("everywhere");
  expect(await page.locator("backtalk-chip").count()).toBe(0);
});

test("a thread of a forum has them by its microdata", async () => {
  const page = await sample.journey.visit("https://trailtalk.example/t/trail-shoe-for-wet-winters/42");
  const host = "#post-1 > backtalk-chip";
  await expect(page.locator(host)).toHaveCount(1);
  expect(await (await closedRoot(page, host)).text(".row")).toBe("Northwind Shoes3.4");
  expect(await page.locator("#post-3 > backtalk-chip").count()).toBe(0);
});

test("results of a search engine have them only once they were switched on", async () => {
  const { extension, sites } = sample.journey;
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- reads best beside its use
  const result = (url: string, title: string): string =>
    `<li data-layout="organic"><article data-testid="result" data-nrn="result"><h2><a href="${url}" data-testid="result-title-a"><span>${title}</span></a></h2><p data-result="snippet">Boots and shoes.</p></article></li>`;
  const results = [
    result("https://northwind.example/", "Northwind Shoes"),
    result("https://duckduckgo.com/l/?uddg=https%3A%2F%2Fwww.tessera.example%2F&rut=ab12", "Tessera"),
    result("https://blog.example/northwind", "My Northwind Shoes after a year"),
  ];
  const list = `<ol class="react-results--main" style="width:600px">${results.join("")}</ol>`;
  sites.serve("duckduckgo.com", html({ title: "shoes at DuckDuckGo", body: list }));
  const page = await sample.journey.visit("https://duckduckgo.com/?q=shoes");
  const resultAt = (index: number): Locator => page.getByTestId("result").nth(index);

  const options = await sample.journey.ownPage("options.html#chips");
  const choice = options.getByRole("checkbox", { name: "DuckDuckGo" });
  await expect(choice).not.toBeChecked();
  expect(await page.locator("backtalk-chip").count()).toBe(0);

  await choice.check();
  await expect(resultAt(0).locator("backtalk-chip")).toHaveCount(1);
  await expect(resultAt(1).locator("backtalk-chip")).toHaveCount(1);
  const chip = await closedRoot(page, "li:first-child backtalk-chip");
  expect(await chip.text(".row")).toBe("Northwind Shoes3.4");
  // It leads to somebody's blog, whatever its title says.
  expect(await resultAt(2).locator("backtalk-chip").count()).toBe(0);
  expect(sites.seenBeside("duckduckgo.com")).toEqual([]);

  await choice.uncheck();
  await expect(page.locator("backtalk-chip")).toHaveCount(0);
  expect((await extension.stored("local"))["chipSites"]).toEqual({ duckduckgo: false });
});

test("on a dark page that is read from right to left, a chip is dark and stands to the left", async () => {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- reads best beside its use
  const post = (text: string): string =>
    `<article class="h-entry" style="position:relative;padding:12px"><div><span class="p-author h-card"><b class="p-name">ליאת</b></span></div><div class="e-content">${text} <a href="https://northwind.example/">northwind.example</a></div></article>`;
  const body = `<main dir="rtl" style="background:#15202b;color:#fff;width:600px">${post("המגפיים של Northwind")}<p>…</p></main>`;
  sample.journey.sites.serve("layla.example", html({ title: "ליאת", body }));
  const page = await sample.journey.visit("https://layla.example/");
  await expect(page.locator("article > backtalk-chip")).toHaveCount(1);
  const chip = await closedRoot(page, "article > backtalk-chip");
  await expect.poll(() => chip.call(".row", "function () { return this.className; }")).toBe("row dark");
  const [pill, name] = [await chip.box("button"), (await page.locator(".p-name").boundingBox())!];
  expect(pill.x + pill.width).toBeLessThanOrEqual(name.x);
  expect(await chip.call(".row", "function () { return this.dir; }")).toBe("rtl");
});
