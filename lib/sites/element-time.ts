import { visibleLine } from "./visible-text.ts";
import { parseShownTime } from "./relative-time.ts";
import { plausibleTime } from "./shown-time.ts";
import type { ShownTime } from "./shown-time.ts";

/**
 * The time that an element tells: for machines where the platform writes one (`datetime`, seconds in `data-utime` or
 * `data-time`), else in its label, title or text.
 */
export function timeOfElement(element: Element | null | undefined, now: number): ShownTime | undefined {
  if (!element) return undefined;
  return machineTime(element, now) ?? spokenTime(element, now);
}

function machineTime(element: Element, now: number): ShownTime | undefined {
  const iso = parseIsoTime(element.getAttribute("datetime"), now);
  if (iso) return iso;
  const milliseconds = element.getAttribute("data-time-ms");
  if (milliseconds && /^\d{12,13}$/u.test(milliseconds)) {
    return plausibleTime(Number(milliseconds), "second", now);
  }
  const seconds = element.getAttribute("data-utime") ?? element.getAttribute("data-time");
  return seconds && /^\d{9,10}$/u.test(seconds)
    ? plausibleTime(Number(seconds) * 1_000, "second", now)
    : undefined;
}

function spokenTime(element: Element, now: number): ShownTime | undefined {
  const spoken = ["title", "data-tooltip-content", "aria-label"].map((name) => element.getAttribute(name));
  for (const text of [...spoken, visibleLine(element, 120)]) {
    const time = parseShownTime(text, now);
    if (time) return time;
  }
  return undefined;
}

const isoTime =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/u;

/** ISO 8601 as HTML's `datetime` allows it. A date without a time is a day of the device's own time zone. */
// oxlint-disable-next-line complexity -- the parts of a date that may be missing, one after the other
export function parseIsoTime(raw: string | null | undefined, now: number): ShownTime | undefined {
  const text = raw?.trim();
  const parts = text && text.length <= 40 ? isoTime.exec(text) : null;
  if (!parts || !text) return undefined;
  const [, year, month, day, hour, minute, second, zone] = parts;
  if (day === undefined || hour === undefined) {
    const local = new Date(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)).getTime();
    const precision = day === undefined ? (month === undefined ? "year" : "month") : "day";
    return plausibleTime(local, precision, now);
  }
  const offset = /^[+-]/u.test(zone ?? "")
    ? `${zone?.slice(0, 3)}:${zone?.slice(3).replace(":", "") || "00"}`
    : (zone?.toUpperCase() ?? "");
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second ?? "00"}${offset}`);
  return plausibleTime(at, second === undefined ? "minute" : "second", now);
}
