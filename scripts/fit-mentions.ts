import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDirectory } from "../lib/brands/directory.ts";
import { namesPath, openNameIndex } from "../lib/mentions/name-index.ts";
import { buildDirectory, directoryFolder } from "./build-directory/build.ts";
import { examplesOf } from "./fit-mentions/examples.ts";
import type { Example } from "./fit-mentions/examples.ts";
import { readCorpus } from "./fit-mentions/labelled.ts";
import { fit, predict } from "./fit-mentions/logistic.ts";
import type { Model } from "./fit-mentions/logistic.ts";

/*
 * `node scripts/fit-mentions.ts FILE.jsonl…`: fits the weights of `lib/mentions` on labelled texts and writes
 * `lib/mentions/weights.ts`. Prints what cross-validation over whole texts makes of it, for each file.
 */
const penalty = 8;
const fewest = 12;
const folds = 5;
const weightsFile = join(import.meta.dirname, "../lib/mentions/weights.ts");

function foldOf({ text }: Example): number {
  let sum = 0;
  for (let i = 0; i < text.text.length; i++) sum = (Math.imul(sum, 31) + text.text.charCodeAt(i)) >>> 0;
  return sum % folds;
}

/** Confidence of each example by a model that has not seen its text. */
function crossValidate(examples: readonly Example[]): number[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    fit(
      examples.filter((example) => foldOf(example) !== fold),
      penalty,
      fewest,
    ),
  );
  return examples.map((example) => predict(models[foldOf(example)] as Model, example.signs));
}

function report(
  name: string,
  examples: readonly Example[],
  confidence: readonly number[],
  truth: number,
): void {
  console.log(`${name}: ${examples.length} candidates, ${truth} true places`);
  for (const threshold of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const taken = examples.filter((_, i) => (confidence[i] ?? 0) >= threshold);
    const right = taken.filter((example) => example.right);
    const places = new Set(right.map(({ text, start }) => `${text.id}:${Math.round(start / 4)}`));
    console.log(
      `  ≥ ${threshold}: ${taken.length} taken, precision ${share(right.length, taken.length)}, recall about ${share(places.size, truth)}`,
    );
  }
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function calibration(examples: readonly Example[], confidence: readonly number[]): void {
  console.log("of mentions with a confidence of … are right:");
  for (let from = 0.1; from < 0.95; from += 0.2) {
    const band = examples.filter((_, i) => (confidence[i] ?? 0) >= from && (confidence[i] ?? 0) < from + 0.2);
    console.log(
      `  ${from.toFixed(1)}–${(from + 0.2).toFixed(1)}: ${share(band.filter(({ right }) => right).length, band.length)} of ${band.length}`,
    );
  }
}

function sourceOf({ bias, weights }: Model): string {
  const lines = Object.entries(weights).map(
    ([sign, weight]) => `  ${JSON.stringify(sign)}: ${weight.toFixed(2)},`,
  );
  return [
    "/*",
    " * Written by `scripts/fit-mentions.ts`: how much each sign adds to the log odds of a brand. `judged.ts` holds",
    " * those that no corpus of ours shows.",
    " */",
    `export const bias = ${bias.toFixed(2)};`,
    "export const weights: Readonly<Record<string, number>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}

await buildDirectory();
const directory = await openDirectory((path) => readFile(join(directoryFolder, path)));
const index = openNameIndex(await readFile(join(directoryFolder, namesPath)), directory.version);
if (typeof index === "string") throw new Error(`the index of names is ${index}`);
const files = process.argv.slice(2);
const corpora = await Promise.all(files.map(async (file) => readCorpus(file)));
const examples: Example[][] = [];
for (const corpus of corpora) examples.push(await examplesOf(corpus, index, directory));
const all = examples.flat();
const confidence = crossValidate(all);
for (const [i, file] of files.entries()) {
  const from = examples.slice(0, i).flat().length;
  const own = examples[i] ?? [];
  const truth = (corpora[i]?.texts ?? []).reduce((sum, text) => sum + text.truth.length, 0);
  report(file, own, confidence.slice(from, from + own.length), truth);
}
calibration(all, confidence);
await writeFile(weightsFile, sourceOf(fit(all, penalty, fewest)));
