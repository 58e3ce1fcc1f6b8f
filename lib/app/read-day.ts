import type { ReadDay } from "../detect/own-reviews/days-of.ts";
import { parseIsoTime } from "../sites/element-time.ts";
import { parseShownTime } from "../sites/relative-time.ts";

const dayMs = 86_400_000;

/** Reads a day as pages show it, in many languages. `now`: epoch ms. */
export function readDayAt(now: number): ReadDay {
  return (text) => {
    const time = parseIsoTime(text, now) ?? parseShownTime(text, now);
    // "Two months ago" is no day.
    if (!time || time.precision === "month" || time.precision === "year") return undefined;
    const date = new Date(time.at);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs;
  };
}
