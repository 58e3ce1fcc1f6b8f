/**
 * The background worker: the size of its bundle, and how long a worker that was killed takes to answer, from the
 * message that wakes it to its answer out of the database. `BENCH_BASELINE=FOLDER` names another build (an unpacked
 * extension) that is measured in turn with this one. Prints figures, asserts nothing.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "@playwright/test";
import { ensureBuilt, extensionFolder } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { Extension } from "../support/extension.ts";
import { SiteServer } from "../support/site-server.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 30);

interface Measured {
  readonly name: string;
  readonly folder: string;
  readonly context: BrowserContext;
  readonly extension: Extension;
  readonly own: Page;
  readonly wakes: number[];
}

/** A worker that has to be started first answers that there is no such review in the outbox. */
async function wake({ extension, own }: Measured): Promise<number> {
  await extension.killWorker(own);
  return own.evaluate(async () => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }
    ).chrome;
    const began = performance.now();
    await runtime.sendMessage({ id: 1, type: "undoPost", data: "0".repeat(32), timestamp: Date.now() });
    return performance.now() - began;
  });
}

const quantile = (values: readonly number[], q: number): string =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))]!.toFixed(0);

ensureBuilt("chrome");
const sites = await SiteServer.start();
const builds = [
  ...(process.env["BENCH_BASELINE"] ? [{ name: "baseline", folder: process.env["BENCH_BASELINE"] }] : []),
  { name: "this", folder: extensionFolder("chrome") },
];
const profiles: string[] = [];
const measured: Measured[] = [];
for (const { name, folder } of builds) {
  const profile = mkdtempSync(join(tmpdir(), "backtalk-bench-"));
  profiles.push(profile);
  const context = await launchChromium(sites.port, { profile, folder });
  const extension = await Extension.of(context);
  await extension.setUp();
  measured.push({ name, folder, context, extension, own: await extension.page(), wakes: [] });
}
// In turn, so that whatever else the machine does meets all of them.
for (let round = 0; round <= rounds; round += 1)
  for (const one of measured) {
    const ms = await wake(one);
    if (round > 0) one.wakes.push(ms);
  }
for (const { context, folder, name, wakes } of measured) {
  const bundle = readFileSync(join(folder, "background.js"));
  console.log(
    `${name.padEnd(9)} background.js ${(bundle.length / 1000).toFixed(0)} kB, gzip ${(gzipSync(bundle).length / 1000).toFixed(0)} kB; start to answer: median ${quantile(wakes, 0.5)} ms, 90 % ${quantile(wakes, 0.9)} ms (${rounds} rounds)`,
  );
  await context.close();
}
await sites.stop();
for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
