/** The main job: the extension in a real browser in the sample world, for a person or walked by itself. */
import { openExtensionBrowser } from "../browser/extension-browser.ts";
import { openWorld } from "./open-world.ts";
import { Report } from "./report.ts";
import { buildSampleExtension } from "./sample-extension.ts";
import { chooseAllSites, firstSite, walk } from "./walk.ts";

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
const headless = process.argv.includes("--headless") || !hasDisplay;

console.log("Building the extension …");
const extension = await buildSampleExtension();
const world = await openWorld();
console.log(`A sample world is up: ${world.sites} sites, ${world.statements} signed statements, one hub.\n`);

try {
  if (headless) await walkAlone();
  else await stayOpen();
} catch (error) {
  console.error(`\nThe walk ended early. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await world.close();
}

async function walkAlone(): Promise<void> {
  console.log(hasDisplay ? "Walking the journey:" : "No display here, so the journey walks by itself:");
  const report = new Report("out");
  try {
    await walk(
      { extension, headless: true, hostRules: world.hostRules, viewport: { width: 1200, height: 800 } },
      report,
    );
  } finally {
    console.log(`\n${report.toString()}\n`);
  }
}

async function stayOpen(): Promise<void> {
  const browser = await openExtensionBrowser({ extension, headless: false, hostRules: world.hostRules });
  const welcome = await chooseAllSites(browser);
  await welcome.goto(firstSite.address);
  console.log(
    [
      `The browser is open on ${firstSite.address}.`,
      "Press the small note at the page's right edge, or Backtalk's icon in the toolbar.",
      "Everything in there is a sample and stays on this machine. Close the browser to end.",
    ].join("\n"),
  );
  await new Promise<void>((resolve) => browser.context.once("close", () => resolve()));
}
