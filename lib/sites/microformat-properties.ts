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
  const values = valueParts(element, (part) => machineValue(part) ?? visibleLine(part, 200));
  if (values.length > 0) return values.join("");
  return machineValue(element) ?? visibleLine(element, 400);
}

/** Where elements have an address, in the order of trust. */
const addressOf: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  area: ["href"],
  link: ["href"],
  img: ["src"],
  audio: ["src"],
  source: ["src"],
  iframe: ["src"],
  video: ["src", "poster"],
  object: ["data"],
};

/** What a `u-` property leads to. https://microformats.org/wiki/microformats2-parsing#parsing_a_u-_property */
export function urlValue(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const names = addressOf[element.localName] ?? [];
  const address = names.map((name) => element.getAttribute(name)).find((value) => value !== null);
  if (address !== undefined && address !== null) return address;
  // What stands in a picture's place is no address.
  return (element.localName === "img" ? "" : plainValue(element)) || undefined;
}

/** What a `dt-` property says; a date and a time may stand in two elements of it. */
export function dateValue(element: Element | undefined, now: number): ShownTime | undefined {
  if (!element) return undefined;
  const parts = valueParts(
    element,
    (part) => part.getAttribute("datetime") ?? machineValue(part) ?? visibleLine(part, 200),
  );
  const text =
    parts.length > 0
      ? joined(parts)
      : (element.getAttribute("datetime") ?? machineValue(element) ?? visibleLine(element, 80));
  // What begins like a date for machines and is none is not one for people either.
  return /^\s*\d{4}-\d/u.test(text) ? parseIsoTime(text, now) : parseShownTime(text, now);
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

/**
 * The value class pattern: what a property's parts say, if it has such parts, however empty they are.
 * https://microformats.org/wiki/value-class-pattern
 */
function valueParts(element: Element, read: (part: Element) => string): readonly string[] {
  return [...element.querySelectorAll(".value,.value-title")]
    .slice(0, 10)
    .filter((part) => isPartOf(part, element))
    .map((part) =>
      part.classList.contains("value-title") ? (part.getAttribute("title") ?? "") : read(part),
    );
}

const mf2Property = /^(?:p|u|dt|e)-[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** A part of another part, of a property within or of another root says nothing of this property. */
function isPartOf(part: Element, element: Element): boolean {
  if (part.localName === "template") return false;
  let around = part.parentElement;
  for (let depth = 0; around && around !== element && depth < 100; depth += 1) {
    if (isRoot(around) || around.localName === "template") return false;
    for (const name of around.classList)
      if (mf2Property.test(name) || name === "value" || name === "value-title") return false;
    around = around.parentElement;
  }
  return around === element;
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
