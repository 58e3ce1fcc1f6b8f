import type { Finding } from "./define-signal.ts";
import type { TrustInput } from "./input.ts";
import type { StarTally } from "./star-shift.ts";
import { noStars } from "./star-shift.ts";
import type { WeightedVotes } from "../model/trust-score.ts";
import { separate, unite } from "./union-find.ts";
import { setsOf } from "./text/text-clusters.ts";

/** Goes up whenever reviews are weighed by other rules, or read from other data. */
export const weightsVersion = 1;

/** However many reasons there are, a review counts this much, unless it shares one voice with others. */
export const leastFactor = 0.05;

/**
 * The weight of each row, above 0 and at most 1:
 *
 * 1. its factor f is the product of all factors found, at least `leastFactor`;
 * 2. rows joined by findings of one voice, directly or through others, share the weight of the weightiest:
 *    w = f · max f / Σ f. So a copy adds nothing, and copying a review cannot silence it.
 */
export function weightsOf(
  { length, order }: TrustInput,
  findings: readonly Finding[],
  voices: Int32Array | undefined = voicesOf({ length }, findings),
): Float64Array {
  const weights = new Float64Array(length).fill(1);
  for (const { rows, weighing } of findings) {
    if (weighing === "one-voice") continue;
    for (const row of rows) weights[row] = (weights[row] ?? 1) * weighing.factor;
  }
  for (let row = 0; row < length; row++) weights[row] = Math.max(leastFactor, weights[row] ?? 1);
  if (voices) shareVoices(weights, setsOf(voices, order));
  return weights;
}

/** Rows that findings join as one voice, as a union-find's parents; `undefined` where none are. */
export function voicesOf(
  { length }: Pick<TrustInput, "length">,
  findings: readonly Finding[],
): Int32Array | undefined {
  let voices: Int32Array | undefined;
  for (const { rows, weighing } of findings) {
    if (weighing !== "one-voice") continue;
    voices ??= separate(length);
    const [first = 0] = rows;
    for (const row of rows) unite(voices, first, row);
  }
  return voices;
}

function shareVoices(weights: Float64Array, sets: readonly (readonly number[])[]): void {
  for (const rows of sets) {
    let [sum, most] = [0, 0];
    for (const row of rows) {
      sum += weights[row] ?? 0;
      most = Math.max(most, weights[row] ?? 0);
    }
    for (const row of rows) weights[row] = ((weights[row] ?? 0) * most) / sum;
  }
}

/**
 * What the score is made of. Without `weights` every voice counts fully. Rows that are one of the `voices` are one among
 * the squares, too: whoever says a thing five times is not five who agree.
 */
export function votesOf(
  { stars, order }: TrustInput,
  weights?: Float64Array,
  voices?: Int32Array,
): WeightedVotes {
  const sums: StarTally = noStars();
  let squares = 0;
  for (const row of order) {
    const star = (stars[row] ?? 0) - 1;
    if (star < 0) continue;
    const weight = weights?.[row] ?? 1;
    sums[star] = (sums[star] ?? 0) + weight;
    squares += weight ** 2;
  }
  if (weights && voices) {
    for (const rows of setsOf(voices, order)) {
      const own = rows.filter((row) => stars[row]).map((row) => weights[row] ?? 1);
      const sum = own.reduce((total, weight) => total + weight, 0);
      squares += sum ** 2 - own.reduce((total, weight) => total + weight ** 2, 0);
    }
  }
  return { stars: sums, squares };
}
