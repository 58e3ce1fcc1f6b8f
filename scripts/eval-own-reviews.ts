/**
 * `npm run -s eval:own-reviews -- DIR… [--texts]`: the reviews that pages themselves show, on corpora of saved pages
 * as `eval:pages` takes them. The script that ships runs in a real DOM; what it returns is understood as in the
 * background. Prints a line for each page with reviews, beside how many a person counted there
 * (`tests/fixtures/own-reviews/real.json`), and one JSON line last.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { ensureBuilt, extensionFolder } from "../tests/support/build-extension.ts";
import { lookAtPage, type LookedAt } from "./eval-own-reviews/look-at-page.ts";
import { readLabelledPages } from "./eval-pages/labelled-pages.ts";
import { openRealDom } from "./eval-pages/real-dom.ts";

const tabs = 2;
/** Saved pages are read as if on one day, so that figures stay the same. */
const now = Date.UTC(2026, 0, 1);

const withTexts = process.argv.includes("--texts");
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
if (folders.length === 0) {
  console.error("usage: npm run -s eval:own-reviews -- DIR… [--texts]");
  process.exit(2);
}
const countedFile = "tests/fixtures/own-reviews/real.json";
const counted = (existsSync(countedFile) ? JSON.parse(readFileSync(countedFile, "utf8")) : {}) as Record<
  string,
  number
>;

ensureBuilt("chrome");
const pages = readLabelledPages(folders);
const dom = await openRealDom(extensionFolder("chrome"), tabs);
const looked: LookedAt[] = [];
let unread = 0;
let next = 0;

async function work(): Promise<void> {
  for (let page = pages[next++]; page; page = pages[next++]) {
    try {
      looked.push(await lookAtPage(page, dom, now));
    } catch (error) {
      unread += 1;
      console.error(`${page.folder}: ${basename(page.file)}: ${String(error).split("\n")[0]}`);
    }
  }
}

await Promise.all(Array.from({ length: tabs }, work));
await dom.close();

const keyOf = ({ page }: LookedAt): string => `${page.folder}/${basename(page.file)}`;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const worst = (values: readonly number[]): number => Math.max(0, ...values);

for (const one of looked.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))) {
  const { markups, pageMs, read } = one;
  const truth = counted[keyOf(one)];
  if (read.reviews.length === 0 && !truth) continue;
  const has = (pick: (review: (typeof read.reviews)[number]) => unknown): number =>
    read.reviews.filter(pick).length;
  const parts = `stars ${has(({ stars }) => stars)} days ${has(({ day }) => day)} texts ${has(({ text }) => text)} authors ${has(({ author }) => author)} verified ${has(({ isVerified }) => isVerified)}`;
  const names =
    Object.entries(markups)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ") || "json-ld";
  const claim = read.claimed
    ? `${read.claimed.value} (${read.claimed.count ?? "?"})${read.spread ? " spread" : ""}`
    : "";
  console.log(
    `${keyOf(one).slice(0, 60).padEnd(60)} read ${String(read.reviews.length).padStart(3)} of ${String(truth ?? "?").padStart(3)}  ${parts}  ${names}  ${claim}  ${pageMs.toFixed(1)} ms`,
  );
  if (withTexts)
    for (const { author, day, stars, text } of read.reviews)
      console.log(`    ${stars} ${day} ${author}: ${text?.slice(0, 90)}`);
}

const judged = looked.filter((one) => keyOf(one) in counted);
const truths = judged.map((one) => counted[keyOf(one)] ?? 0);
const reads = judged.map(({ read }) => read.reviews.length);
const times = looked.map(({ pageMs }) => pageMs);
console.log(
  JSON.stringify({
    pages: looked.length,
    unread,
    withReviews: looked.filter(({ read }) => read.reviews.length > 0).length,
    counted: judged.length,
    right: judged.filter((_, index) => reads[index] === truths[index]).length,
    shown: truths.reduce((sum, count) => sum + count, 0),
    read: reads.reduce((sum, count) => sum + count, 0),
    pageMs: { median: Number(median(times).toFixed(2)), most: Number(worst(times).toFixed(1)) },
    readMs: {
      median: Number(median(looked.map(({ readMs }) => readMs)).toFixed(2)),
      most: Number(worst(looked.map(({ readMs }) => readMs)).toFixed(1)),
    },
  }),
);
