import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
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
  const hub = await HubHost.start(sites, "hub.example", world.tokens);
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

/** Makes the choice and waits until the whole sample world is on the device. */
export async function copyWorld({ journey, world, hub }: SampleJourney): Promise<void> {
  await journey.extension.setUp([hub.url]);
  // Thousands of signatures are checked on the way.
  await expect
    .poll(() => journey.rows("community", "tokens"), { timeout: 300_000 })
    .toBeGreaterThanOrEqual(world.tokens.length);
}
