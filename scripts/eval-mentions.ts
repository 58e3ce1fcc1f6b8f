import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openDirectory } from "../lib/brands/directory.ts";
import { likely, openMentions } from "../lib/mentions/mention-finder.ts";
import type { MentionFinder } from "../lib/mentions/mention-finder.ts";
import { buildDirectory, directoryFolder } from "./build-directory/build.ts";
import { naiveMatches, namesIn } from "./fit-mentions/naive.ts";
import { isAccountOrAddress, overlaps, readCorpus } from "./fit-mentions/labelled.ts";
import type { LabelledText } from "./fit-mentions/labelled.ts";

/*
 * `npm run -s eval:mentions -- FILE.jsonl`: lines of `{"id","text","entities":[{"start","end","type"}]}`, where
 * `corporation`, `product` and `ORG` are brands. Prints precision and recall over thresholds, the naive baseline,
 * the speed, and last one line of JSON at the default threshold (`likely`). A prediction is right when it overlaps
 * a true span; a true span is found when a prediction overlaps it. Mentions without a place in the text count
 * nowhere. Where a corpus marks no accounts, what is said of accounts and addresses is neither right nor wrong; the
 * figure with them stands in a line of its own.
 */

interface Prediction {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

interface Tally {
  readonly predicted: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
}

function tally(
  texts: readonly LabelledText[],
  predictions: readonly (readonly Prediction[])[],
  from: number,
): Tally {
  let predicted = 0;
  let right = 0;
  let found = 0;
  for (const [i, { truth }] of texts.entries()) {
    const taken = (predictions[i] ?? []).filter(({ confidence }) => confidence >= from);
    predicted += taken.length;
    right += taken.filter((one) => truth.some((span) => overlaps(one, span))).length;
    found += truth.filter((span) => taken.some((one) => overlaps(one, span))).length;
  }
  const all = texts.reduce((sum, { truth }) => sum + truth.length, 0);
  return { predicted, right, precision: right / Math.max(1, predicted), recall: found / Math.max(1, all) };
}

async function predict(finder: MentionFinder, texts: readonly LabelledText[]): Promise<Prediction[][]> {
  const found = await finder.findAll(texts.map(({ text }) => ({ text })));
  return found.map((mentions) =>
    mentions.flatMap(({ span, confidence }) => (span ? [{ ...span, confidence }] : [])),
  );
}

const speedRounds = 60;

/**
 * Megabytes of UTF-8 that are searched in a second by a warm finder, one text after the other: in the fastest of
 * many rounds, since other work on the machine only ever adds to them.
 */
async function speed(finder: MentionFinder, texts: readonly LabelledText[]): Promise<number> {
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const batch = texts.map(({ text }) => ({ text }));
  await finder.findAll(batch);
  let fastest = Infinity;
  for (let round = 0; round < speedRounds; round++) {
    const before = performance.now();
    await finder.findAll(batch);
    fastest = Math.min(fastest, performance.now() - before);
  }
  return bytes / fastest / 1_000;
}

function printed({ predicted, right, precision, recall }: Tally): Record<string, string | number> {
  return { predicted, right, precision: precision.toFixed(3), recall: recall.toFixed(3) };
}

const file = process.argv[2];
if (!file) {
  console.error("usage: npm run -s eval:mentions -- FILE.jsonl");
  process.exit(2);
}
if (!existsSync(join(directoryFolder, "head.bin"))) await buildDirectory();
const read = async (path: string): Promise<Uint8Array> => readFile(join(directoryFolder, path));
const directory = await openDirectory(read);
const finder = openMentions(read, directory);
const { texts, marksAccounts } = await readCorpus(file);
const everything = await predict(finder, texts);
const predictions = marksAccounts
  ? everything
  : everything.map((mentions, i) => mentions.filter((one) => !isAccountOrAddress(texts[i]?.text ?? "", one)));
const thresholds = Array.from({ length: 18 }, (_, i) => (i + 2) / 20);
const curve = thresholds.map((from) => [from.toFixed(2), printed(tally(texts, predictions, from))] as const);
const names = await namesIn(directoryFolder);
// oxlint-disable-next-line oxc/no-map-spread -- the spans are kept
const naive = texts.map(({ text }) => naiveMatches(text, names).map((span) => ({ ...span, confidence: 1 })));
console.table({ ...Object.fromEntries(curve), naive: printed(tally(texts, naive, 0)) });
console.log(`default threshold ${likely}`);
if (!marksAccounts)
  console.log("accounts are not marked here; with them:", printed(tally(texts, everything, likely)));
const { predicted, right, precision, recall } = tally(texts, predictions, likely);
const truth = texts.reduce((sum, text) => sum + text.truth.length, 0);
const mbPerSecond = await speed(finder, texts);
console.log(
  JSON.stringify({
    texts: texts.length,
    truth,
    predicted,
    right,
    precision: Number(precision.toFixed(4)),
    recall: Number(recall.toFixed(4)),
    mbPerSecond: Number(mbPerSecond.toFixed(1)),
  }),
);
