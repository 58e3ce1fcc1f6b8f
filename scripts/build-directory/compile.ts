import { foldHandle, foldPlatform } from "../../lib/brands/directory-keys.ts";
import { foldName } from "../../lib/brands/fold-name.ts";
import { readHost } from "../../lib/brands/directory-host.ts";
import type { DirectoryRow } from "./directory-row.ts";
import type { BrandFacts } from "./facts.ts";
import { genericLabels } from "./generic-labels.ts";
import { joinBrands } from "./join.ts";
import type { JoinedBrand } from "./join.ts";
import { settleDomains } from "./settle-domains.ts";
import type { Settlement } from "./settle-domains.ts";

/** From what the sources say to the rows of the directory: joined, with every domain and handle settled. */
export function compileDirectory(facts: readonly BrandFacts[]): DirectoryRow[] {
  const brands = joinBrands(facts);
  const settlements = settleDomains(brands);
  const labels = countryLabels(settlements);
  const handles = settleHandles(brands);
  return brands.map((brand) => {
    const { domains, shared } = settlements.get(brand) ?? { domains: [], shared: [] };
    const [wikidata] = brand.wikidata;
    const own = handles.get(brand) ?? [];
    return {
      entry: {
        name: brand.name,
        aliases: brand.aliases,
        domains,
        sharedDomains: shared,
        handles: byPlatform(own),
        ...(brand.owner && { owner: brand.owner }),
        ...(brand.category && { category: brand.category }),
        ...(wikidata && { wikidata }),
      },
      wikidata: brand.wikidata,
      labels: labels.get(brand) ?? [],
      handles: own,
      rank: brand.rank,
    };
  });
}

/** Shortest label that is guessed abroad: of our own rows, and of others. */
const shortestOwnLabel = 4;
const shortestLabel = 5;

/**
 * Labels that one international brand alone owns a domain of, that are its name, and that are no word. A namesake
 * of one country (Niké of Slovakia) keeps its own domain and does not stand in the way of a brand of ours.
 */
function countryLabels(settlements: ReadonlyMap<JoinedBrand, Settlement>): Map<JoinedBrand, string[]> {
  const labels = new Map<JoinedBrand, string[]>();
  for (const [label, claimants] of claimantsOfLabels(settlements)) {
    const brand = soleClaimant(claimants);
    if (!brand?.international || genericLabels.has(label)) continue;
    const shortest = isOurs(brand) ? shortestOwnLabel : shortestLabel;
    if (label.length < shortest || !brand.allForms.has(foldName(label))) continue;
    labels.set(brand, [...(labels.get(brand) ?? []), label]);
  }
  return labels;
}

function claimantsOfLabels(settlements: ReadonlyMap<JoinedBrand, Settlement>): Map<string, Set<JoinedBrand>> {
  const claimants = new Map<string, Set<JoinedBrand>>();
  for (const [brand, { domains }] of settlements) {
    for (const domain of domains) {
      const host = readHost(domain);
      if (!host || host.name !== host.registrable) continue;
      claimants.set(host.label, (claimants.get(host.label) ?? new Set()).add(brand));
    }
  }
  return claimants;
}

/** The one brand of ours among them, or the only one; none where another international brand is about. */
function soleClaimant(claimants: ReadonlySet<JoinedBrand>): JoinedBrand | undefined {
  const known = [...claimants].filter(isOurs);
  const [brand, ...rivals] = known.length > 0 ? known : claimants;
  const isRivalled = [...claimants].some((other) => other !== brand && other.international);
  return rivals.length === 0 && !isRivalled ? brand : undefined;
}

function isOurs(brand: JoinedBrand): boolean {
  return brand.ownDomains.length > 0;
}

type Handle = readonly [platform: string, handle: string];

/** A handle of several brands goes to our own row, else to the one brand it is named after, else to nobody. */
function settleHandles(brands: readonly JoinedBrand[]): Map<JoinedBrand, Handle[]> {
  const claims = new Map<string, { brand: JoinedBrand; handle: Handle }[]>();
  for (const brand of brands) {
    for (const [platform, handle] of brand.handles) {
      const folded = foldHandle(handle);
      if (folded === "") continue;
      const key = `${foldPlatform(platform)}:${folded}`;
      const rivals = claims.get(key) ?? [];
      if (rivals.some((rival) => rival.brand === brand)) continue;
      claims.set(key, [...rivals, { brand, handle: [foldPlatform(platform), handle.replace(/^@/u, "")] }]);
    }
  }
  const settled = new Map<JoinedBrand, Handle[]>();
  for (const rivals of claims.values()) {
    const winner = rivals.length === 1 ? rivals[0] : namedAfter(rivals);
    if (winner) settled.set(winner.brand, [...(settled.get(winner.brand) ?? []), winner.handle]);
  }
  return settled;
}

function namedAfter<T extends { brand: JoinedBrand; handle: Handle }>(rivals: readonly T[]): T | undefined {
  const ours = rivals.filter(({ brand }) => isOurs(brand));
  if (ours.length === 1) return ours[0];
  const named = rivals.filter(({ brand, handle }) => brand.allForms.has(foldName(handle[1])));
  return named.toSorted((a, b) => b.brand.rank - a.brand.rank)[0];
}

function byPlatform(handles: readonly Handle[]): Record<string, string[]> {
  const grouped: Record<string, string[]> = {};
  for (const [platform, handle] of handles) (grouped[platform] ??= []).push(handle);
  return grouped;
}
