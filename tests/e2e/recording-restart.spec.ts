import { expect, test } from "@playwright/test";
import { Journey } from "../support/journey.ts";
import { html } from "../support/pages.ts";
import { RecordingJourney } from "../support/recording.ts";

const post = (index: number): string =>
  `<article class="h-entry"><span class="p-author h-card"><b class="p-name">Anna</b></span> <a class="u-url" href="/${index}">1 h</a><div class="e-content">${index} rainy miles.</div></article>`;
const feed = "https://feed.example/";

test("after the browser was closed a recording is paused, and goes on when the person wants it to", async () => {
  let journey = await Journey.begin();
  try {
    const { sites } = journey;
    sites.serve("feed.example", html({ title: "Feed", body: `<main>${post(1)}${post(2)}</main>` }));
    await journey.extension.setUp();
    let research = new RecordingJourney(journey);
    await research.collect();
    await research.start({ sites: ["microformats"] });
    await journey.visit(feed);
    await expect.poll(async () => (await research.session())?.seen).toBe(2);

    journey = await journey.restart();
    research = new RecordingJourney(journey);
    await expect.poll(async () => (await research.told()).recording?.state).toBe("paused");
    sites.serve("feed.example", html({ title: "Feed", body: `<main>${post(2)}${post(3)}</main>` }));
    await journey.visit(feed);
    await research.command("resumeRecording");
    await expect.poll(async () => (await research.session())?.seen).toBe(3);
    const session = await research.session();
    expect(session?.pauses).toHaveLength(1);
    expect(session?.pauses[0]?.to).toBeGreaterThan(session!.pauses[0]!.from);
    expect(await research.items()).toHaveLength(3);
    expect(journey.extension.complaints).toEqual([]);
  } finally {
    await journey.end();
  }
});

test("in mode `on click` only tabs are recorded in which the toolbar icon was pressed", async () => {
  const journey = await Journey.begin();
  try {
    const { extension, sites } = journey;
    for (const host of ["one.example", "two.example"])
      sites.serve(host, html({ title: host, body: `<main>${post(1)}</main>` }));
    await extension.setUp();
    expect(await extension.command("setRunMode", "on-click")).toEqual({ ok: true });
    const research = new RecordingJourney(journey);
    await research.collect();
    await research.start({ sites: ["microformats"] });
    for (const host of ["one.example", "two.example"])
      await (await journey.context.newPage()).goto(`https://${host}/`);
    const page = journey.context.pages().find((one) => one.url() === "https://two.example/");
    await page!.bringToFront();
    await extension.pressToolbar(page!);
    await expect.poll(async () => (await research.session())?.seen).toBe(1);
    expect((await research.items()).map(({ url }) => url)).toEqual(["https://two.example/1"]);
  } finally {
    await journey.end();
  }
});
