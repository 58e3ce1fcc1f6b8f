import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { extensionFolder } from "../support/build-extension.ts";
import { Journey } from "../support/journey.ts";
import { html } from "../support/pages.ts";
import { RecordingJourney } from "../support/recording.ts";

/** Posts that come with each press, long ones: a disk is filled soon. */
const inBatch = 20;
const script = `
let made = 0;
function add() {
  const posts = [];
  for (let end = made + ${inBatch}; made < end; made++)
    posts.push('<article class="h-entry"><span class="p-author h-card"><b class="p-name">Anna</b></span> <a class="u-url" href="/' + made + '">1 h</a><div class="e-content">' + made + ' rainy miles. '.repeat(300) + '</div></article>');
  document.querySelector("main").insertAdjacentHTML("beforeend", posts.join(""));
}
document.querySelector("button").addEventListener("click", add);
add();`;

let folder: string;
let journey: Journey;
let research: RecordingJourney;

/** The extension without the permission for as much room as it wants: only then may a browser be told that it is full. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backtalk-full-"));
  cpSync(extensionFolder("chrome"), folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { permissions: string[] };
  manifest.permissions = manifest.permissions.filter((name) => name !== "unlimitedStorage");
  writeFileSync(path, JSON.stringify(manifest));
  journey = await Journey.begin({ folder });
  research = new RecordingJourney(journey);
});

test.afterAll(async () => {
  await journey?.end();
  rmSync(folder, { recursive: true, force: true });
});

test("a full disk ends the recording, which says so; what was kept stays, and more comes once there is room", async () => {
  const { extension, sites } = journey;
  const body = `<main></main><button>More</button><script>${script}</script>`;
  sites.serve("feed.example", html({ title: "Feed", body }));
  await extension.setUp();
  await research.collect();
  const plan = { sites: ["microformats"] } as const;
  expect(await research.start(plan)).toMatchObject({ ok: true });
  const page = await journey.visit("https://feed.example/");
  const seen = async (): Promise<number | undefined> => (await research.session())?.seen;
  await expect.poll(seen).toBe(inBatch);

  const own = await extension.page();
  const cdp = await journey.context.newCDPSession(own);
  const origin = `chrome-extension://${extension.id}`;
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  // Chromium looks at the quota again every half minute alone.
  await expect
    .poll(
      async () => {
        await page.getByRole("button", { name: "More" }).click();
        return (await research.told()).recordingEnd?.why;
      },
      { timeout: 120_000, intervals: [1000] },
    )
    .toBe("quota");
  expect((await research.told()).recording).toBeUndefined();
  const { id } = (await research.session())!;
  const kept = await research.items();
  expect(kept.length).toBeGreaterThanOrEqual(inBatch);
  // Whole batches alone: each item was counted, and each that was counted is there.
  expect(await research.session()).toMatchObject({ seen: kept.length, kept: kept.length });

  await cdp.send("Storage.overrideQuotaForOrigin", { origin });
  await cdp.detach();
  await expect
    .poll(async () => (await research.start(plan)) as { ok: boolean }, {
      timeout: 120_000,
      intervals: [2000],
    })
    .toMatchObject({ ok: true });
  await expect.poll(async () => (await research.items()).length).toBeGreaterThan(kept.length);
  const sessions = await journey.allRows<{ id: string; ended?: object }>("research", "sessions");
  expect(sessions.find((session) => session.id === id)?.ended).toMatchObject({ why: "quota" });
});
