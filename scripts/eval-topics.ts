import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Topic, TopicText } from "../lib/model/topic.ts";
import { topicsOf } from "../lib/mentions/topics/topics.ts";

/*
 * `npm run -s eval:topics -- FILE…`: what the texts of some files mention most. A file is JSON lines with a `text`
 * each, or a server's reply with reviews. Prints topics with their counts, then a few sentences of each, the words
 * that count in brackets, for a person to judge. `--sample N` prints N sentences of all aspects as tab-separated
 * lines instead (aspect, words, sentence), the same ones on every run.
 */

const Line = z.object({ text: z.string() });
const Reply = z.object({
  reviews: z.array(z.object({ payload: z.object({ opinion: z.string().nullish() }) })),
});
const sentencesATopic = 4;

async function textsOf(file: string): Promise<TopicText[]> {
  const content = await readFile(file, "utf8");
  const texts = file.endsWith(".jsonl")
    ? content.split("\n").flatMap((line) => (line === "" ? [] : [Line.parse(JSON.parse(line)).text]))
    : Reply.parse(JSON.parse(content)).reviews.flatMap(({ payload }) => payload.opinion ?? []);
  return texts.map((text, place) => ({ id: `${file}:${place}`, text }));
}

function marked(text: string, { start, end, marks }: Topic["sentences"][number]): string {
  let shown = "";
  let at = start;
  for (const mark of marks) {
    shown += `${text.slice(at, mark.start)}[${text.slice(mark.start, mark.end)}]`;
    at = mark.end;
  }
  return (shown + text.slice(at, end)).replaceAll(/\s+/g, " ");
}

function rank(place: number): number {
  return Math.imul(place + 1, 0x9e3779b1) >>> 0;
}

/** A fixed order that has nothing to do with what is sorted. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item, place) => ({ item, rank: rank(place) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const args = process.argv.slice(2);
const sampleSize = args[0] === "--sample" ? Number(args[1]) : 0;
const files = sampleSize > 0 ? args.slice(2) : args;
if (files.length === 0) {
  console.error("usage: npm run -s eval:topics -- [--sample N] FILE.jsonl|REPLY.json …");
  process.exit(2);
}
const texts = (await Promise.all(files.map(textsOf))).flat();
const byId = new Map(texts.map(({ id, text }) => [id, text]));
const before = performance.now();
const topics = topicsOf(texts);
const ms = performance.now() - before;
const nameOf = (topic: Topic): string => (topic.kind === "aspect" ? topic.id : `"${topic.label}"`);

if (sampleSize > 0) {
  const all = topics
    .filter(({ kind }) => kind === "aspect")
    .flatMap((topic) => topic.sentences.map((sentence) => ({ topic, sentence })));
  for (const { topic, sentence } of shuffled(all).slice(0, sampleSize))
    console.log(`${nameOf(topic)}\t${marked(byId.get(sentence.textId) ?? "", sentence)}`);
} else {
  console.log(`${texts.length} texts in ${ms.toFixed(0)} ms`);
  for (const topic of topics) {
    console.log(`\n${nameOf(topic)} ${topic.count}`);
    for (const sentence of shuffled(topic.sentences).slice(0, sentencesATopic))
      console.log(`  · ${marked(byId.get(sentence.textId) ?? "", sentence)}`);
  }
}
