import type { TrustInput } from "./input.ts";

/**
 * How a finding bears on its rows: each counts `factor` times as much, or all of them together count as one
 * voice, the weightiest of them.
 */
type Weighing = { readonly factor: number } | "one-voice";

/** A reason why some reviews weigh less. Words live in `_locales` under `weighs_<reason>`. */
export interface Finding {
  readonly reason: string;
  /** What its words need: numbers alone. */
  readonly params: Readonly<Record<string, number>>;
  readonly rows: readonly number[];
  readonly weighing: Weighing;
}

/**
 * One pattern to look for. A signal sees a subject's reviews and nothing else, says the same of the same reviews
 * on every device, and never says "fake": only what is unusual, in numbers.
 */
export interface Signal<Id extends string = string> {
  readonly id: Id;
  /** Goes up whenever a threshold or the method changes. */
  readonly version: number;
  /** Shown to people and printed in docs/trust.md. Shares are 0–1, stars in stars, the rest in the name's unit. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** `asOf`: seconds since 1970. */
  run(input: TrustInput, asOf: number): readonly Finding[];
}

export function defineSignal<const Id extends string>(signal: Signal<Id>): Signal<Id> {
  return signal;
}
