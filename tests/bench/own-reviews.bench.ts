/**
 * What a look at a page's own reviews costs: reading 500 of them in a real Chromium, and understanding and checking
 * them in the background, beside a naive baseline (word pairs of each text with every other). Prints figures, asserts
 * nothing. `npm run -s eval:own-reviews` measures real pages.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDayAt } from "../../lib/app/read-day.ts";
import { readOwnReviews } from "../../lib/detect/own-reviews/read-own-reviews.ts";
import type { RawOwnReviews } from "../../lib/model/own-reviews.ts";
import { RawOwnReviewsSchema } from "../../lib/schema/raw-own-reviews.ts";
import { checkOwnReviews } from "../../lib/trust/own-reviews/index.ts";
import { wordsOf } from "../../lib/trust/text/words.ts";
import { percentile } from "../../scripts/eval-pages/figures.ts";
import { openRealDom } from "../../scripts/eval-pages/real-dom.ts";
import { randomFrom } from "../../scripts/eval-trust/random.ts";
import { longText } from "../../scripts/eval-trust/texts.ts";
import { ensureBuilt, extensionFolder } from "../support/build-extension.ts";

const count = 500;
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const random = randomFrom(5);
const readDay = readDayAt(Date.UTC(2026, 5, 1));

const texts = Array.from({ length: count }, () => longText(random, 6));
const isoDay = (index: number): string =>
  new Date(Date.UTC(2024, 0, 1 + ((index * 7) % 700))).toISOString().slice(0, 10);
const star = (index: number): number => 1 + (index % 5);

const marked = texts.map(
  (text, index) =>
    `<div class="jdgm-rev" data-review-id="r${index}" data-verified-buyer="true"><span class="jdgm-rev__rating" data-score="${star(index)}"></span><span class="jdgm-rev__timestamp" data-content="${isoDay(index)} 10:00:00 UTC"></span><span class="jdgm-rev__author">P ${index}</span><b class="jdgm-rev__title">T ${index}</b><div class="jdgm-rev__body"><p>${text}</p></div></div>`,
);
const unnamed = texts.map(
  (text, index) =>
    `<li class="product-review-item"><b class="author">P ${index}</b><time datetime="${isoDay(index)}"></time><span class="stars" title="${star(index)} of 5"></span><p class="review-text">${text}</p></li>`,
);
const filler =
  '<div class="card"><a href="/x"><img alt=""><h2>Title</h2><p>Some text here.</p></a></div>'.repeat(2000);
const pages: Readonly<Record<string, string>> = {
  "no review, 10 000 elements": filler,
  "500 reviews of a service": marked.join("") + filler,
  "500 reviews by their names alone": `<ul>${unnamed.join("")}</ul>${filler}`,
};

ensureBuilt("chrome");
const folder = mkdtempSync(join(tmpdir(), "backtalk-own-reviews-"));
const dom = await openRealDom(extensionFolder("chrome"), 1);
let raw: RawOwnReviews | undefined;
for (const [name, body] of Object.entries(pages)) {
  const file = join(folder, "page.html");
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><title>Cup</title>${body}`);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    await dom.visit(`https://shop.example/p/${round}`, file, async (page) => {
      const { cpuMs, result } = await page.run("own-reviews.js");
      times.push(cpuMs);
      raw = RawOwnReviewsSchema.parse(result);
    });
  console.log(
    `in the page, ${name} (${raw?.reviews.length} read): median ${percentile(times, 0.5)} ms, worst ${percentile(times, 1)} ms of CPU`,
  );
}
await dom.close();
rmSync(folder, { recursive: true });

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function measure(name: string, work: () => unknown): void {
  const first = cpuMs(work);
  const times = Array.from({ length: rounds }, () => cpuMs(work));
  console.log(
    `${name}: first ${first.toFixed(1)} ms, median ${percentile(times, 0.5)} ms, worst ${percentile(times, 1)} ms of CPU`,
  );
}

if (raw) {
  const sent = raw;
  const read = readOwnReviews([sent], readDay);
  measure("at the border", () => RawOwnReviewsSchema.parse(sent));
  measure("understanding 500", () => readOwnReviews([sent], readDay));
  measure("checking 500", () => checkOwnReviews(read));
  measure("baseline, word pairs of each text with every other", () => {
    const pairs = read.reviews.map(({ text = "" }) => {
      const words = wordsOf(text);
      return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
    });
    let alike = 0;
    for (const [index, one] of pairs.entries())
      for (const other of pairs.slice(index + 1)) {
        let shared = 0;
        for (const pair of one) if (other.has(pair)) shared += 1;
        if (shared >= 0.6 * (one.size + other.size - shared)) alike += 1;
      }
    return alike;
  });
}
