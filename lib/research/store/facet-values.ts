import type { Facet } from "../../model/research/query.ts";
import { reasons, sentimentClasses } from "./indexed-item.ts";
import type { ItemNames } from "./item-table.ts";

/** What a number in a facet's column stands for: of a set its members. */
export function valuesOf(names: ItemNames, facet: Facet, number: number): readonly string[] {
  switch (facet) {
    case "brands":
      return names.brandSets.membersAt(number).map((member) => names.brands.valueAt(member));
    case "codes":
      return names.codeSets.membersAt(number).map((member) => names.codes.valueAt(member));
    case "sentiments":
      return [sentimentClasses[number] ?? "unscored"];
    case "why":
      return [reasons[number] ?? "import"];
    default:
      return [names[facet].valueAt(number)];
  }
}

/** Values that some items have, given how many items have each number; the most common ones first, so many at most. */
export function commonValues(
  names: ItemNames,
  facet: Facet,
  counts: Uint32Array,
  most: number,
): { readonly value: string; readonly count: number }[] {
  const values = new Map<string, number>();
  for (const [number, count] of counts.entries()) {
    if (count === 0) continue;
    for (const value of valuesOf(names, facet, number)) values.set(value, (values.get(value) ?? 0) + count);
  }
  return Array.from(values, ([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}
