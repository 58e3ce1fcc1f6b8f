import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { buildDirectory } from "../../scripts/build-directory/build.ts";
import { sampleWorld, type SampleWorld } from "../../scripts/sample-world/index.ts";
import { extensionFolder } from "./build-extension.ts";
import { HubHost } from "./hub-host.ts";
import { Journey } from "./journey.ts";
import { SiteServer } from "./site-server.ts";

const directoryFolder = join(import.meta.dirname, "../../.cache/sample-directory");

/** A browser in the sample world: its sites, its hub, and a brand directory that knows its brands. */
export interface SampleJourney {
  readonly journey: Journey;
  readonly world: SampleWorld;
  readonly hub: HubHost;
  end(): Promise<void>;
}

export async function beginInSampleWorld(): Promise<SampleJourney> {
  const world = await sampleWorld();
  // Compiling takes seconds, so it is kept until its inputs change.
  await buildDirectory({ folder: directoryFolder, extraRows: world.directoryRows });
  const folder = mkdtempSync(join(tmpdir(), "backtalk-sample-"));
  cpSync(extensionFolder("chrome"), folder, { recursive: true });
  rmSync(join(folder, "directory"), { recursive: true });
  cpSync(directoryFolder, join(folder, "directory"), { recursive: true });

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
  await expect
    .poll(() => journey.rows("community", "tokens"), { timeout: 60_000 })
    .toBeGreaterThanOrEqual(world.tokens.length);
}
