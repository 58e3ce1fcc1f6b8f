import type { MicrodataItem } from "../model/page.ts";
import { typeName } from "./item.ts";
import type { Item } from "./item.ts";

/** Properties whose items are what the page is about, not something it mentions. */
const container = /^(?:mainEntity|about)$/i;

/** Microdata as the same items that JSON-LD gives. Its depth is bounded by what may be sent. */
export function readMicrodata(items: readonly MicrodataItem[]): readonly Item[] {
  return items.map((item) => toItem(item, true));
}

function toItem({ type, props }: MicrodataItem, isMain: boolean): Item {
  return {
    types: type.split(/\s+/).filter(Boolean).map(typeName),
    isMain,
    props: new Map(
      Object.entries(props).map(([name, values]) => [
        typeName(name).toLowerCase(),
        values.map((value) =>
          typeof value === "string" ? value : toItem(value, isMain && container.test(name)),
        ),
      ]),
    ),
  };
}
