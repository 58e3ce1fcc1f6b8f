/** The empty world: a fresh profile with the default server on real pages. Needs the local corpora. */
import { mkdirSync } from "node:fs";
import { expect, test, type Page } from "../e2e/fixtures.ts";
import { closedRoot } from "../support/closed-root.ts";
import type { Extension } from "../support/extension.ts";
import { corporaPresent, corpusPages, type CorpusPage, type Expectation } from "./corpus.ts";
import {
  isOurs,
  recordedStatements,
  reviewedPages,
  serveCorpus,
  serveRecordedReviews,
} from "./recorded-server.ts";

test.skip(!corporaPresent, "the corpora are not on this machine");

const shots = "out/corpora";
const pictured = new Set<Expectation>(["unknown-brand-in-shop", "small-business", "article", "feed"]);

interface Seen {
  readonly page: CorpusPage;
  readonly kind: string;
  readonly brand: string;
  readonly product: string;
  readonly badge: boolean;
}

/** Opens a page and waits until the extension has understood it. */
async function look(tab: Page, extension: Extension, page: CorpusPage): Promise<Seen> {
  await tab.goto(page.url, { waitUntil: "domcontentloaded" });
  await expect
    .poll(async () => (await extension.tabState(tab))?.url, { message: page.url, timeout: 20_000 })
    .toBe(tab.url());
  const state = await extension.tabState(tab);
  const badge = await closedRoot(tab);
  return {
    page,
    kind: state?.kind ?? "",
    brand: state?.resolution.brand?.name ?? "",
    product: state?.resolution.product?.name ?? "",
    badge: await badge.exists(),
  };
}

/** Saved pages may send themselves elsewhere while they are looked at; then it is looked again. */
async function whileItStays<T>(tab: Page, ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 3 || !String(error).includes("Execution context was destroyed")) throw error;
      await tab.waitForLoadState("domcontentloaded");
    }
  }
}

/** Whether taking our host away changes the size of anything the page laid out. */
async function shiftsLayout(tab: Page): Promise<boolean> {
  return tab.evaluate(() => {
    const host = document.querySelector("backtalk-badge");
    const sizes = [true, false].map((isThere) => {
      if (!isThere) host?.remove();
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth, scrollHeight, document.body?.getBoundingClientRect().height].join(" ");
    });
    if (host) document.documentElement.append(host);
    return sizes[0] !== sizes[1];
  });
}

/** Pictures the page, and the sidebar as it stands beside it. */
async function picture(tab: Page, extension: Extension, name: string): Promise<void> {
  await tab.screenshot({ path: `${shots}/${name}.png` });
  const sidebar = await tab.context().newPage();
  await sidebar.setViewportSize({ width: 380, height: 800 });
  await sidebar.goto(extension.url(`sidepanel.html?tab=${await extension.tabId(tab)}`));
  await sidebar.getByRole("heading").first().waitFor();
  await sidebar.screenshot({ path: `${shots}/${name}-sidebar.png` });
  await sidebar.close();
}

/** Runs in an extension page: all rows of a store of the local copy. */
async function readCommunity(store: string): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("community");
    request.addEventListener("success", () => resolve(request.result));
  });
  const rows = database.transaction(store).objectStore(store).getAll();
  await new Promise((resolve) => rows.addEventListener("success", resolve));
  database.close();
  return rows.result as unknown[];
}

test("real pages in a fresh profile: silent on articles, no request, no exception, no shift", async ({
  context,
  extension,
  sites,
}) => {
  mkdirSync(shots, { recursive: true });
  const pages = corpusPages();
  expect(pages.length).toBeGreaterThanOrEqual(40);
  serveRecordedReviews(sites);
  serveCorpus(sites, pages);
  const ourErrors: string[] = [];
  context.on("weberror", (error) => {
    const stack = error.error().stack ?? "";
    if (stack.includes("chrome-extension://")) ourErrors.push(stack);
  });
  context.on("console", (message) => {
    if (message.type() === "error" && message.location().url.startsWith("chrome-extension://")) {
      ourErrors.push(message.text());
    }
  });

  await extension.command("setRunMode", "all-sites");
  await extension.command("syncNow");
  await expect
    .poll(() => sites.seen.filter(isOurs).map(({ host }) => host), { timeout: 30_000 })
    .toContain("api.mangrove.reviews");
  const own = await extension.page();
  // The copy asks once more after the last page, to see that there is none: it must be through before the count.
  await expect
    .poll(() => own.evaluate(readCommunity, "syncState"), { timeout: 60_000, message: "first copy complete" })
    .toMatchObject([{ stage: "idle" }]);
  expect(
    await own.evaluate(readCommunity, "tokens"),
    "all recorded reviews verified and stored",
  ).toHaveLength(recordedStatements());
  const askedBefore = sites.seen.filter(isOurs).length;

  const tab = await context.newPage();
  const seen: Seen[] = [];
  for (const page of pages) {
    const one = await look(tab, extension, page);
    expect.soft(await whileItStays(tab, () => shiftsLayout(tab)), `${page.url} shifts`).toBe(false);
    seen.push(one);
    const kinds = seen.filter(({ page: { expectation } }) => expectation === page.expectation);
    if (pictured.has(page.expectation) && kinds.length === 2) {
      await picture(tab, extension, page.expectation);
    }
  }
  for (const { host, name, count } of reviewedPages) {
    await tab.goto(`https://${host}/`);
    const badge = await closedRoot(tab);
    await expect.poll(() => badge.exists(), { message: host }).toBe(true);
    expect.soft(await badge.text(".open"), name).toContain(String(count));
    if (host === "f-droid.org") await picture(tab, extension, "brand-site");
  }

  for (const { page, kind, brand, product, badge } of seen) {
    console.log(
      [
        page.expectation.padEnd(22),
        kind.padEnd(8),
        badge ? "badge" : "-    ",
        brand.slice(0, 28).padEnd(28),
      ].join(" "),
      product.slice(0, 40).padEnd(40),
      page.url.slice(0, 80),
    );
    if (page.expectation === "article") expect.soft(badge, `${page.url} has a badge`).toBe(false);
  }
  expect(ourErrors).toEqual([]);
  expect(sites.seen.filter(isOurs).slice(askedBefore), "requests caused by browsing").toEqual([]);
});
