import { uiLanguage } from "../../lib/i18n.ts";
import type { DayRange } from "../../lib/model/weighing-groups.ts";

const dayMs = 86_400_000;

/** Days as the language writes them, the year only where it is not this one: `3 May`, `3 – 9 May`. */
export function dayWords({ from, to }: DayRange, nowMs = Date.now()): string {
  const year = new Date(nowMs).getUTCFullYear();
  const isThisYear = [from, to].every((day) => new Date(day * dayMs).getUTCFullYear() === year);
  const format = new Intl.DateTimeFormat(uiLanguage(), {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
    ...(isThisYear ? {} : { year: "numeric" }),
  });
  return format.formatRange(from * dayMs, to * dayMs);
}

/** The whole month or year that begins on a day. */
export function periodWords(unit: "day" | "month" | "year", day: number): string {
  const options: Intl.DateTimeFormatOptions =
    unit === "day"
      ? { day: "numeric", month: "short", year: "numeric" }
      : { year: "numeric", ...(unit === "month" && { month: "short" }) };
  return new Intl.DateTimeFormat(uiLanguage(), { ...options, timeZone: "UTC" }).format(day * dayMs);
}
