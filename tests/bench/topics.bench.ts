import { readFile } from "node:fs/promises";
import type { AspectId, TopicText } from "../../lib/model/topic.ts";
import {
  dutch,
  english,
  french,
  german,
  italian,
  spanish,
} from "../../lib/mentions/topics/sentences.fixture.ts";
import { aspectTerms, termLanguages } from "../../lib/mentions/topics/terms/index.ts";
import { topicsOf } from "../../lib/mentions/topics/topics.ts";

/*
 * How long it takes to say what 10 000 texts mention most, beside a naive baseline (one regular expression for each
 * aspect and language, and a map of all word pairs). Texts are three sentences of our own each, with a word of their
 * own so that none is a copy; with files of `{"text": …}` lines as arguments, those are read, over and over.
 */

const count = 10_000;
const rounds = 5;

async function sentencesOf(files: readonly string[]): Promise<readonly string[]> {
  const lines = await Promise.all(files.map(async (file) => (await readFile(file, "utf8")).split("\n")));
  const texts = lines
    .flat()
    .flatMap((line) => (line === "" ? [] : [(JSON.parse(line) as { text: string }).text]));
  if (texts.length > 0) return texts;
  return [english, german, french, spanish, italian, dutch].flat().map(([text]) => text);
}

function textsOf(sentences: readonly string[]): TopicText[] {
  return Array.from({ length: count }, (_, index) => {
    const said = [0, 1, 2].map((step) => sentences[(index * 7 + step) % sentences.length] ?? "");
    return { id: String(index), text: `${said.join(" ")} w${index % 997}.` };
  });
}

function escaped(term: string): string {
  const words = term.trim().split(/\s+/);
  return words.map((word) => word.replaceAll("*", "[\\p{L}]*")).join("[\\s'’-]+");
}

/** What one would write first. */
function naiveTopics(
  texts: readonly TopicText[],
  expressions: ReadonlyMap<AspectId, readonly RegExp[]>,
): number {
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    for (const [aspect, all] of expressions) {
      if (all.some((one) => one.test(text))) counts.set(aspect, (counts.get(aspect) ?? 0) + 1);
    }
    const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    for (let at = 1; at < words.length; at++) {
      const pair = `${words[at - 1]} ${words[at]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts.size;
}

function expressionsOf(): Map<AspectId, RegExp[]> {
  const found = new Map<AspectId, RegExp[]>();
  for (const language of termLanguages) {
    for (const [aspect, list] of Object.entries(aspectTerms[language].terms)) {
      const pattern = `(?<!\\p{L})(?:${list.split(",").map(escaped).join("|")})(?!\\p{L})`;
      found.set(aspect as AspectId, [...(found.get(aspect as AspectId) ?? []), new RegExp(pattern, "iu")]);
    }
  }
  return found;
}

function millisecondsOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const texts = textsOf(await sentencesOf(process.argv.slice(2)));
const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const expressions = expressionsOf();
const first = millisecondsOf(() => topicsOf(texts));
const ours: number[] = [];
const naive: number[] = [];
for (let round = 0; round < rounds; round++) {
  ours.push(millisecondsOf(() => topicsOf(texts)));
  naive.push(millisecondsOf(() => naiveTopics(texts, expressions)));
}
const hostile = "can t price of the return-".repeat(4_000);
const worst = millisecondsOf(() =>
  topicsOf([
    { id: "a", text: hostile },
    { id: "b", text: `${hostile}.` },
  ]),
);
console.log(`topics: ${count} texts, ${(bytes / 1e6).toFixed(1)} MB, median of ${rounds} rounds`);
console.log(
  `  aspects, phrases and sentences   ${median(ours).toFixed(0)} ms; the first time ${first.toFixed(0)} ms`,
);
console.log(`  naive expressions and word pairs ${median(naive).toFixed(0)} ms, no sentences`);
console.log(`  two hostile texts of 100 kB      ${worst.toFixed(0)} ms`);
