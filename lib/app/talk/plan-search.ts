import type { SearchPlace, SearchPlan, SourceInfo } from "../../model/search.ts";
import type { Ask, Source } from "../../sources/define-source.ts";
import { searchLinks } from "../../sources/search-links.ts";
import type { BrandToSearch } from "./brand-to-search.ts";

/** What the person decided about searching, in settings. */
export interface SearchSettings {
  /** Origins that the person chose instead of ours, by source id. */
  readonly origins: Readonly<Record<string, readonly string[]>>;
  /** What was ticked and unticked before, by place id. */
  readonly choices: Readonly<Record<string, boolean>>;
}

export function sourceInfo(source: Source): SourceInfo {
  const { id, name, kind, licence, attribution, origins, isFederated = false } = source;
  return { id, name, kind, licence, attribution, origins, isFederated };
}

/** Which places fit a brand, in the order in which they are listed, and what would be sent to each. */
export function planSearch(
  sources: readonly Source[],
  brand: BrandToSearch,
  settings: SearchSettings,
): SearchPlan {
  const places = sources.flatMap((source) => placesOf(source, brand, settings));
  const { name, domain } = brand;
  const links = name === undefined ? [] : searchLinks({ name, ...(domain !== undefined && { domain }) });
  return { places, links };
}

function placesOf(
  source: Source,
  brand: BrandToSearch,
  { choices, origins }: SearchSettings,
): readonly SearchPlace[] {
  const fits = fit(source, brand);
  const by = askedBy(source, brand);
  const words = by && (by === "domain" ? brand.domain : brand.name);
  if (fits === "not" || by === undefined || words === undefined) return [];
  return originsOf(source, brand, origins).flatMap((origin) => {
    const host = URL.parse(origin)?.host;
    if (host === undefined) return [];
    const id = `${source.id} ${origin}`;
    const hosts = [host, ...(source.alsoAsks ?? []).flatMap((also) => URL.parse(also)?.host ?? [])];
    return {
      id,
      source: source.id,
      origin,
      name: source.isFederated ? `${source.name} (${host})` : source.name,
      kind: source.kind,
      by,
      words,
      hosts: [...new Set(hosts)],
      isChosen: choices[id] ?? choices[source.id] ?? fits === "well",
    };
  });
}

/** A brand whose trade nobody knows may be of any; then the person decides. */
function fit({ suits }: Source, { trade }: BrandToSearch): "well" | "perhaps" | "not" {
  if (!suits || suits.includes(trade)) return "well";
  return trade === "other" ? "perhaps" : "not";
}

/** The name of an unknown brand may be anything's; its domain is its own. */
function askedBy({ searchesBy }: Source, { name, domain, isKnown }: BrandToSearch): Ask["by"] | undefined {
  const possible = searchesBy.filter((by) => (by === "domain" ? domain : name) !== undefined);
  return !isKnown && possible.includes("domain") ? "domain" : possible[0];
}

/** A source without a place of its own is asked where the brand's page said that its forum is. */
function originsOf(
  { id, origins, isFederated }: Source,
  { forum }: BrandToSearch,
  chosen: SearchSettings["origins"],
): readonly string[] {
  if (isFederated && origins.length === 0) return forum === undefined ? [] : [forum];
  return (isFederated && chosen[id]) || origins;
}
