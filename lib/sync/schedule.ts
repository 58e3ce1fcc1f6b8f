import type { BackOff } from "../net/index.ts";

const dayMs = 86_400_000;

/** Between two pages of one volunteer's server. */
export const pageGapMs = 2_000;

/** After a failure. A source is a luxury: a quarter of an hour at first, half a day at most. */
export const sourceBackOff: BackOff = { baseMs: 15 * 60_000, capMs: dayMs / 2 };

/**
 * A random moment of the next day (UTC), in epoch ms, to the minute. Redrawn after each run: a fixed time of
 * day would keep its phase when the person's address changes, and so recognise them.
 */
export function drawDailyAt(nowMs: number, random: () => number): number {
  const tomorrow = (Math.floor(nowMs / dayMs) + 1) * dayMs;
  return tomorrow + Math.floor(random() * 1440) * 60_000;
}
