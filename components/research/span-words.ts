import { formatNumber } from "../../lib/i18n.ts";

const minuteMs = 60_000;

function unit(value: number, name: "hour" | "minute"): string {
  return formatNumber(value, { style: "unit", unit: name, unitDisplay: "short" });
}

/** A number of minutes as one says it: `42 min`, `1 hr 20 min`. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return unit(rest, "minute");
  return rest === 0 ? unit(hours, "hour") : `${unit(hours, "hour")} ${unit(rest, "minute")}`;
}

/** How long until a time, never less than a minute: what is nearly over is still under way. */
export function timeLeft(endsAt: number, nowMs: number): string {
  return minutesWords(Math.max(1, Math.ceil((endsAt - nowMs) / minuteMs)));
}
