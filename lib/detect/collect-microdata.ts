import type { MicrodataItem } from "../model/page.ts";
import { cut } from "./cut.ts";

interface Item extends MicrodataItem {
  readonly props: Record<string, (string | MicrodataItem)[]>;
}

/** Properties whose text is an article's body rather than a fact. */
const bodies = /body|text$|instructions/i;

type Open = Map<Element | null | undefined, { readonly item: Item; readonly depth: number }>;

/**
 * Adds the top-level microdata items among `elements` (everything with `itemscope` or `itemprop`, in document
 * order) to `top`: 30 items, four deep, 60 properties each with 20 values.
 */
export function collectMicrodata(elements: Iterable<HTMLElement>, top: MicrodataItem[]): void {
  const open: Open = new Map();
  for (const element of [...elements].slice(0, 1500)) {
    const names = element.getAttribute("itemprop") ?? "";
    const parent = element.parentElement?.closest("[itemscope]");
    const owner = open.get(parent);
    if (element.hasAttribute("itemscope")) {
      // An item without a name is of its own, wherever it stands; what is below a dropped item is dropped.
      const depth = names && parent ? (owner?.depth ?? 4) + 1 : 1;
      const item = openItem(open, element, depth);
      if (depth > 1) add(owner, names, item);
      else if (top.length < 30) top.push(item);
    } else if (owner && !bodies.test(names)) add(owner, names, valueOf(element));
  }
}

function openItem(open: Open, element: Element, depth: number): Item {
  // Names come from the page, `__proto__` included.
  const item = {
    type: cut(element.getAttribute("itemtype"), 200),
    props: Object.create(null) as Item["props"],
  };
  if (depth < 5) open.set(element, { item, depth });
  return item;
}

function add(
  owner: { readonly item: Item; readonly depth: number } | undefined,
  names: string,
  value: string | Item,
): void {
  if (!owner || !value || (typeof value === "object" && owner.depth > 3)) return;
  const { props } = owner.item;
  for (const name of names.split(/\s+/, 4)) {
    if (!name || name.length > 100 || (!props[name] && Object.keys(props).length > 59)) continue;
    const values = (props[name] ??= []);
    if (values.length < 20) values.push(value);
  }
}

/** The value of a property by its element's kind. https://html.spec.whatwg.org/multipage/microdata.html#values */
function valueOf(element: HTMLElement): string {
  const linked = element as HTMLAnchorElement & HTMLImageElement;
  return cut(
    element.getAttribute("content") ||
      element.getAttribute("datetime") ||
      linked.href ||
      linked.src ||
      element.getAttribute("value") ||
      element.textContent,
  );
}
