/** A figure with its 95 % interval. Where a figure is not defined there is none: never NaN. */
export interface Estimate {
  readonly value: number;
  /** Absent where the interval is not defined though the figure is. */
  readonly low?: number;
  readonly high?: number;
}

/** Of the standard normal distribution: 95 % lie between minus and plus this. */
export const z95 = 1.959_963_984_540_054;

/** An interval around a value, cut to the values that are possible. */
export function around(value: number, error: number, least: number, most: number): Estimate {
  return {
    value,
    low: Math.max(least, value - z95 * error),
    high: Math.min(most, value + z95 * error),
  };
}
