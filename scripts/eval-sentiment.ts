import { readFile } from "node:fs/promises";
import { SentimentIntensityAnalyzer } from "vader-sentiment";
import { sentimentOf } from "../lib/mentions/sentiment/index.ts";
import { halfOf, ratedTexts, type RatedText } from "./sentiment/rated-texts.ts";
import { sentimentFigures } from "./sentiment/sentiment-figures.ts";

/*
 * `npm run -s eval:sentiment -- FILE.jsonl [--half tune|report]`: how our scores go together with people's ratings. Lines
 * are {"text", "score", "kind"?}; lines that are none are counted on standard error and left out. Rules and words were
 * looked at against the half `tune` alone, so what is reported is the other one. Prints each kind of text, the same
 * for VADER's program, and last one JSON line {"texts", "r", "signAccuracy"} of ours.
 *
 * r is Pearson's, between our score and the rating; a text that is not scored counts as 0. signAccuracy is the share of
 * texts whose rating has the sign (−, 0, +) of our class: negative from −0.05 down, positive from 0.05 up, else neutral.
 * A rating's sign is that of the number: only exactly 0 is neutral.
 */

const args = process.argv.slice(2);
const half = args.includes("--half") ? args[args.indexOf("--half") + 1] : undefined;
const file = args.find((argument) => !argument.startsWith("--") && argument !== half);
if (file === undefined || (half !== undefined && half !== "tune" && half !== "report")) {
  console.error("usage: npm run -s eval:sentiment -- FILE.jsonl [--half tune|report]");
  process.exit(2);
}

const { texts: all, skipped } = ratedTexts(await readFile(file, "utf8"));
if (skipped > 0) console.error(`${skipped} lines skipped: no JSON with a text and a score`);
const texts = half === undefined ? all : all.filter(({ text }) => halfOf(text) === half);
if (texts.length === 0) {
  console.error(`${file}: no rated texts`);
  process.exit(1);
}

const scores = new Map<RatedText, number>();
const before = performance.now();
for (const rated of texts) scores.set(rated, sentimentOf(rated.text, "en")?.score ?? 0);
const msPerText = (performance.now() - before) / texts.length;
const ours = (rated: RatedText): number => scores.get(rated) ?? 0;

const byKind = Map.groupBy(texts, ({ kind }) => kind);
console.table(
  [...byKind].map(([kind, rated]) => {
    const { texts: count, r, signAccuracy } = sentimentFigures(rated, ours);
    return { kind, texts: count, r, signAccuracy, "VADER r": sentimentFigures(rated, vader).r };
  }),
);
console.log(`${msPerText.toFixed(4)} ms a text`);
console.log(`baseline, VADER: ${JSON.stringify(sentimentFigures(texts, vader))}`);
console.log(JSON.stringify(sentimentFigures(texts, ours)));

function vader({ text }: RatedText): number {
  return SentimentIntensityAnalyzer.polarity_scores(text).compound;
}
