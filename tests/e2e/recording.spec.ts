import { expect, test, type Page } from "@playwright/test";
import { html } from "../support/pages.ts";
import { RecordingJourney } from "../support/recording.ts";
import { beginInSampleWorld, type SampleJourney } from "../support/sample-journey.ts";

test.describe.configure({ mode: "default" });

const feed = "https://chirp.example/";
const thread = "https://trailtalk.example/t/trail-shoe-for-wet-winters/42";
/** Posts of the feed before "More" is pressed, and of the thread. */
const inFeed = 10;
const inThread = 3;

let sample: SampleJourney;
let research: RecordingJourney;

test.beforeAll(async () => {
  sample = await beginInSampleWorld();
  research = new RecordingJourney(sample.journey);
});

test.beforeEach(async () => {
  const { journey } = sample;
  await journey.freshStart();
  await journey.extension.setUp();
  await research.collect();
});

test.afterEach(async () => {
  await sample.journey.closePages();
  expect(sample.journey.extension.complaints).toEqual([]);
});

test.afterAll(async () => {
  await sample?.end();
});

async function seen(): Promise<number | undefined> {
  return (await research.session())?.seen;
}

async function more(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
}

test("two platforms are recorded, what stands open already included, each post with where it is from", async () => {
  const { journey } = sample;
  const { extension, sites } = journey;
  const page = await journey.visit(feed);
  await extension.store("local", { chipSites: { "schema-org": false } });
  expect(await research.start()).toMatchObject({ ok: true });
  await expect.poll(seen).toBe(inFeed);
  await journey.visit(thread);
  await expect.poll(seen).toBe(inFeed + inThread);
  await more(page);
  await expect.poll(seen).toBe(2 * inFeed + inThread);

  const items = await research.items();
  expect(items).toHaveLength(2 * inFeed + inThread);
  const session = (await research.session())!;
  expect(session.detector.extension).toMatch(/^\d+\.\d+\.\d+/u);
  expect(session.detector.directory).toMatch(/^[\da-f]{16}$/u);
  const gwen = items.find(({ url }) => url?.endsWith("/@gwen/1000"));
  expect(gwen).toMatchObject({
    collection: "returns-study",
    why: "everything",
    session: session.id,
    site: "microformats",
    author: "Gwen",
    truncated: false,
    lang: "en",
    audience: "unknown",
    detector: session.detector,
    versions: [],
  });
  expect(gwen?.text).toContain("Third pair of Northwind boots.");
  expect(gwen?.mentions.map(({ brandId, span }) => [brandId, span?.start])).toEqual([
    ["northwind.example", gwen?.text.indexOf("Northwind")],
    ["northwind.example", gwen?.text.indexOf("northwind.example")],
  ]);
  const cobbler = items.find(({ author }) => author === "ex-cobbler");
  expect(cobbler).toMatchObject({ site: "schema-org", thread });
  expect(items.find(({ author }) => author === "さくら")).toMatchObject({ lang: "ja", langBy: "text" });

  const views = await research.views();
  expect(
    Object.fromEntries(views.map(({ kept, kind, seen: met, site }) => [site, [kind, met, kept]])),
  ).toEqual({
    microformats: ["unknown", 2 * inFeed, 2 * inFeed],
    "schema-org": ["thread", inThread, inThread],
  });
  const tallies = await research.tallies();
  expect(tallies.reduce((sum, { seen: met }) => sum + met, 0)).toBe(2 * inFeed + inThread);

  await research.command("pauseRecording");
  await more(page);
  await expect(page.locator("article")).toHaveCount(3 * inFeed);
  await expect.poll(async () => (await research.told()).recording?.state).toBe("paused");
  await research.command("stopRecording");
  await more(page);
  expect((await research.session())?.ended).toMatchObject({ why: "person" });
  expect(await seen()).toBe(2 * inFeed + inThread);
  expect((await research.told()).recording).toBeUndefined();
  // Nothing has left the device.
  expect(sites.seenBeside("chirp.example", "trailtalk.example")).toEqual([]);
});

test("a feed is read and not recorded unless its platform was chosen", async () => {
  const { journey } = sample;
  await research.start({ sites: ["schema-org"] });
  await journey.visit(feed);
  await journey.visit(thread);
  await expect.poll(seen).toBe(inThread);
  expect((await research.items()).map(({ site }) => site)).toEqual(Array(inThread).fill("schema-org"));
});

test("where the worker is killed while it records, nothing is lost and nothing is doubled", async () => {
  const { journey } = sample;
  await research.start({
    sites: ["microformats"],
    sampleRate: 1,
    keep: { kind: "words", words: ["Northwind"] },
  });
  const page = await journey.visit(feed);
  const rounds = 12;
  for (let round = 1; round <= rounds; round++) {
    await more(page);
    // At another moment each time: before, while and after posts are reported.
    await page.waitForTimeout(40 * (round % 6));
    await journey.killWorker();
  }
  const all = inFeed * (rounds + 1);
  await expect.poll(seen, { timeout: 60_000 }).toBe(all);
  const items = await research.items();
  expect(items).toHaveLength(all);
  expect(new Set(items.map(({ key }) => key)).size).toBe(all);
  const matches = items.filter(({ why }) => why === "words").length;
  expect(await research.session()).toMatchObject({ seen: all, kept: matches, sampled: all - matches });
  expect((await research.tallies()).reduce((sum, { seen: met }) => sum + met, 0)).toBe(all);
});

test("what a page says of time and language is kept with its post, and counted on its day", async () => {
  const { journey } = sample;
  const { sites } = journey;
  const post = `<article class="h-entry"><span class="p-author h-card"><b class="p-name">Anna</b></span> <a class="u-url" href="/1"><time class="dt-published" datetime="2026-11-20T10:00:00Z">now</time></a><div class="e-content" lang="de">Northwind und ich.</div></article>`;
  sites.serve("anna.example", html({ title: "Anna", body: `<main>${post}</main>` }));
  await journey.visit("https://anna.example/");
  await research.start({ sites: ["microformats"] });
  await expect.poll(seen).toBe(1);
  expect(await research.items()).toMatchObject([
    {
      url: "https://anna.example/1",
      publishedAt: Date.UTC(2026, 10, 20, 10),
      publishedAtPrecision: "second",
      lang: "de",
      langBy: "page",
    },
  ]);
  expect(await research.tallies()).toMatchObject([{ day: "2026-11-20", seen: 1, kept: 1 }]);
});
