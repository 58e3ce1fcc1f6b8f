import { expect } from "@playwright/test";
import { html } from "../support/pages.ts";
import { inSampleWorld, test, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

let sample: SampleJourney;

inSampleWorld((shared) => {
  sample = shared;
});

function reviewsOf(count: number, text: (index: number) => string): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `<div class="jdgm-rev" data-review-id="r${index}"><span class="jdgm-rev__rating" data-score="${1 + (index % 5)}"></span><span class="jdgm-rev__author">Person ${index}</span><div class="jdgm-rev__body">${text(index)}</div></div>`,
  ).join("");
}

test("a shop's own reviews are looked at on the device: how many, which are alike, what is claimed", async () => {
  const { sites } = sample.journey;
  await expect
    .poll(() => sample.journey.rows("community", "tokens"))
    .toBeGreaterThanOrEqual(sample.world.tokens.length);
  sites.seen.length = 0;
  const sidebar = await sample.journey.sidebarAbout("https://bazaar.example/p/trail-runner-2");
  const line = sidebar.getByRole("button", { name: /We looked at the 40 shown here: 9 alike/ });
  await line.click();
  const card = sidebar.getByRole("region", { name: "Reviews on this page" });
  await expect(card.getByRole("heading")).toBeFocused();
  await expect(card).toContainText("We looked at the 40 reviews shown here; the page counts 40.");
  await expect(card).toContainText("9 came on May 3, 2026, with other stars than the rest.");
  await card.getByText("9 say nearly the same in the same words.").click();
  await expect(card.getByRole("blockquote").first()).toContainText("my whole family wants a pair now");
  await expect(card).not.toContainText(/fake/i);
  // No request beside the page's own.
  expect(sites.seenBeside("bazaar.example", "hub.example").map(({ host }) => host)).toEqual([]);
});

test("the same with any lens, and for a shop and a maker that nobody knows", async () => {
  const sidebar = await sample.journey.sidebarAbout("https://bazaar.example/p/trail-runner-2");
  const card = sidebar.getByRole("region", { name: "Reviews on this page" });
  await sidebar.getByRole("tab", { name: "This shop" }).click();
  await expect(card).toContainText("9 say nearly the same in the same words.");

  sample.journey.sites.serve(
    "tinyshop.example",
    html({ title: "Cup", body: `<h1>Cup</h1>${reviewsOf(6, (i) => `Cup ${i}`)}` }),
  );
  const unknown = await sample.journey.sidebarAbout("https://tinyshop.example/cup");
  await expect(unknown.getByRole("region", { name: "Reviews on this page" })).toContainText(
    "Nothing unusual about them.",
  );
});

const item = (id: string): string =>
  `<div class="grid-item" data-id="${id}"><div class="block title">Pim ${id}</div><div class="stars" data-rating="4"></div><div class="main-text">Fine</div></div>`;

test("reviews in open shadow roots and in a review service's frame are read, others' frames are not", async () => {
  const { sites } = sample.journey;
  sites.serve("loox.io", html({ body: item("a") + item("b") }));
  sites.serve("adverts.example", html({ body: reviewsOf(9, () => "An advertisement") }));
  const shadow = `<div id="host"></div><script>document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(reviewsOf(3, (i) => `In the shadow ${i}`))}</script>`;
  const frames =
    '<iframe src="https://loox.io/widget/1"></iframe><iframe src="https://adverts.example/"></iframe>';
  sites.serve("framed.example", html({ title: "Cup", body: `<h1>Cup</h1>${shadow}${frames}` }));
  const sidebar = await sample.journey.sidebarAbout("https://framed.example/cup");
  await expect(sidebar.getByRole("region", { name: "Reviews on this page" })).toContainText(
    "We looked at the 5 reviews shown here",
  );
});

test("what the page shows later is read when the person asks for it, and nothing in the page is touched", async () => {
  const late = `<main><h1>Cup</h1></main><script>addEventListener("scroll", () => { document.querySelector("main").innerHTML = ${JSON.stringify(reviewsOf(7, (i) => `Late ${i}`))} }, { once: true })</script><div style="height: 4000px"></div>`;
  const claim =
    '<script type="application/ld+json">{"@type":"Product","name":"Cup","offers":{"price":"9","priceCurrency":"EUR"},"aggregateRating":{"ratingValue":4.4,"reviewCount":7}}</script>';
  sample.journey.sites.serve("lateshop.example", html({ title: "Cup", head: claim, body: late }));
  const page = await sample.journey.visit("https://lateshop.example/cup");
  const before = await page.content();
  const sidebar = await sample.journey.sidebarFor(page);
  const card = sidebar.getByRole("region", { name: "Reviews on this page" });
  await expect(card).toContainText("The page counts 7 reviews and shows none yet.");
  expect(await page.content()).toBe(before);
  await page.evaluate(() => scrollTo(0, 900));
  await card.getByRole("button", { name: "Look again" }).click();
  await expect(card).toContainText("We looked at the 7 reviews shown here");
});

test("nothing of it is kept", async () => {
  const { extension } = sample.journey;
  const sidebar = await sample.journey.sidebarAbout("https://bazaar.example/p/trail-runner-2");
  await expect(sidebar.getByRole("region", { name: "Reviews on this page" })).toContainText("9 say nearly");
  for (const area of ["local", "session"] as const)
    expect(JSON.stringify(await extension.stored(area))).not.toContain("happy1000");
  const kept = await sidebar.evaluate(async () => {
    const found: string[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.addEventListener("success", () => resolve(open.result));
        open.addEventListener("error", () => reject(open.error!));
      });
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const all = db.transaction(store).objectStore(store).getAll();
          all.addEventListener("success", () => resolve(all.result as unknown[]));
          all.addEventListener("error", () => reject(all.error!));
        });
        if (
          JSON.stringify(rows, (_, value: unknown) => (ArrayBuffer.isView(value) ? null : value)).includes(
            "happy1000",
          )
        )
          found.push(`${name}/${store}`);
      }
      db.close();
    }
    return found;
  });
  expect(kept).toEqual([]);
});
