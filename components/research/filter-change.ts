import type { ItemFilter } from "../../lib/model/research/query.ts";

/** What a press on a chart changes in the filter in force. */
export interface FilterChange {
  readonly change: Partial<ItemFilter>;
}

export function changeFilter(from: EventTarget, change: Partial<ItemFilter>): void {
  const detail: FilterChange = { change };
  from.dispatchEvent(new CustomEvent("bt-filter", { detail, bubbles: true, composed: true }));
}

/** A list with a value taken in, or taken out where it was in. */
export function toggle<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

declare global {
  interface HTMLElementEventMap {
    "bt-filter": CustomEvent<FilterChange>;
  }
}
