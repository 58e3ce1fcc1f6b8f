/** A schema.org item, wherever it was written: JSON-LD or microdata. */
export interface Item {
  /** Last part of each type's address: `Product` of `https://schema.org/Product`. */
  readonly types: readonly string[];
  /** Keys are lower case: pages write `aggregaterating`, `priceCurrency` and everything between. */
  readonly props: ReadonlyMap<string, readonly ItemValue[]>;
  /** What the page itself describes, rather than something mentioned inside another item. */
  readonly isMain: boolean;
}

export type ItemValue = string | Item;

/** `https://schema.org/Product`, `schema:Product` and `Product` are one. */
export function typeName(type: string): string {
  return type.trim().replace(/^.*[/#:]/, "");
}

export function isA(item: Item, types: ReadonlySet<string>): boolean {
  return item.types.some((type) => types.has(type));
}

/** Strings of a property, and of the items given in their place: their name, value or address. */
export function textsOf(item: Item, property: string): readonly string[] {
  return valuesOf(item, property).flatMap((value) => {
    if (typeof value === "string") return value.trim() === "" ? [] : [value];
    const name =
      textOf(value, "name") ?? textOf(value, "@value") ?? textOf(value, "value") ?? textOf(value, "@id");
    return name === undefined ? [] : [name];
  });
}

/** The first string of a property. */
export function textOf(item: Item, property: string): string | undefined {
  for (const value of valuesOf(item, property)) if (typeof value === "string" && value.trim()) return value;
  return undefined;
}

export function itemsOf(item: Item, property: string): readonly Item[] {
  return valuesOf(item, property).filter((value) => typeof value !== "string");
}

function valuesOf(item: Item, property: string): readonly ItemValue[] {
  return item.props.get(property.toLowerCase()) ?? [];
}

/** Every item below `roots`, the roots first, each once, at most `limit`. */
export function everyItem(roots: readonly Item[], limit = 3000): readonly Item[] {
  const seen = new Set<Item>();
  const queue = [...roots];
  for (let next = queue.shift(); next && seen.size < limit; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const values of next.props.values()) {
      for (const value of values) if (typeof value !== "string" && queue.length < limit) queue.push(value);
    }
  }
  return [...seen];
}
