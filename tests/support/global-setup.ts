import { sampleWorld } from "../../scripts/sample-world/index.ts";
import { keepSampleDirectory } from "../../scripts/sample-world/sample-directory.ts";
import { ensureBuilt } from "./build-extension.ts";

/**
 * Playwright's global setup: builds what the chosen projects need, and what is kept of the sample world, once for all
 * workers.
 */
export default async function buildForProjects(): Promise<void> {
  const chosen =
    process.argv
      .join(" ")
      .match(/--project[= ](\w+)/g)
      ?.join(" ") ?? "chromium firefox";
  if (/chromium|corpora/.test(chosen)) ensureBuilt("chrome");
  if (chosen.includes("firefox")) ensureBuilt("firefox");
  if (chosen.includes("chromium")) {
    await sampleWorld();
    await keepSampleDirectory();
  }
}
