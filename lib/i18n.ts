import { browser } from "wxt/browser";
import type messages from "../public/_locales/en/messages.json";

type DefinedKey = keyof typeof messages;
type PluralOf<Key> = Key extends `${infer Base}_other` ? Base : never;

/** A text in `public/_locales`; for plurals the name without `_one`, `_other`. */
export type MessageKey = DefinedKey | PluralOf<DefinedKey>;

/** `own-site` → `own_site`: names of messages may hold letters, digits and `_` alone. */
type Snake<Code extends string> = Code extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Snake<Tail>}`
  : Code;

export type MessageParams = Readonly<Record<string, string | number>>;

/** Name of the text for a code: `codeKey("problem", "rate-limited")` is `problem_rate_limited`. */
export function codeKey<Prefix extends string, Code extends string>(
  prefix: Prefix,
  code: Code,
): `${Prefix}_${Snake<Code>}` {
  return `${prefix}_${code.replaceAll("-", "_")}` as `${Prefix}_${Snake<Code>}`;
}

/** The language of the browser's own words, as BCP 47. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage() || "en";
}

export function uiDirection(): "ltr" | "rtl" {
  return browser.i18n.getMessage("@@bidi_dir" as never) === "rtl" ? "rtl" : "ltr";
}

const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A name inside a sentence of ours. Names can spoof: bidi controls go, and a name that runs the other way
 * is isolated, so that it cannot reorder the words around it.
 */
function isolated(value: string, direction: "ltr" | "rtl"): string {
  const plain = value.replaceAll(bidiControls, "");
  return rightToLeft.test(plain) || direction === "rtl" ? `\u2068${plain}\u2069` : plain;
}

/**
 * A text in the person's language. `{name}` in it is replaced from `params`: numbers as the language writes
 * them, strings isolated. With a number in `params.count` the form for that count is taken.
 */
export function t(key: MessageKey, params: MessageParams = {}): string {
  const text = lookUp(key, params["count"]);
  if (!text.includes("{")) return text;
  const direction = uiDirection();
  return text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => {
    const value = params[name];
    if (value === undefined) return slot;
    return typeof value === "number" ? formatNumber(value) : isolated(value, direction);
  });
}

/** Empty where there is no such text. */
function get(name: string): string {
  return browser.i18n.getMessage(name as never);
}

function lookUp(key: string, count: string | number | undefined): string {
  if (typeof count !== "number") return get(key) || key;
  const form = new Intl.PluralRules(uiLanguage()).select(count);
  return get(`${key}_${form}`) || get(`${key}_other`) || get(key) || key;
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl formatter costs more than using it; a list makes the same few over and over. */
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = JSON.stringify(options);
  const known = numberFormats.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(uiLanguage(), options);
  numberFormats.set(name, made);
  return made;
}

export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(options).format(value);
}

/** A star figure with one digit: `3.4`. */
export function formatScore(score: number): string {
  return formatNumber(score, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** A share from 0 to 1 as a whole per cent. */
export function formatShare(share: number): string {
  return formatNumber(share, { style: "percent", maximumFractionDigits: 0 });
}

export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const value = bytes / 1000 ** power;
  const unit = (["byte", "kilobyte", "megabyte", "gigabyte"] as const)[power];
  return formatNumber(value, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 });
}

export function formatDate(
  atMs: number,
  options: Intl.DateTimeFormatOptions = { dateStyle: "medium" },
): string {
  const language = uiLanguage();
  const name = `${language} ${JSON.stringify(options)}`;
  const format = dateFormats.get(name) ?? new Intl.DateTimeFormat(language, options);
  dateFormats.set(name, format);
  return format.format(atMs);
}

/** A span of time in its largest fitting unit, never less than an hour: `3 days`, `26 hours`. */
export function formatDuration(seconds: number): string {
  const hours = Math.max(1, Math.round(seconds / 3600));
  const [value, unit] = hours < 48 ? [hours, "hour"] : [Math.round(hours / 24), "day"];
  return formatNumber(value, { style: "unit", unit, unitDisplay: "long" });
}

/** `a, b and c` */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(uiLanguage(), { type: "conjunction" }).format(items);
}

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/**
 * How long ago or ahead, in words for up to a week (`3 days ago`, `in 5 minutes`), else the date, with the
 * year only where it is not this one. Both times are epoch milliseconds.
 */
export function formatAge(atMs: number, nowMs: number): string {
  const seconds = Math.round((atMs - nowMs) / 1000);
  const distance = Math.abs(seconds);
  if (distance >= 7 * 86_400) {
    const sameYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
    return formatDate(atMs, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) });
  }
  const [unit, size] = steps.find(([, step]) => distance >= step) ?? ["second", 1];
  const words = new Intl.RelativeTimeFormat(uiLanguage(), { numeric: "auto" });
  return words.format(Math.trunc(seconds / size), unit);
}
