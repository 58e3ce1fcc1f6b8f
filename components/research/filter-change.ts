import type { ItemFilter } from "../../lib/model/research/query.ts";

/** Tells the page what a press on a chart changes in the filter in force. */
export function changeFilter(from: EventTarget, change: Partial<ItemFilter>): void {
  from.dispatchEvent(new CustomEvent("bt-filter", { detail: { change }, bubbles: true, composed: true }));
}
