import { brandInTitle, titleThreshold } from "../lib/brands/title-brand.ts";
import { foldName } from "../lib/brands/fold-name.ts";
import { guessesOf, pointAt } from "./titles/curve.ts";
import type { Guess } from "./titles/curve.ts";
import { readLabelledTitles } from "./titles/labelled-titles.ts";
import type { LabelledTitle } from "./titles/labelled-titles.ts";

/*
 * `npm run -s eval:titles -- FILE.jsonl`: how well the maker's brand is read from titles that people labelled.
 * A line is `{"id", "title", "category", "brand": [spellings], "brand_annotated"}`; titles that nobody looked at
 * are left out. Right means equal to a spelling after folding. Prints two naive baselines, the whole
 * precision-recall curve, and last one line of JSON at the threshold that the product uses.
 */

/** A brand's name is at the start, and one word long. */
function firstWords(titles: readonly LabelledTitle[]): readonly Guess[] {
  return titles.map(({ title, brand }) => ({
    confidence: 1,
    right: brand.has(foldName(title.trim().split(/[\s,]+/u)[0] ?? "")),
  }));
}

/** The longest run at the start that the directory has. */
function knownPrefixes(titles: readonly LabelledTitle[]): readonly Guess[] {
  return titles.flatMap(({ title, brand, known }) => {
    const words = title.trim().split(/\s+/u);
    const runs = [4, 3, 2, 1].map((count) => foldName(words.slice(0, count).join(" ")));
    const prefix = runs.find((run) => known.has(run));
    return prefix === undefined ? [] : [{ confidence: 1, right: brand.has(prefix) }];
  });
}

/** Megabytes of titles a second of CPU, the directory's answers at hand; the best of five rounds. */
function megabytesPerSecond(titles: readonly LabelledTitle[]): number {
  const bytes = titles.reduce((sum, { title }) => sum + Buffer.byteLength(title), 0);
  const rounds = [1, 2, 3, 4, 5].map(() => {
    const before = process.cpuUsage();
    for (const { title, known } of titles) brandInTitle(title, { known: (name) => known.has(name) });
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.round((100 * bytes) / Math.max(1, Math.min(...rounds))) / 100;
}

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: npm run -s eval:titles -- FILE.jsonl");
  process.exit(2);
}
const titles = await readLabelledTitles(file);
const truth = titles.filter(({ brand }) => brand.size > 0).length;
const guesses = guessesOf(titles);
console.log(`baseline, first word: ${JSON.stringify(pointAt(firstWords(titles), truth, 0))}`);
console.log(`baseline, known name at the start: ${JSON.stringify(pointAt(knownPrefixes(titles), truth, 0))}`);
console.log("threshold\tpredicted\tright\tprecision\trecall");
for (let step = 0; step < 20; step += 1) {
  const { threshold, predicted, right, precision, recall } = pointAt(guesses, truth, step / 20);
  console.log([threshold.toFixed(2), predicted, right, precision, recall].join("\t"));
}
const { threshold, ...figures } = pointAt(guesses, truth, titleThreshold);
console.log(`threshold in use: ${threshold}`);
console.log(JSON.stringify({ texts: titles.length, ...figures, mbPerSecond: megabytesPerSecond(titles) }));
