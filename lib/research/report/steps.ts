import type { TimeSeries } from "../../model/research/query.ts";

type Step = TimeSeries["step"];
const dayMs = 86_400_000;

/** Where a step that begins at `start` ends (exclusive). Days are UTC. */
export function stepEnd(step: Step, start: number): number {
  if (step === "day") return start + dayMs;
  if (step === "week") return start + 7 * dayMs;
  const month = new Date(start);
  return Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1);
}

/** Steps as a language writes them; with the year where they are not all of one. */
export function stepLabels(step: Step, starts: readonly number[], language: string): readonly string[] {
  const years = new Set(starts.map((start) => new Date(start).getUTCFullYear()));
  const year = years.size > 1 || step === "month" ? ({ year: "numeric" } as const) : {};
  const format = new Intl.DateTimeFormat(language, {
    month: "short",
    timeZone: "UTC",
    ...(step !== "month" && { day: "numeric" }),
    ...year,
  });
  return starts.map((start) =>
    step === "week" ? format.formatRange(start, stepEnd(step, start) - dayMs) : format.format(start),
  );
}

/** A range of time in days of UTC; `to` is exclusive. */
export function rangeWords(from: number, to: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return format.formatRange(from, Math.max(from, to - 1));
}
