import type { RawPage } from "../model/page.ts";
import { cleanText } from "./text.ts";

/** A page's `<meta>` values by lower-case name; the first of a name is the one that counts. */
export type Meta = ReadonlyMap<string, readonly string[]>;

export function readMeta(meta: RawPage["meta"]): Meta {
  const values = new Map<string, string[]>();
  for (const [name, content] of meta) {
    const key = name.trim().toLowerCase();
    const known = values.get(key);
    if (known) known.push(content);
    else values.set(key, [content]);
  }
  return values;
}

/** The first of these names that says something, as a name to show. */
export function metaText(meta: Meta, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = cleanText(meta.get(name)?.[0]);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What a generator writes where nobody gave the site a name. */
const placeholders =
  /^(?:home ?page|home|website|my ?site|site|start(?:seite)?|welcome|untitled|index|app|shop|undefined|null|@.*)$/i;

/** The site's own name: OpenGraph, else what an installed copy of it would be called. */
export function metaSiteName(meta: Meta): string | undefined {
  const names = ["og:site_name", "application-name", "apple-mobile-web-app-title"];
  return names
    .map((name) => metaText(meta, name))
    .find((name) => name !== undefined && !placeholders.test(name));
}
