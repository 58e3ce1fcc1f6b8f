import { cut } from "../cut.ts";
import type { Place } from "./define-markup.ts";
import { shownText } from "./shown-text.ts";

type Within = Document | ShadowRoot | Element;

/** What the first of several places says that fits, at most `length` characters; `""` where none does. */
export function readPlaces(within: Within, places: readonly Place[] = [], length = 200, fits = /./u): string {
  for (const place of places) {
    const text = readPlace(within, place, length);
    if (fits.test(text)) return text;
  }
  return "";
}

function readPlace(within: Within, place: Place, length: number): string {
  const at = place.lastIndexOf("@");
  const selector = at < 0 ? place : place.slice(0, at);
  const attribute = at < 0 ? "" : place.slice(at + 1);
  if (attribute === "#") {
    const count = within.querySelectorAll(selector).length;
    return count > 0 ? String(count) : "";
  }
  const element = selector ? within.querySelector(selector) : (within as Element);
  if (!element) return "";
  return attribute ? cut(element.getAttribute(attribute), length) : shownText(element, length);
}
