import { foldedVariants } from "../../lib/brands/directory-keys.ts";
import { foldName } from "../../lib/brands/fold-name.ts";
import type { BrandFacts, SiteClaim } from "./facts.ts";

/** A brand as all sources together describe it, before it is settled whose each domain is. */
export interface JoinedBrand {
  name: string;
  /** Folded forms of its name, and of name and aliases, variants included. */
  readonly nameForms: ReadonlySet<string>;
  readonly allForms: ReadonlySet<string>;
  readonly aliases: readonly string[];
  readonly sites: readonly SiteClaim[];
  /** Registrable domains or hosts that our own facts ascribe to it. */
  readonly ownDomains: readonly string[];
  readonly handles: BrandFacts["handles"];
  readonly owner?: string;
  readonly category?: string;
  readonly wikidata: readonly string[];
  /** How well known: comparable between all brands. Rows of the supplement come first. */
  readonly rank: number;
  readonly international: boolean;
}

const supplementRank = 1_000;

/** Joins the rows of all sources that mean one brand. Rows of the supplement lead, in their order. */
export function joinBrands(facts: readonly BrandFacts[]): JoinedBrand[] {
  const others = facts.filter((row) => !isOurs(row)).toSorted((a, b) => b.weight - a.weight);
  const pool = new FactPool(others);
  const joined = facts.filter(isOurs).map((row) => joinFacts([row, ...pool.takeMatching(row)]));
  for (const row of others) if (pool.take(row)) joined.push(joinFacts([row, ...pool.takeNamesakes(row)]));
  return joined;
}

function isOurs({ source }: BrandFacts): boolean {
  return source === "supplement";
}

/** Rows that have not found their brand yet, by what they can be found by. */
class FactPool {
  readonly #left: Set<BrandFacts>;
  readonly #byWikidata: ReadonlyMap<string, BrandFacts[]>;
  readonly #byDomain: ReadonlyMap<string, BrandFacts[]>;
  readonly #byName: ReadonlyMap<string, BrandFacts[]>;

  constructor(rows: readonly BrandFacts[]) {
    this.#left = new Set(rows);
    this.#byWikidata = groupBy(rows, (row) => (row.wikidata ? [row.wikidata] : []));
    this.#byDomain = groupBy(rows, (row) => row.sites.map(({ registrable }) => registrable));
    this.#byName = groupBy(rows, (row) => [foldName(row.name)]);
  }

  take(row: BrandFacts): boolean {
    return this.#left.delete(row);
  }

  /** The rows that mean the same brand as `row` of the supplement, each given out once. */
  takeMatching(row: BrandFacts): BrandFacts[] {
    const matching = new Set(this.#byWikidata.get(row.wikidata ?? "") ?? []);
    for (const { registrable } of row.sites) {
      for (const other of this.#byDomain.get(registrable) ?? []) if (isSame(row, other)) matching.add(other);
    }
    const namesakes = this.#byName.get(foldName(row.name)) ?? [];
    const [namesake] = namesakes;
    // The only one of the name, on the same label under another suffix. Two would be Target and Target Australia.
    if (namesake && namesakes.length === 1 && sharesLabel(row, namesake)) matching.add(namesake);
    return [...matching].filter((other) => this.take(other));
  }

  /** Rows of the very same name on a domain of `row`; of simple-icons, whose names vary, of any of its names. */
  takeNamesakes(row: BrandFacts): BrandFacts[] {
    const sharing = row.sites.flatMap(({ registrable }) => this.#byDomain.get(registrable) ?? []);
    const isNamesake = (other: BrandFacts): boolean =>
      foldName(other.name) === foldName(row.name) || (other.source === "simple-icons" && isSame(row, other));
    return sharing.filter((other) => isNamesake(other) && this.take(other));
  }
}

/** One brand: a domain in common, and a name of one among the names of the other. */
function isSame(one: BrandFacts, other: BrandFacts): boolean {
  const domains = new Set(one.sites.map(({ registrable }) => registrable));
  if (!other.sites.some(({ registrable }) => domains.has(registrable))) return false;
  return namesOf(one).has(foldName(other.name)) || namesOf(other).has(foldName(one.name));
}

function sharesLabel(one: BrandFacts, other: BrandFacts): boolean {
  const labels = new Set(one.sites.map(({ label }) => label));
  return other.sites.length === 0 || other.sites.some(({ label }) => labels.has(label));
}

function namesOf(row: BrandFacts): Set<string> {
  return new Set([row.name, ...row.aliases].map(foldName));
}

function groupBy(
  rows: readonly BrandFacts[],
  keysOf: (row: BrandFacts) => readonly string[],
): Map<string, BrandFacts[]> {
  const groups = new Map<string, BrandFacts[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

/** The first row names the brand; every row adds to it. */
function joinFacts(rows: readonly [BrandFacts, ...BrandFacts[]]): JoinedBrand {
  const [lead] = rows;
  const owner = rows.find((row) => row.owner)?.owner;
  const category = rows.find((row) => row.category)?.category;
  const aliases = new Map<string, string>();
  for (const name of rows.flatMap((row) => [row.name, ...row.aliases])) {
    const folded = foldName(name);
    if (folded !== "" && !aliases.has(folded)) aliases.set(folded, name);
  }
  aliases.delete(foldName(lead.name));
  return {
    name: lead.name,
    nameForms: new Set(foldedVariants(lead.name)),
    allForms: new Set([lead.name, ...aliases.values()].flatMap(foldedVariants)),
    aliases: [...aliases.values()],
    sites: rows.flatMap((row) => row.sites),
    ownDomains: isOurs(lead) ? lead.sites.map(({ host }) => host) : [],
    handles: rows.flatMap((row) => row.handles),
    ...(owner && { owner }),
    ...(category && { category }),
    wikidata: [...new Set(rows.flatMap((row) => row.wikidata ?? []))],
    rank: rows.reduce((rank, row) => rank + row.weight, isOurs(lead) ? supplementRank : 0),
    international: rows.some((row) => row.international),
  };
}
