import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { sampleWorld, type SampleWorld } from "../../scripts/sample-world/index.ts";
import { putSampleDirectory } from "../../scripts/sample-world/sample-directory.ts";
import { extensionFolder } from "./build-extension.ts";
import { HubHost } from "./hub-host.ts";
import { Journey } from "./journey.ts";
import { SiteServer } from "./site-server.ts";

/** A browser in the sample world: its sites, its hub, and a brand directory that knows its brands. */
export interface SampleJourney {
  readonly journey: Journey;
  readonly world: SampleWorld;
  readonly hub: HubHost;
  end(): Promise<void>;
}

export async function beginInSampleWorld(): Promise<SampleJourney> {
  const world = await sampleWorld();
  const folder = mkdtempSync(join(tmpdir(), "backtalk-sample-"));
  cpSync(extensionFolder("chrome"), folder, { recursive: true });
  await putSampleDirectory(folder);

  const sites = await SiteServer.start();
  for (const [host, pages] of world.pages)
    sites.serve(host, ({ path }) => pages.get(new URL(path, "https://x.example").pathname));
  const hub = await HubHost.start(sites, "hub.example", world.tokens, {
    version: async () => 0,
    read: async () => world.daily,
  });
  const journey = await Journey.begin({ folder, sites });
  return {
    journey,
    world,
    hub,
    async end() {
      await journey.end();
      await sites.stop();
      await hub.hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * For files that look at the whole sample world: one browser for all of them, because copying the world takes longer
 * than most tests. What a test does to it, the test takes back.
 */
export const test = base.extend<object, { readonly sample: SampleJourney }>({
  sample: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs.
    async ({}, use) => {
      const sample = await beginInSampleWorld();
      await copyWorld(sample);
      await use(sample);
      await sample.end();
    },
    { scope: "worker", timeout: 600_000 },
  ],
});

/**
 * Tells a file of the shared sample world, and leaves no page and no complaint behind after each of its tests.
 *
 * @param begun - Told of it before the first test.
 */
export function inSampleWorld(begun: (sample: SampleJourney) => void): void {
  test.beforeAll(({ sample }) => begun(sample));

  test.afterEach(async ({ sample: { journey } }) => {
    await journey.context.setOffline(false);
    await journey.closePages();
    const { complaints } = journey.extension;
    expect(complaints.splice(0)).toEqual([]);
  });
}

/** Makes the choice and waits until the whole sample world is on the device. */
async function copyWorld({ journey, world, hub }: SampleJourney): Promise<void> {
  await journey.extension.setUp([hub.url], [`${hub.url}/v1/feed`]);
  // Thousands of signatures are checked on the way.
  await expect
    .poll(() => journey.rows("community", "tokens"), { timeout: 300_000 })
    .toBeGreaterThanOrEqual(world.tokens.length);
}
