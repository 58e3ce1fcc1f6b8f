import { parseIsoTime } from "./element-time.ts";
import { parseShownTime } from "./relative-time.ts";
import type { ShownTime } from "./shown-time.ts";
import { visibleLine } from "./visible-text.ts";

const mf2Root = /^h-[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** Roots of the time before version 2, of those that stand within posts. https://microformats.org/wiki/microformats2 */
const classicRoots = new Set(
  "vcard hentry hreview hfeed hnews hrecipe hproduct vevent hreview-aggregate".split(" "),
);

export function isRoot(element: Element): boolean {
  return [...element.classList].some((name) => mf2Root.test(name) || classicRoots.has(name));
}

/** Elements with one of these classes that are properties of this root: no other root stands between. */
export function propertiesOf(root: Element, names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  let seen = 0;
  for (const element of root.querySelectorAll(names.map((name) => `.${name}`).join())) {
    seen += 1;
    if (seen > 200 || found.length >= 20) break;
    if (holderOf(element) === root && element.closest("template") === null) found.push(element);
  }
  return found;
}

function holderOf(element: Element): Element | null {
  let holder = element.parentElement;
  for (let depth = 0; holder && depth < 100 && !isRoot(holder); depth += 1) holder = holder.parentElement;
  return holder;
}

export function propertyOf(root: Element, ...names: readonly string[]): Element | undefined {
  return propertiesOf(root, names)[0];
}

/** What a `p-` property says. https://microformats.org/wiki/microformats2-parsing#parsing_a_p-_property */
export function plainValue(element: Element | undefined): string {
  if (!element) return "";
  const values = valueParts(element);
  if (values.length > 0) return values.join("");
  return machineValue(element) ?? visibleLine(element, 400);
}

/** What a `u-` property leads to. */
export function urlValue(element: Element | undefined): string | null | undefined {
  if (!element) return undefined;
  const address = ["href", "src", "data", "poster"]
    .map((name) => element.getAttribute(name))
    .find((value) => value !== null);
  return address ?? (plainValue(element) || undefined);
}

/** What a `dt-` property says; a date and a time may stand in two elements of it. */
export function dateValue(element: Element | undefined, now: number): ShownTime | undefined {
  if (!element) return undefined;
  const parts = valueParts(element);
  const text =
    parts.length > 0
      ? joined(parts)
      : (element.getAttribute("datetime") ?? machineValue(element) ?? visibleLine(element, 80));
  return parseIsoTime(text.replace(/Z$/iu, "Z"), now) ?? parseShownTime(text, now);
}

function machineValue(element: Element): string | undefined {
  const tag = element.tagName.toUpperCase();
  const name =
    tag === "ABBR" || tag === "LINK"
      ? "title"
      : tag === "DATA" || tag === "INPUT"
        ? "value"
        : tag === "IMG" || tag === "AREA"
          ? "alt"
          : undefined;
  return name ? (element.getAttribute(name)?.trim().slice(0, 400) ?? undefined) : undefined;
}

/** The value class pattern. https://microformats.org/wiki/value-class-pattern */
function valueParts(element: Element): readonly string[] {
  const parts = [...element.querySelectorAll(".value,.value-title")].slice(0, 10);
  return parts
    .filter((part) => part.parentElement === element || part.parentElement?.closest(".value") === null)
    .map(
      (part) =>
        (part.classList.contains("value-title")
          ? part.getAttribute("title")
          : (part.getAttribute("datetime") ?? machineValue(part) ?? visibleLine(part, 200))) ?? "",
    )
    .filter((value) => value !== "");
}

/** "2025-05-03", "7:05pm", "+0200" as one ISO time. */
function joined(parts: readonly string[]): string {
  const date = parts.find((part) => /^\d{4}-\d{2}-\d{2}$/u.test(part));
  const time = parts.find((part) =>
    /^\d{1,2}(?::\d{2}){0,2}\s?(?:[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?$/iu.test(part),
  );
  const zone = parts.find((part) => /^(?:Z|[+-]\d{1,2}:?(?:\d{2})?)$/u.test(part)) ?? "";
  if (!date || !time) return date ?? parts.join(" ");
  const [, hour = "0", rest = "", half = ""] = /^(\d{1,2})((?::\d{2}){0,2})\s?([ap])?/iu.exec(time) ?? [];
  const hours = (Number(hour) % (half ? 12 : 24)) + (half.toLowerCase() === "p" ? 12 : 0);
  const own = /(?:Z|[+-]\d{2}:?\d{2})$/u.exec(time)?.[0] ?? zone;
  return `${date}T${String(hours).padStart(2, "0")}${rest === "" ? ":00" : rest}${own}`;
}
