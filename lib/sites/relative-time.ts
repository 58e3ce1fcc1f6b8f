import type { TimePrecision } from "../model/post.ts";
import { westernDigits } from "./counts.ts";
import { plausibleTime } from "./shown-time.ts";
import type { ShownTime } from "./shown-time.ts";
import { isNowWord, isOneWord, isYesterdayWord, monthOf, unitOf } from "./time-words.ts";
import type { TimeUnit } from "./time-words.ts";

const lengthMs: Readonly<Record<TimeUnit, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30.44 * 86_400_000,
  year: 365.25 * 86_400_000,
};
const precisionOf: Readonly<Record<TimeUnit, TimePrecision>> = {
  second: "second",
  minute: "minute",
  hour: "hour",
  day: "day",
  // "3 w" may be up to a week off, and there is no such precision: never claim more than is known.
  week: "month",
  month: "month",
  year: "year",
};
/** Longer texts are not times. */
const maxTimeText = 80;

/**
 * What a page writes beside a post for its time, in many languages: "3 h", "vor 3 Std.", "hace 2 días", "5月3日",
 * "May 3 at 10:12 AM", "yesterday". Dates are in the device's own time zone, as pages show them.
 */
export function parseShownTime(raw: string | null | undefined, now: number): ShownTime | undefined {
  if (!raw || raw.length > 400) return undefined;
  const text = westernDigits(raw.normalize("NFKC")).replaceAll(/\s+/gu, " ").trim();
  if (text === "" || text.length > maxTimeText) return undefined;
  const words = text.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  return (
    numericDate(text, now) ??
    namedDate(words, text, now) ??
    ago(text, words, now) ??
    wordAlone(words, text, now)
  );
}

interface CalendarDate {
  readonly year?: number | undefined;
  /** 0–11. */
  readonly month: number;
  readonly day?: number | undefined;
}

const numericShapes: readonly RegExp[] = [
  /(?:(?<year>\d{4})\s*[年년]\s*)?(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日号號일]/u,
  /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/u,
  /(?<!\d)(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})(?!\d)/u,
  // TikTok writes month and day alone.
  /^\W*(?<month>\d{1,2})-(?<day>\d{1,2})$/u,
];

/** Dates of digits whose order is certain. "5/3/2024" is not: no time rather than a wrong one. */
function numericDate(text: string, now: number): ShownTime | undefined {
  for (const shape of numericShapes) {
    const { year, month, day } = shape.exec(text)?.groups ?? {};
    if (month === undefined || day === undefined) continue;
    const date = { month: Number(month) - 1, day: Number(day), year: year ? Number(year) : undefined };
    const found = fromCalendar(date, text, now);
    if (found) return found;
  }
  return undefined;
}

/** Between a day and its month, in the languages that put something there. */
const linking = new Set(["de", "del", "of", "th", "st", "nd", "rd", "er", "º", "den"]);

/** "May 3", "3. Mai 2024 um 10:12", "3 de mayo de 2024", "May 2024". */
function namedDate(words: readonly string[], text: string, now: number): ShownTime | undefined {
  const at = words.findIndex((word) => monthOf(word) !== undefined);
  const month = monthOf(words[at] ?? "");
  if (month === undefined) return undefined;
  const before = words.slice(0, at).findLast((word) => !linking.has(word.toLowerCase()));
  const after = words[at + 1];
  const day = [before, after].map((word) => (word && /^\d{1,2}$/u.test(word) ? Number(word) : 0)).find(isDay);
  const yearWord = words.find((word) => /^(?:19|20)\d{2}$/u.test(word));
  const year = yearWord ? Number(yearWord) : undefined;
  if (day === undefined && year === undefined) return undefined;
  return fromCalendar({ year, month, day }, text, now);
}

function isDay(value: number): boolean {
  return value >= 1 && value <= 31;
}

/** Without a year it is the latest such day that is not ahead of us. */
function fromCalendar(date: CalendarDate, text: string, now: number): ShownTime | undefined {
  const clock = clockOf(text);
  const make = (year: number): Date =>
    new Date(year, date.month, date.day ?? 1, clock?.hours ?? 0, clock?.minutes ?? 0);
  const thisYear = new Date(now).getFullYear();
  let made = make(date.year ?? thisYear);
  if (date.year === undefined && made.getTime() > now + 86_400_000) made = make(thisYear - 1);
  if (made.getMonth() !== date.month || (date.day !== undefined && made.getDate() !== date.day)) {
    return undefined;
  }
  const exact = clock ? "minute" : "day";
  return plausibleTime(made.getTime(), date.day === undefined ? "month" : exact, now);
}

interface Clock {
  readonly hours: number;
  readonly minutes: number;
}

function clockOf(text: string): Clock | undefined {
  const [, hour, minute, half] =
    /(?<![\d.:])(\d{1,2})(?::| h |h)(\d{2})(?!\d)(?: ?(a\.? ?m\b|p\.? ?m\b))?/iu.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  const afternoon = half?.toLowerCase().startsWith("p") ? 12 : 0;
  const hours = half ? (Number(hour) % 12) + afternoon : Number(hour);
  const minutes = Number(minute);
  return hours < 24 && minutes < 60 ? { hours, minutes } : undefined;
}

/** "3 h", "vor 3 Std.", "il y a une heure", "3小时前". */
function ago(text: string, words: readonly string[], now: number): ShownTime | undefined {
  const [, digits, counted] = /(?<![\d.,:/])(\d{1,4}) ?(\p{L}[\p{L}\p{M}]*)/u.exec(text) ?? [];
  const unit = counted === undefined ? undefined : unitOf(counted);
  if (unit) return before(Number(digits), unit, now);
  const at = words.findIndex(
    (word, index) => isOneWord(word) && unitOf(words[index + 1] ?? "") !== undefined,
  );
  const single = at < 0 ? undefined : unitOf(words[at + 1] ?? "");
  return single ? before(1, single, now) : undefined;
}

function before(count: number, unit: TimeUnit, now: number): ShownTime | undefined {
  return plausibleTime(now - count * lengthMs[unit], precisionOf[unit], now);
}

function wordAlone(words: readonly string[], text: string, now: number): ShownTime | undefined {
  if (words.some(isYesterdayWord)) {
    const day = new Date(now - lengthMs.day);
    return fromCalendar({ year: day.getFullYear(), month: day.getMonth(), day: day.getDate() }, text, now);
  }
  return words.length <= 3 && words.some(isNowWord) ? plausibleTime(now, "minute", now) : undefined;
}
