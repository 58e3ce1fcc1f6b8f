import { typeName } from "./item.ts";
import type { Item, ItemValue } from "./item.ts";
import { decodeEntities } from "./text.ts";
import { parseTolerantJson } from "./tolerant-json.ts";

/** Bounds over all scripts of a page. Real product pages stay below 300 items. */
const mostItems = 2000;
const deepest = 10;
const mostValues = 100;

/** Properties whose items are what the page is about, not something it mentions. */
const containers: ReadonlySet<string> = new Set(["@graph", "mainentity", "mainentityofpage", "about"]);

type Node = Readonly<Record<string, unknown>>;

/** Top-level items of a page's JSON-LD scripts, `@graph` members and `@id` references resolved. */
export function readJsonLd(scripts: readonly string[]): readonly Item[] {
  const documents = scripts.map(parseScript);
  const builder = new Builder();
  for (const document of documents) builder.index(document, 0);
  return documents.flatMap((document) => builder.topItems(document, 0));
}

function parseScript(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Some templates escape the whole script as if it were text.
    const isEscaped = !text.includes('"') && text.includes("&quot;");
    return parseTolerantJson(isEscaped ? decodeEntities(text) : text);
  }
}

class Builder {
  readonly #byId = new Map<string, Node>();
  readonly #built = new Map<Node, Item>();
  #left = mostItems;
  #indexed = 0;

  /** Remembers every node that has an `@id` and says more than that. */
  index(value: unknown, depth: number): void {
    if (depth > deepest || typeof value !== "object" || value === null || ++this.#indexed > 20_000) return;
    if (Array.isArray(value)) {
      for (const part of value as unknown[]) this.index(part, depth + 1);
      return;
    }
    const node = value as Node;
    const id = Object.hasOwn(node, "@id") ? node["@id"] : undefined;
    const keys = Object.keys(node);
    if (typeof id === "string" && keys.length > 1 && !this.#byId.has(id)) this.#byId.set(id, node);
    for (const key of keys) this.index(node[key], depth + 1);
  }

  topItems(value: unknown, depth: number): readonly Item[] {
    if (depth > deepest || typeof value !== "object" || value === null) return [];
    if (Array.isArray(value))
      return (value as unknown[]).slice(0, 500).flatMap((part) => this.topItems(part, depth + 1));
    const node = value as Node;
    const below = Object.keys(node)
      .filter((key) => containers.has(key.toLowerCase()))
      .flatMap((key) => this.topItems(node[key], depth + 1));
    const item = Object.hasOwn(node, "@type") ? this.#build(node, 0, true) : undefined;
    return item ? [item, ...below] : below;
  }

  #build(node: Node, depth: number, isMain: boolean): Item | undefined {
    const known = this.#built.get(node);
    if (known) {
      // First met as somebody's part, now as a thing of its own.
      if (isMain && !known.isMain) Object.assign(known, { isMain });
      return known;
    }
    if (depth > deepest || this.#left <= 0) return undefined;
    this.#left -= 1;
    const props = new Map<string, readonly ItemValue[]>();
    const item: Item = { types: typesOf(node["@type"]), props, isMain };
    // Before its parts, so that a circle of references finds it.
    this.#built.set(node, item);
    for (const key of Object.keys(node).slice(0, mostValues)) {
      if (key === "@type" || key === "@context" || key === "@graph") continue;
      const values = this.#values(node[key], depth);
      if (values.length > 0) props.set(propertyName(key), values);
    }
    return item;
  }

  #values(value: unknown, depth: number): readonly ItemValue[] {
    if (typeof value === "string") return [value];
    if (typeof value === "number" || typeof value === "boolean") return [String(value)];
    if (Array.isArray(value)) {
      return depth > deepest
        ? []
        : (value as unknown[]).slice(0, mostValues).flatMap((part) => this.#values(part, depth + 1));
    }
    if (typeof value !== "object" || value === null) return [];
    const node = value as Node;
    const keys = Object.keys(node);
    // `{"@value": "x"}` is a string, `{"@id": "x"}` another node or an address.
    if (keys.includes("@value")) return this.#values(node["@value"], depth + 1);
    const id = node["@id"];
    const meant = keys.length === 1 && typeof id === "string" ? this.#byId.get(id) : node;
    if (!meant) return [String(id)];
    const item = this.#build(meant, depth + 1, false);
    return item ? [item] : [];
  }
}

function typesOf(value: unknown): readonly string[] {
  const types = Array.isArray(value) ? (value as unknown[]).slice(0, 10) : [value];
  return types.filter((type) => typeof type === "string").map(typeName);
}

/** `schema:name` and `http://schema.org/name` are `name`; keywords such as `@id` stay. */
function propertyName(key: string): string {
  return (key.startsWith("@") ? key : typeName(key)).toLowerCase();
}
