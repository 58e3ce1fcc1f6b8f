import { judgedWeights } from "./judged.ts";
import { bias, weights } from "./weights.ts";

/** How surely a candidate with these signs (in two lists, for what may yet come) names a brand, 0–1: a logistic model whose weights anyone can read. */
export function confidenceOf(signs: readonly string[], further: readonly string[] = []): number {
  const sum = bias + sumOf(signs) + sumOf(further);
  return 1 / (1 + Math.exp(-sum));
}

const all: ReadonlyMap<string, number> = new Map([
  ...Object.entries(judgedWeights),
  ...Object.entries(weights),
]);

function sumOf(signs: readonly string[]): number {
  let sum = 0;
  for (const sign of signs) sum += all.get(sign) ?? 0;
  return sum;
}
