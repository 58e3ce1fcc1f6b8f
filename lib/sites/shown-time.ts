import type { TimePrecision } from "../model/post.ts";

/** A time as a page shows it. */
export interface ShownTime {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly precision: TimePrecision;
}

const earliest = Date.UTC(1995, 0, 1);
/** Clocks differ, and some platforms show a post before its time has come. */
const slackMs = 2 * 86_400_000;

export function plausibleTime(at: number, precision: TimePrecision, now: number): ShownTime | undefined {
  return Number.isFinite(at) && at >= earliest && at <= now + slackMs
    ? { at: Math.round(at), precision }
    : undefined;
}
