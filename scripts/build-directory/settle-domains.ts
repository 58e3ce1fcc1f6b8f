import { foldName } from "../../lib/brands/fold-name.ts";
import type { SiteClaim } from "./facts.ts";
import type { JoinedBrand } from "./join.ts";

/** What each brand may call its own, and where it is a guest. */
export interface Settlement {
  /** Primary first. */
  readonly domains: readonly string[];
  readonly shared: readonly string[];
}

interface Claim {
  readonly brand: JoinedBrand;
  readonly site: SiteClaim;
  readonly kinship: Kinship;
}

/** How a domain's label and a brand's names belong together. */
const kinships = ["none", "partial", "alias", "name"] as const;
type Kinship = (typeof kinships)[number];

/**
 * Gives every domain to one brand at most. Our own facts decide; else the brand whose name the label carries;
 * else the only one that claims it as its front page. A domain of several brands, none of its name, is nobody's:
 * saying nothing is better than naming a sister of the right hotel.
 */
export function settleDomains(brands: readonly JoinedBrand[]): Map<JoinedBrand, Settlement> {
  const claims = new Map<string, Claim[]>();
  for (const brand of brands) {
    for (const site of brand.sites) {
      const claim = { brand, site, kinship: kinshipOf(brand, site.label) };
      claims.set(site.registrable, [...(claims.get(site.registrable) ?? []), claim]);
    }
  }
  const owners = new Map<string, JoinedBrand>();
  for (const [domain, rivals] of claims) {
    const owner = ownerOf(domain, rivals);
    if (owner) owners.set(domain, owner);
  }
  const hosts = ownHosts(brands, owners);
  return new Map(brands.map((brand) => [brand, settlementOf(brand, owners, hosts)]));
}

function ownerOf(domain: string, claims: readonly Claim[]): JoinedBrand | undefined {
  const ours = claims.filter(({ brand }) => brand.ownDomains.includes(domain));
  if (ours.length > 0) return best(ours)?.brand;
  const rivals = new Set(claims.map(({ brand }) => brand));
  const named = claims.filter(({ kinship }) => kinship !== "none");
  if (named.length > 0) return best(named)?.brand;
  const isFrontPage = claims.some(({ site }) => site.isRoot && site.host === domain);
  return rivals.size === 1 && isFrontPage ? claims[0]?.brand : undefined;
}

function best(claims: readonly Claim[]): Claim | undefined {
  const score = ({ brand, site, kinship }: Claim): number =>
    10_000 * (brand.ownDomains[0] === site.registrable ? 1 : 0) +
    2_000 * kinships.indexOf(kinship) +
    (site.isRoot ? 100 : 0) +
    (site.host === site.registrable ? 100 : 0) +
    brand.rank / 10;
  return claims.toSorted((a, b) => score(b) - score(a))[0];
}

/** Hosts below another's domain that carry a brand's own name (`ibis.accor.com`), and those our facts list. */
function ownHosts(
  brands: readonly JoinedBrand[],
  owners: ReadonlyMap<string, JoinedBrand>,
): Map<string, JoinedBrand> {
  const hosts = new Map<string, JoinedBrand>();
  for (const brand of brands) {
    for (const { host, registrable } of brand.sites) {
      if (host === registrable || owners.get(registrable) === brand || hosts.has(host)) continue;
      const kinship = kinshipOf(brand, host.slice(0, host.indexOf(".")));
      const isOurs = brand.ownDomains.includes(host);
      if (isOurs || kinship === "name" || kinship === "alias") hosts.set(host, brand);
    }
  }
  return hosts;
}

function settlementOf(
  brand: JoinedBrand,
  owners: ReadonlyMap<string, JoinedBrand>,
  hosts: ReadonlyMap<string, JoinedBrand>,
): Settlement {
  const domains = new Set<string>();
  const shared = new Set<string>();
  for (const { host, registrable } of byFitness(brand)) {
    if (owners.get(registrable) === brand) domains.add(registrable);
    else if (hosts.get(host) === brand) domains.add(host);
    else shared.add(registrable);
  }
  return { domains: [...domains], shared: [...shared] };
}

/** Our own facts in their order, then sites that carry the name, then the rest, each in the source's order. */
function byFitness(brand: JoinedBrand): SiteClaim[] {
  const order = ({ host, label }: SiteClaim): number => {
    const ours = brand.ownDomains.indexOf(host);
    if (ours >= 0) return ours - 1_000;
    return -kinships.indexOf(kinshipOf(brand, label));
  };
  return brand.sites.toSorted((a, b) => order(a) - order(b));
}

function kinshipOf(brand: JoinedBrand, label: string): Kinship {
  const plain = foldName(label);
  if (brand.nameForms.has(plain)) return "name";
  if (brand.allForms.has(plain)) return "alias";
  return [...brand.nameForms].some((form) => isPartial(form, plain)) || isMadeOfWords(brand.name, plain)
    ? "partial"
    : "none";
}

function isPartial(form: string, label: string): boolean {
  if (form.length < 4 || label.length < 4) return form === label;
  return label.includes(form) || form.startsWith(label);
}

/** `bk` for Burger King, `goodyearbelgium` for Goodyear Tyres. */
function isMadeOfWords(name: string, label: string): boolean {
  const words = name
    .split(/[\s\-–'’.&/]+/u)
    .map(foldName)
    .filter((word) => word !== "");
  const initials = words.map((word) => word[0]).join("");
  const [first = ""] = words;
  return (words.length > 1 && initials === label) || (first.length >= 4 && label.startsWith(first));
}
