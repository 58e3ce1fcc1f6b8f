import type { Thread } from "../../lib/model/conversation.ts";
import { sortStories, filterStories } from "../../lib/threads/arrange.ts";
import { canonicalLink } from "../../lib/threads/canonical-link.ts";
import { textOf } from "../../lib/threads/same-text.ts";
import { storiesOf } from "../../lib/threads/stories.ts";

/*
 * Merging 5 000 threads into stories (budget: 50 ms), sorting and filtering them, beside the naive way: every thread
 * is held against every story so far. Threads are made up: a fifth of them about pages that others discuss, too, a
 * tenth cross-posted, some from servers that copy each other. Prints figures, asserts nothing.
 */

const count = Number(process.env["BENCH_THREADS"] ?? 5000);
const rounds = 25;
const sources = ["hackernews", "lemmy", "piefed", "mastodon", "bluesky", "lobsters"];
const subjects = [
  "soles",
  "delivery",
  "returns",
  "prices",
  "repairs",
  "labels",
  "zips",
  "laces",
  "sizes",
  "colours",
];

function made(index: number): Thread {
  const source = sources[index % sources.length] ?? "lemmy";
  const origin = `https://${source}${index % 3}.example`;
  const page = index % 5 === 0 ? index % 500 : index;
  const story = index % 10 === 1 ? index % 300 : index;
  const title = `What happened to the ${subjects[story % 10]} of Northwind, part ${story} of many`;
  const isPost = source === "mastodon" || source === "bluesky";
  return {
    key: `${source}:${new URL(origin).host}:${index}`,
    source,
    origin,
    id: String(index),
    title,
    url: `${origin}/post/${index}`,
    ...(index % 3 !== 1 && {
      about: `https://www.site${page % 90}.example/articles/${page}?utm_source=${source}&id=${page}`,
    }),
    ...(isPost && {
      excerpt: `${title}. ${"And then some more words about it that go on for a while. ".repeat(4)}`,
    }),
    publishedAt: 1_700_000_000_000 + story * 3_600_000 + index,
    replies: index % 40,
    score: index % 100,
    language: "en",
  };
}

const quantile = (values: readonly number[], q: number): string =>
  (values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? Number.NaN).toFixed(1);

/** How long `act` takes, and how much of that the processor was at it: on a busy machine that is less. */
function measure(name: string, times: number, act: () => unknown): void {
  const taken: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < times; round++) {
    const [before, cpu] = [performance.now(), process.cpuUsage()];
    act();
    taken.push(performance.now() - before);
    const { user, system } = process.cpuUsage(cpu);
    busy.push((user + system) / 1000);
  }
  console.log(
    `${name.padEnd(30)} ${quantile(taken, 0.5)} ms, 90 %: ${quantile(taken, 0.9)} ms; ` +
      `of the processor ${quantile(busy, 0.5)} ms`,
  );
}

const linkOf = ({ about }: Thread): string | undefined => about && canonicalLink(about)?.key;

/** The same links and the same texts, without the time between them and without weighing. */
function naive(threads: readonly Thread[]): number {
  const stories: Thread[][] = [];
  for (const thread of threads) {
    const [link, text] = [linkOf(thread), textOf(thread)];
    const known = stories.find(
      ([first]) => first && ((link && linkOf(first) === link) || textOf(first) === text),
    );
    if (known) known.push(thread);
    else stories.push([thread]);
  }
  return stories.length;
}

const threads = Array.from({ length: count }, (_, index) => made(index));
const stories = storiesOf(threads);
console.log(`${count.toLocaleString("en")} threads, ${stories.length.toLocaleString("en")} stories`);
measure("merged and weighed", rounds, () => storiesOf(threads));
measure("sorted by discussion", rounds, () => sortStories(stories, "discussed"));
measure("filtered by two words", rounds, () => filterStories(stories, { words: "sólés part" }));
const few = threads.slice(0, Math.min(count, 1000));
measure(`${few.length} of them the naive way`, 1, () => naive(few));
measure(`${few.length} of them merged`, rounds, () => storiesOf(few));
