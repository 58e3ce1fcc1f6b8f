import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extensionFolder } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { Extension } from "../support/extension.ts";
import { badgeAppears, html, jsonLd, northwind, visit } from "../support/pages.ts";
import { emptyReviewServer } from "../support/review-server.ts";
import { seedDraft } from "../support/seed.ts";
import type { SeenRequest, SiteServer } from "../support/site-server.ts";
import { openAddresses } from "../support/targets.ts";
import { expect, test } from "./fixtures.ts";

const reviewHost = "reviews.example";

/** Waits until the first sync is over, so that whatever comes after has another cause. */
async function firstSyncIsOver(sites: SiteServer): Promise<void> {
  let before = -1;
  await expect
    .poll(
      () => {
        const { length } = sites.seen.filter(({ host }) => host === reviewHost);
        const isOver = length > 0 && length === before;
        before = length;
        return isOver;
      },
      { intervals: [3000] },
    )
    .toBe(true);
}

test("browsing causes no request: pages, badges, sidebar, tabs", async ({ context, extension, sites }) => {
  sites.serve(reviewHost, emptyReviewServer);
  await extension.setUp([`https://${reviewHost}`]);
  await firstSyncIsOver(sites);
  await extension.seed(northwind, { subjectKey: "https://kite.example", count: 3 });
  const product = jsonLd({
    "@type": "Product",
    name: "Trail 2",
    brand: "Kite",
    image: "https://img.example/a.png",
  });
  sites.serve("northwind.example", html());
  sites.serve("kite.example", html({ title: "Kite", head: product }));
  sites.serve("unknown.example", html({ title: "Unknown" }));
  const before = sites.seen.length;

  const first = await visit(context, extension, "https://northwind.example/");
  await badgeAppears(first);
  await first.badge.click(".open");
  await expect.poll(() => openAddresses(context)).toContain(extension.url("sidepanel.html"));
  const second = await visit(context, extension, "https://kite.example/p/trail-2");
  await badgeAppears(second);
  await visit(context, extension, "https://unknown.example/");
  for (const { page } of [first, second, first, second]) {
    await page.bringToFront();
    await page.waitForTimeout(200);
  }
  await second.page.evaluate(() => history.pushState({}, "", "/p/trail-3"));
  await second.page.waitForTimeout(2500);
  const panel = await context.newPage();
  await panel.goto(extension.url("sidepanel.html"));
  await panel.waitForTimeout(1000);

  const asked = sites.seen.slice(before).map(({ host, path }) => host + path);
  expect(asked).toEqual(["northwind.example/", "kite.example/p/trail-2", "unknown.example/"]);
});

test("extension pages cannot reach the network at all", async ({ backtalk, context, sites }) => {
  sites.serve("pixel.example", () => ({ headers: { "access-control-allow-origin": "*" }, body: "" }));
  for (const path of ["sidepanel.html", "options.html", "welcome.html", "author.html"]) {
    const page = await context.newPage();
    await page.goto(backtalk.url(path));
    const outcome = await page.evaluate(async () => {
      const image = new Image();
      const loaded = new Promise((resolve) => {
        image.addEventListener("load", () => resolve("loaded"));
        image.addEventListener("error", () => resolve("refused"));
      });
      image.src = "https://pixel.example/a.png";
      const fetched = await fetch("https://pixel.example/").then(
        () => "fetched",
        () => "refused",
      );
      const beacon = await new Promise((resolve) => {
        addEventListener("securitypolicyviolation", () => resolve("refused"), { once: true });
        navigator.sendBeacon("https://pixel.example/b");
        setTimeout(() => resolve("sent"), 1000);
      });
      return { fetched, image: await loaded, beacon };
    });
    expect(outcome, path).toEqual({ fetched: "refused", image: "refused", beacon: "refused" });
    await page.close();
  }
  expect(sites.seenBeside()).toEqual([]);
});

test("a server that is not in the list is never asked", async ({ backtalk, sites }) => {
  sites.serve("elsewhere.example", emptyReviewServer);
  await backtalk.command("syncNow");
  expect(await backtalk.command("loadImage", "http://elsewhere.example/a.png")).toMatchObject({ ok: false });
  expect(sites.seen).toEqual([]);
});

/** Headers of the first read and the first post. */
function headersOf(requests: readonly SeenRequest[]): unknown {
  return ["GET", "PUT"].map((method) => requests.find((request) => request.method === method)?.headers);
}

test.describe("what our own requests carry", () => {
  const subject = "https://northwind.example";

  /** A sync and a post from a fresh profile with a copy of the extension, which gets an id of its own. */
  async function exchange(sites: SiteServer): Promise<{ id: string; requests: readonly SeenRequest[] }> {
    const folder = mkdtempSync(join(tmpdir(), "backtalk-copy-"));
    const profile = mkdtempSync(join(tmpdir(), "backtalk-profile-"));
    cpSync(extensionFolder("chrome"), folder, { recursive: true });
    const context = await launchChromium(sites.port, { profile, folder });
    try {
      const extension = await Extension.of(context);
      // A cookie and a page of that very host, so that there is something to leak.
      const page = await context.newPage();
      await page.goto(`https://${reviewHost}/page`);
      await page.evaluate(() => (document.cookie = "who=me; path=/; secure; samesite=none"));
      sites.seen.length = 0;
      await extension.setUp([`https://${reviewHost}`]);
      await expect.poll(() => sites.seen.length).toBeGreaterThan(0);
      const own = await extension.page();
      await own.evaluate(seedDraft, { subject, stars: 4, text: "Held for two winters." });
      const posted = (await extension.command("postDraft", subject)) as { ok: true; value: string };
      expect(posted).toMatchObject({ ok: true });
      expect(await extension.command("sendNow", posted.value)).toMatchObject({ ok: true });
      await expect.poll(() => sites.seen.some(({ method }) => method === "PUT")).toBe(true);
      return { id: extension.id, requests: [...sites.seen] };
    } finally {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
      rmSync(profile, { recursive: true, force: true });
    }
  }

  test("nothing that differs between two installs", async ({ sites }) => {
    sites.serve(reviewHost, (request) =>
      request.path === "/page" ? { body: html() } : emptyReviewServer(request),
    );
    const one = await exchange(sites);
    const two = await exchange(sites);
    expect(one.id).not.toBe(two.id);

    for (const { id, requests } of [one, two])
      for (const request of requests) {
        expect(JSON.stringify(request)).not.toContain(id);
        expect(Object.keys(request.headers)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(?:cookie|origin|referer|authorization|x-.*)$/)]),
        );
        expect(request.path).not.toMatch(/northwind|winters/);
        expect(request.body).toBe("");
      }
    expect(headersOf(one.requests)).toEqual(headersOf(two.requests));
    const syncPath = ({ requests }: typeof one): string | undefined =>
      requests.find(({ path }) => path.startsWith("/reviews"))?.path;
    expect(syncPath(one)).toBe(syncPath(two));
  });
});
