import { signals, weigh } from "../../lib/trust/index.ts";
import { trustInput } from "../../lib/trust/input.ts";
import { addToClusters, clusterTexts } from "../../lib/trust/text/text-clusters.ts";
import { emptyPrints, likeness, type TextPrints, writePrint } from "../../lib/trust/text/text-prints.ts";
import { wordsOf } from "../../lib/trust/text/words.ts";
import { separate } from "../../lib/trust/union-find.ts";
import { asOf, benchCrowd } from "./trust-crowd.ts";

/*
 * All signals over a subject with 100 000 reviews (budget: 300 ms), then when one review more arrives, beside a naive
 * baseline: overlap of word pairs of every text with every other. A tenth come as a burst, a twentieth are copies,
 * every key has two reviews elsewhere. Prints figures, asserts nothing.
 */

const count = Number(process.env["BENCH_REVIEWS"] ?? 100_000);
const rounds = 9;
const naiveCount = Math.min(count, 1000);
function millisecondsOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function quantile(values: readonly number[], q: number): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? Number.NaN).toFixed(1);
}

/** How long `run` takes, and how much of that the processor was at it: on a busy machine that is another figure. */
function measure(name: string, run: () => unknown): void {
  const taken: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const cpu = process.cpuUsage();
    taken.push(millisecondsOf(run));
    const { user, system } = process.cpuUsage(cpu);
    busy.push((user + system) / 1000);
  }
  console.log(
    `  ${name.padEnd(46)} ${quantile(taken, 0.5).padStart(8)} ms, fastest ${quantile(taken, 0)}, ` +
      `slowest ${quantile(taken, 1)}; of all processors ${quantile(busy, 0.5)}`,
  );
}

function withoutLast({ bands, flags }: TextPrints): TextPrints {
  return { bands: bands.subarray(0, -likeness.bands), flags: flags.subarray(0, -1) };
}

/** What one would write first. */
function naiveClusters(some: readonly string[]): number {
  const sets = some.map((text) => {
    const words = wordsOf(text);
    return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
  });
  let alike = 0;
  for (const [index, one] of sets.entries()) {
    for (const other of sets.slice(index + 1)) {
      let common = 0;
      for (const shingle of one) if (other.has(shingle)) common++;
      if (common / (one.size + other.size - common) >= 0.6) alike++;
    }
  }
  return alike;
}

const { columns, elsewhere, printed, prints, texts } = benchCrowd(count);
const beside = { prints, elsewhere };
const before = clusterTexts(withoutLast(prints));
function withOneMore(): Int32Array {
  const clusters = separate(count);
  clusters.set(before);
  addToClusters(clusters, prints, count - 1);
  return clusters;
}
const kept = trustInput(columns, { ...beside, clusters: before }, asOf);

console.log(`trust: ${count.toLocaleString("en")} reviews, median of ${rounds} rounds`);
console.log(
  `  once, when reviews are stored: prints of texts  ${printed.toFixed(0)} ms, ${((prints.bands.byteLength + count) / 1e6).toFixed(1)} MB`,
);
measure("everything, from columns and prints", () => weigh(trustInput(columns, beside, asOf), asOf));
measure("one review more, clusters kept", () => {
  const clusters = withOneMore();
  return weigh(trustInput(columns, { ...beside, clusters }, asOf), asOf);
});
measure("  of which: its text against all others", withOneMore);
measure("input: order, days, clusters", () => trustInput(columns, beside, asOf));
for (const signal of signals) measure(`signal ${signal.id}`, () => signal.run(kept, asOf));
const some = texts.slice(0, naiveCount);
console.log(
  `  naive: each of ${naiveCount} texts with every other     ${millisecondsOf(() => naiveClusters(some)).toFixed(0)} ms`,
);
const few = emptyPrints(naiveCount);
console.log(
  `  prints and clusters of the same                ${millisecondsOf(() => {
    for (const [row, text] of some.entries()) writePrint(few, row, text);
    clusterTexts(few);
  }).toFixed(0)} ms`,
);
