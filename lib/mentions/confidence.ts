import { judgedWeights } from "./judged.ts";
import { bias, weights } from "./weights.ts";

const all: ReadonlyMap<string, number> = new Map([
  ...Object.entries(judgedWeights),
  ...Object.entries(weights),
]);

/** What signs add to the log odds that a candidate names a brand. */
export function logOddsOf(signs: readonly string[]): number {
  let sum = 0;
  for (const sign of signs) sum += all.get(sign) ?? 0;
  return sum;
}

/** How surely a candidate names a brand, 0–1, by the log odds of its signs: a logistic model whose weights anyone can read. */
export function confidenceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-bias - logOdds));
}
