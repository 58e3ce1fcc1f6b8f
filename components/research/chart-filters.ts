import type { ItemFilter, SentimentClass, SeriesSplit } from "../../lib/model/research/query.ts";
import type { ChartBar, ChartId } from "../../lib/research/report/chart.ts";

type BarId = Exclude<ChartId, "time">;

function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

const isSamePair = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a?.length === b.length && b.every((value) => a.includes(value));

/** What a press on the legend changes: the value is taken in, or out where it was in. */
export function partChange(split: SeriesSplit, filter: ItemFilter, value: string): Partial<ItemFilter> {
  if (split === "none") return {};
  if (split === "sentiments") return { sentiments: toggled(filter.sentiments, value as SentimentClass) };
  return { [split]: toggled(filter[split], value) };
}

/** What a press on a bar changes. A pair asks for both brands in one item, so it is a filter of its own. */
export function barChange(id: BarId, filter: ItemFilter, { values }: ChartBar): Partial<ItemFilter> {
  if (id === "pairs") return { together: isSamePair(filter.together, values) ? undefined : values };
  return partChange(id, filter, values[0] ?? "");
}

export function isBarPressed(id: BarId, filter: ItemFilter, { values }: ChartBar): boolean {
  if (id === "pairs") return isSamePair(filter.together, values);
  const chosen: readonly string[] = filter[id];
  return chosen.includes(values[0] ?? "");
}
