/**
 * What the extension costs a page: script CPU (thread time, not wall time) and heap over an empty extension that
 * runs on every page as well. Rounds are interleaved and their order is reversed each time, because the machine is
 * noisy. Prints figures, asserts nothing.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { launchChromium } from "../support/chromium.ts";
import { ensureBuilt, extensionFolder } from "../support/build-extension.ts";
import { emptyExtension } from "../support/empty-extension.ts";
import { Extension } from "../support/extension.ts";
import { html, jsonLd } from "../support/pages.ts";
import { SiteServer } from "../support/site-server.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 9);
/** Long enough for the report, the answer and everything idle that follows. */
const settleMs = 1200;

const product = jsonLd({
  "@type": "Product",
  name: "Trail 2",
  gtin13: "4006381333931",
  brand: { "@type": "Brand", name: "Kite" },
  offers: { "@type": "Offer", price: "89.00", priceCurrency: "EUR" },
  aggregateRating: { "@type": "AggregateRating", ratingValue: 4.4, reviewCount: 231 },
});
const filler =
  '<div class="card"><a href="/x"><img alt=""><h2>Title</h2><p>Some text here.</p></a></div>'.repeat(800);

const pages: Readonly<Record<string, string>> = {
  blank: html({ body: "" }),
  product: html({ title: "Trail 2", head: product, body: `<h1>Trail 2</h1>${filler}` }),
  feed: html({
    body: `<main></main><script>for (let i = 0; i < 20; i++) setTimeout(() => document.querySelector("main").insertAdjacentHTML("beforeend", ${JSON.stringify(filler.slice(0, 4000))}), i * 30)</script>`,
  }),
  frames: html({ body: '<iframe src="/blank"></iframe>'.repeat(12) }),
};

interface Sample {
  readonly script: number;
  readonly heap: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function measure(context: BrowserContext, url: string): Promise<Sample> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(url);
  await page.waitForTimeout(settleMs);
  const { metrics } = await cdp.send("Performance.getMetrics");
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  await page.close();
  return { script: value("ScriptDuration") * 1000, heap: value("JSHeapUsedSize") / 1000 };
}

ensureBuilt("chrome");
const sites = await SiteServer.start();
sites.serve("bench.example", ({ path }) => ({ body: pages[path.slice(1)] ?? "" }));
const folders = [emptyExtension(), extensionFolder("chrome")];
const profiles = folders.map(() => mkdtempSync(join(tmpdir(), "backtalk-bench-")));
const [floor, ours] = [
  await launchChromium(sites.port, { profile: profiles[0]!, folder: folders[0]! }),
  await launchChromium(sites.port, { profile: profiles[1]!, folder: folders[1]! }),
];
await (await Extension.of(ours)).setUp();

console.log(
  `${"page".padEnd(10)}${"floor ms".padStart(10)}${"ours ms".padStart(10)}${"more ms".padStart(10)}${"more kB".padStart(10)}`,
);
for (const name of Object.keys(pages)) {
  const url = `https://bench.example/${name}`;
  const samples: { floor: Sample[]; ours: Sample[] } = { floor: [], ours: [] };
  for (let round = 0; round <= rounds; round++) {
    const order = [
      ["floor", floor],
      ["ours", ours],
    ] as const;
    for (const [who, context] of round % 2 ? order.toReversed() : order) {
      const sample = await measure(context, url);
      // The first round only warms up.
      if (round > 0) samples[who].push(sample);
    }
  }
  const of = (who: "floor" | "ours", what: keyof Sample): number =>
    median(samples[who].map((sample) => sample[what]));
  const columns = [
    of("floor", "script"),
    of("ours", "script"),
    of("ours", "script") - of("floor", "script"),
    of("ours", "heap") - of("floor", "heap"),
  ];
  console.log(name.padEnd(10) + columns.map((value) => value.toFixed(2).padStart(10)).join(""));
}
for (const file of ["page.js", "badge.js", "social.js", "background.js"]) {
  const bytes = readFileSync(join(extensionFolder("chrome"), file));
  console.log(`${file.padEnd(14)} ${bytes.length} B, gzip ${gzipSync(bytes).length} B`);
}
await floor.close();
await ours.close();
await sites.stop();
for (const folder of [folders[0]!, ...profiles]) rmSync(folder, { recursive: true, force: true });
