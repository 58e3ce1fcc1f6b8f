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
 * A rating's sign is that of the number: only exactly 0 is neutral. What is not defined is null: both figures of no texts,
 * and r where all scores or all ratings are alike.
 */

const args = process.argv.slice(2);
const half = args.includes("--half") ? args[args.indexOf("--half") + 1] : undefined;
const file = args.find((argument) => !argument.startsWith("--") && argument !== half);
if (file === undefined || (half !== undefined && half !== "tune" && half !== "report")) {
  console.error("usage: npm run -s eval:sentiment -- FILE.jsonl [--half tune|report]");
  process.exit(2);
}

const { texts: all, skipped } = ratedTexts(await contentOf(file));
if (skipped > 0) console.error(`${skipped} lines skipped: no JSON with a text and a score`);
const texts = half === undefined ? all : all.filter(({ text }) => halfOf(text) === half);
if (texts.length === 0) {
  console.error(`${file}: no rated texts`);
  process.exitCode = 1;
}

const ours = timed((text) => sentimentOf(text, "en")?.score ?? 0);
const vader = timed((text) => SentimentIntensityAnalyzer.polarity_scores(text).compound);

const byKind = Map.groupBy(texts, ({ kind }) => kind);
console.table(
  [...byKind].map(([kind, rated]) => {
    const { texts: count, r, signAccuracy } = sentimentFigures(rated, ours.scoreOf);
    return { kind, texts: count, r, signAccuracy, "VADER r": sentimentFigures(rated, vader.scoreOf).r };
  }),
);
console.log(`${ours.msPerText.toFixed(4)} ms of processor a text; VADER ${vader.msPerText.toFixed(4)}`);
console.log(`baseline, VADER: ${JSON.stringify(sentimentFigures(texts, vader.scoreOf))}`);
console.log(JSON.stringify(sentimentFigures(texts, ours.scoreOf)));

/** Of a file that cannot be read: nothing. The line of figures comes all the same. */
async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return "";
  }
}

/** Scores of all texts, and what they cost in processor time: what else the machine does counts little. */
function timed(score: (text: string) => number): {
  readonly scoreOf: (rated: RatedText) => number;
  readonly msPerText: number;
} {
  const before = process.cpuUsage();
  const scores = new Map(texts.map((rated) => [rated, score(rated.text)]));
  const { user, system } = process.cpuUsage(before);
  return {
    scoreOf: (rated) => scores.get(rated) ?? 0,
    msPerText: (user + system) / 1000 / Math.max(1, texts.length),
  };
}
