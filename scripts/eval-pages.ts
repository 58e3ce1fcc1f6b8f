/**
 * `npm run -s eval:pages -- DIR… [--verbose]`: what pages are about, on corpora of saved pages: folders with a
 * `labels.tsv` (`file`, `url` and any of `brand`, `org`, `site_name`) and the pages themselves, or folders of such
 * folders. The content scripts that ship run in a real DOM; what they send is understood as in the background.
 * Prints one JSON line last; with `--verbose` a line a page before it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openDirectory } from "../lib/brands/directory.ts";
import { ensureBuilt, extensionFolder } from "../tests/support/build-extension.ts";
import { buildDirectory, directoryFolder } from "./build-directory/build.ts";
import { evaluatePage, type Evaluated } from "./eval-pages/evaluate-page.ts";
import { baselineOf, figuresOf } from "./eval-pages/figures.ts";
import { readLabelledPages } from "./eval-pages/labelled-pages.ts";
import { openRealDom } from "./eval-pages/real-dom.ts";
import { verboseLine } from "./eval-pages/verbose-line.ts";

/** Pages looked at side by side. */
const tabs = 3;

const isVerbose = process.argv.includes("--verbose");
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
if (folders.length === 0) {
  console.error("usage: npm run -s eval:pages -- DIR… [--verbose]");
  process.exit(2);
}

ensureBuilt("chrome");
if (!existsSync(join(directoryFolder, "head.bin"))) await buildDirectory();
const directory = await openDirectory(
  async (path) => new Uint8Array(readFileSync(join(directoryFolder, path))),
);
const pages = readLabelledPages(folders);
const dom = await openRealDom(extensionFolder("chrome"), tabs);
const evaluated: Evaluated[] = [];
let unread = 0;
let next = 0;

async function work(): Promise<void> {
  for (let page = pages[next++]; page; page = pages[next++]) {
    try {
      const one = await evaluatePage(page, dom, directory);
      evaluated.push(one);
      if (isVerbose) console.log(verboseLine(one));
    } catch (error) {
      unread += 1;
      console.error(`${page.folder}: ${page.file}: ${String(error).split("\n")[0]}`);
    }
    const done = evaluated.length + unread;
    if (done % 100 === 0) console.error(`${done} of ${pages.length} pages`);
  }
}

await Promise.all(Array.from({ length: tabs }, work));
await dom.close();
if (unread > 0) console.error(`${unread} pages could not be read`);
const outcomes = evaluated.map(({ outcome }) => outcome);
console.log(`baseline, markup alone: ${JSON.stringify(baselineOf(outcomes))}`);
console.log(JSON.stringify(figuresOf(outcomes)));
