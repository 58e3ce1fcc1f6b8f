import type { CollectionId } from "../../lib/model/research/collection.ts";
import type { KeptBecause } from "../../lib/model/research/item.ts";
import type { ItemFilter, ItemOrder, SentimentClass } from "../../lib/model/research/query.ts";
import { filterLists, wholeOf, type FilterList } from "./item-filter.ts";

/** What the workspace shows: all of it stands in the address, so that reload and Back bring it again. */
export interface WorkspaceState {
  /** None: the newest. */
  readonly collection?: CollectionId;
  readonly filter: ItemFilter;
  readonly order: ItemOrder;
  readonly descending: boolean;
  /** `ResearchItem.seq` of what stands open. */
  readonly item?: number;
}

const names: Readonly<Record<FilterList, string>> = {
  authors: "author",
  brands: "brand",
  codes: "code",
  langs: "lang",
  sentiments: "sentiment",
  sessions: "session",
  sites: "site",
  why: "why",
};
const orders = ["time", "collected", "confidence", "sentiment"] as const satisfies readonly ItemOrder[];
const sentiments = [
  "negative",
  "neutral",
  "positive",
  "unscored",
] as const satisfies readonly SentimentClass[];
const reasons = [
  "everything",
  "words",
  "mention",
  "sample",
  "by-hand",
  "import",
] as const satisfies readonly KeptBecause[];

/** Only values of these lists mean something there. */
const known: Partial<Record<FilterList, readonly string[]>> = { sentiments, why: reasons };

/** `#collection=…&brand=…`. What is as it is at first stays out. */
export function hashOf({ collection, filter, order, descending, item }: WorkspaceState): string {
  const params = new URLSearchParams();
  if (collection !== undefined) params.set("collection", collection);
  if (filter.text) params.set("text", filter.text);
  for (const list of filterLists) for (const value of filter[list]) params.append(names[list], value);
  for (const brand of filter.together ?? []) params.append("together", brand);
  for (const name of ["from", "to", "confidence"] as const) {
    if (filter[name] !== undefined) params.set(name, String(filter[name]));
  }
  if (order !== "time") params.set("order", order);
  if (!descending) params.set("rising", "1");
  if (item !== undefined) params.set("item", String(item));
  return `#${params}`;
}

/** Anybody can write an address: what means nothing is passed over. */
export function stateOf(hash: string): WorkspaceState {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const collection = params.get("collection") || undefined;
  const order = orders.find((one) => one === params.get("order")) ?? "time";
  const item = numberIn(params, "item");
  const lists = filterLists.map((list) => {
    const values = [...new Set(params.getAll(names[list]))];
    return [list, values.filter((value) => known[list]?.includes(value) ?? true)];
  });
  const together = [...new Set(params.getAll("together"))];
  const bounds = (["from", "to", "confidence"] as const).flatMap((name) => {
    const value = numberIn(params, name);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...(collection !== undefined && { collection }),
    filter: {
      ...wholeOf(collection ?? ""),
      ...(Object.fromEntries([...lists, ...bounds]) as Partial<ItemFilter>),
      text: params.get("text") ?? "",
      ...(together.length > 0 && { together }),
    },
    order,
    descending: params.get("rising") !== "1",
    ...(item !== undefined && { item }),
  };
}

function numberIn(params: URLSearchParams, name: string): number | undefined {
  const text = params.get(name);
  const value = text ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** What stands open is no part of the question. */
export function sameQuestion(a: WorkspaceState | undefined, b: WorkspaceState): boolean {
  return (
    a !== undefined &&
    a.order === b.order &&
    a.descending === b.descending &&
    JSON.stringify(a.filter) === JSON.stringify(b.filter)
  );
}
