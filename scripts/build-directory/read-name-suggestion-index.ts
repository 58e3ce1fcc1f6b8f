import { foldName } from "../../lib/brands/fold-name.ts";
import { isBrandKind, isPublicBody, isPublicDomain } from "./exclude.ts";
import type { BrandFacts } from "./facts.ts";
import { readWebsite } from "./websites.ts";
import type { ReadWebsite } from "./websites.ts";

/** `dist/json/nsi.min.json`, as far as it is read. */
export interface IndexFile {
  readonly nsi: Readonly<Record<string, { readonly items: readonly IndexItem[] }>>;
}
export interface IndexItem {
  readonly displayName: string;
  readonly locationSet: { readonly include: readonly unknown[] };
  readonly matchNames?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}
/** `dist/wikidata/wikidata.json`, as far as it is read. */
export interface WikidataFile {
  readonly wikidata: Readonly<Record<string, WikidataRow>>;
}
interface WikidataRow {
  readonly label?: string;
  readonly description?: string;
  readonly identities?: Readonly<Record<string, string>>;
  readonly officialWebsites?: readonly string[];
  readonly dissolutions?: readonly unknown[];
}

interface Group {
  readonly wikidata?: string;
  readonly items: IndexItem[];
  readonly kinds: Map<string, number>;
}

/** Brands of name-suggestion-index: one for each Wikidata id, and one for each name without an id. */
export function readNameSuggestionIndex(index: IndexFile, { wikidata }: WikidataFile): BrandFacts[] {
  const facts: BrandFacts[] = [];
  for (const group of groupsOf(index).values()) {
    const row = group.wikidata === undefined ? undefined : wikidata[group.wikidata];
    if (isPublicBody(row?.description ?? "")) continue;
    const brand = factsOf(group, row ?? {});
    if (brand) facts.push(brand);
  }
  return facts;
}

function groupsOf(index: IndexFile): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const [path, { items }] of Object.entries(index.nsi)) {
    if (!isBrandKind(path)) continue;
    const kind = path.split("/").slice(1).join("/");
    const tag = path.startsWith("operators/") ? "operator" : "brand";
    for (const item of items) {
      const wikidata = item.tags[`${tag}:wikidata`];
      const key = wikidata ?? `name:${foldName(item.displayName)}`;
      const group: Group = groups.get(key) ?? { ...(wikidata && { wikidata }), items: [], kinds: new Map() };
      group.items.push(item);
      group.kinds.set(kind, (group.kinds.get(kind) ?? 0) + 1);
      groups.set(key, group);
    }
  }
  return groups;
}

function factsOf(group: Group, row: WikidataRow): BrandFacts | undefined {
  const label = row.label?.replace(/\s*\([^)]*\)$/u, "");
  const names = namesOf(group.items, label);
  const name = bestName(group.items, label);
  const websites = [...(row.officialWebsites ?? []), ...idWebsites(group.items)];
  const read = websites.map(readWebsite).filter((site) => site !== undefined);
  const sites = read.flatMap((site) => (site.kind === "site" ? [site.site] : []));
  if (name === undefined || sites.some(({ registrable }) => isPublicDomain(registrable))) return undefined;
  const regions = new Set(group.items.flatMap((item) => item.locationSet.include.map(String)));
  const worldwide = regions.has("001");
  return {
    source: "name-suggestion-index",
    name,
    aliases: names.filter((alias) => alias !== name).slice(0, 40),
    sites,
    handles: handlesOf(row.identities ?? {}, read),
    category: categoryOf(group.kinds),
    ...(group.wikidata && { wikidata: group.wikidata }),
    weight:
      Math.min(group.items.length, 15) +
      Math.min(regions.size, 30) +
      (worldwide ? 25 : 0) +
      Math.min(sites.length, 10) +
      (row.dissolutions ? -20 : 0),
    international: worldwide || regions.size >= 3,
  };
}

/** Some rows carry their website themselves. */
function idWebsites(items: readonly IndexItem[]): string[] {
  return items.flatMap(({ tags }) => [tags["brand:website"] ?? "", tags["website"] ?? ""]).filter(Boolean);
}

const nameTag = /^(?:brand|name|operator|short_name|alt_name|official_name|old_name)(?::[a-zA-Z-]+)?$/u;
const isId = /:(?:wikidata|wikipedia|type|short_name)$/u;

/** Every name in the rows, the most frequent first, one for each folded form. */
function namesOf(items: readonly IndexItem[], label: string | undefined): string[] {
  const counts = new Map<string, { name: string; count: number }>();
  const add = (text: string): void => {
    for (const name of text.split(";").map((part) => part.trim())) {
      const folded = foldName(name);
      if (folded === "" || name.length > 80) continue;
      const known = counts.get(folded);
      if (known) known.count++;
      else counts.set(folded, { name, count: 1 });
    }
  };
  for (const item of items) {
    add(item.displayName.replace(/\s*\([^)]*\)$/u, ""));
    for (const [tag, value] of Object.entries(item.tags)) {
      // The operator of a brand's branches is another company.
      const isOperator = tag.startsWith("operator") && item.tags["brand"] !== undefined;
      if (nameTag.test(tag) && !isId.test(tag) && !isOperator) add(value);
    }
    for (const name of item.matchNames ?? []) add(name);
  }
  if (label !== undefined) add(label);
  return [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ name }) => name);
}

/** The brand's own spelling where it is Latin, else its English name. */
function bestName(items: readonly IndexItem[], label: string | undefined): string | undefined {
  const spellings = items
    .flatMap(({ tags }) => [tags["brand"], tags["operator"]])
    .filter((name) => name !== undefined);
  const english = items
    .flatMap(({ tags }) => [tags["brand:en"], tags["name:en"]])
    .filter((name) => name !== undefined);
  const same = [...spellings, ...english].find(
    (name) => label !== undefined && foldName(name) === foldName(label),
  );
  const latin = mostFrequent(
    spellings.filter((name) => /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(name)),
  );
  return [same, latin, mostFrequent(english), label, spellings[0], items[0]?.displayName].find(
    (candidate) => candidate !== undefined && foldName(candidate) !== "",
  );
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** `shop/clothes` → `clothes`: the kind of most rows. */
function categoryOf(kinds: ReadonlyMap<string, number>): string {
  const [kind = ""] = [...kinds].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return kind.slice(kind.indexOf("/") + 1);
}

function handlesOf(
  identities: Readonly<Record<string, string>>,
  sites: readonly ReadWebsite[],
): [string, string][] {
  const handles = Object.entries(identities)
    .filter(([platform]) => platform !== "website")
    .map(([platform, handle]): [string, string] => [
      platform === "youtubeHandle" ? "youtube" : platform,
      handle,
    ]);
  for (const site of sites) if (site.kind === "profile") handles.push([site.platform, site.handle]);
  return handles;
}
