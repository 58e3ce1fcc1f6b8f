import type { ProductFacts } from "../model/page.ts";
import type { BrandSubject, Evidence } from "../model/subject.ts";
import { knownBrand, namedBrand, siteBrand } from "./brand-subject.ts";
import type { BrandEntry, Directory } from "./directory.ts";
import { foldName } from "./fold-name.ts";
import { agrees } from "./domain-words.ts";
import { likelyMakers, surestMaker } from "./maker-evidence.ts";
import type { EvidenceContext, LikelyMaker } from "./maker-evidence.ts";
import { siteKeyOf } from "./subjects.ts";
import { brandInTitle, runsToKnow } from "./title-brand.ts";

export type NameLookup = Pick<Directory, "byName">;

/** Kinds of company, as the directory names them, that make nothing one can put on a shelf. */
const notMakers = new Set([
  ..."bank atm insurance payments broker bureau_de_change money_transfer financial telecom energy".split(" "),
  ..."fuel charging_station parking car_rental car_sharing bicycle_rental mobility rail railway airline".split(
    " ",
  ),
  ..."airlines travel travel_agency hotels hotel motel hostel logistics delivery post_office post_depot".split(
    " ",
  ),
  ..."parcel_locker storage_rental hospital clinic doctors dentist school university college education".split(
    " ",
  ),
  ..."kindergarten estate_agent laundry dry_cleaning hairdresser lottery bookmaker casino gambling cinema".split(
    " ",
  ),
  ..."theatre government news social dating streaming reference services".split(" "),
  "financial_advice",
  "real estate",
]);

/** The brand of what is sold, by its markup: in the directory, at an address of its own, or only a name. */
export async function makerByMarkup(
  product: ProductFacts,
  directory: NameLookup,
): Promise<BrandSubject | undefined> {
  if (product.brand === undefined) return undefined;
  const evidence: Evidence[] = [{ code: "markup-brand", detail: product.brand }];
  const entry = await entryOfName(product.brand, directory);
  if (entry) return soldAs(product.brand, entry, evidence);
  const site = product.brandUrl === undefined ? undefined : siteKeyOf(product.brandUrl);
  const label = site?.split("/").at(-1)?.split(".")[0];
  // A shop may link a brand to any page; only a domain of the brand's own name is taken for its own.
  if (site !== undefined && label !== undefined && agrees(product.brand, label)) {
    return siteBrand(site, product.brand, evidence);
  }
  return namedBrand(product.brand, evidence);
}

/** Candidates that are looked up; a name further down has no chance. */
const mostLookups = 6;
/** What a name gains by being a brand's in the directory, as a share of the doubt that is left. */
const knownGain = 0.3;

/** The brand of what is sold, by what deep extraction found around the page; nobody below the threshold. */
export async function makerByEvidence(
  { makers = [] }: ProductFacts,
  context: EvidenceContext,
  directory: NameLookup,
): Promise<BrandSubject | undefined> {
  const entries = new Map<string, BrandEntry>();
  const weighed: LikelyMaker[] = [];
  for (const maker of likelyMakers(makers, context).slice(0, mostLookups)) {
    const entry = await entryOfName(maker.name, directory);
    if (entry) entries.set(maker.name, entry);
    weighed.push(entry ? { ...maker, confidence: 1 - (1 - maker.confidence) * (1 - knownGain) } : maker);
  }
  const maker = surestMaker(weighed.toSorted((a, b) => b.confidence - a.confidence));
  if (!maker) return undefined;
  const evidence: Evidence[] = [{ code: maker.code, detail: maker.name }];
  const entry = entries.get(maker.name);
  if (!entry) return namedBrand(maker.name, evidence);
  return soldAs(maker.name, entry, evidence);
}

/**
 * A brand of the directory under that of its names which the shop sells it by: a line of its own, or the letters
 * that everybody knows it by. The first word of its name is not another name.
 */
function soldAs(name: string, entry: BrandEntry, evidence: readonly Evidence[]): BrandSubject {
  const folded = foldName(name);
  const known = knownBrand(entry, [...evidence, { code: "directory-name", detail: entry.name }]);
  if (foldName(entry.name).startsWith(folded)) return known;
  const alias = entry.aliases.find((spelling) => foldName(spelling) === folded);
  return alias === undefined ? known : { ...known, name: alias };
}

/**
 * Which runs of words of a title the directory has as the name of somebody who makes things, with their entries.
 */
export async function makerNamesIn(
  title: string,
  directory: NameLookup,
): Promise<ReadonlyMap<string, BrandEntry>> {
  const found = new Map<string, BrandEntry>();
  for (const run of runsToKnow(title)) {
    const folded = foldName(run);
    const entry = folded.length < 2 || found.has(folded) ? undefined : await entryOfName(run, directory);
    if (entry) found.set(folded, entry);
  }
  return found;
}

/** How sure the title's grammar must be of a name that the directory vouches for. */
const knownThreshold = 0.35;

/**
 * The maker by a product's title alone: a name where the title's grammar puts the maker's, which is in the
 * directory and distinctive there. See brandInTitle for names that nobody has listed.
 */
export async function makerByTitle(name: string, directory: NameLookup): Promise<BrandSubject | undefined> {
  const known = await makerNamesIn(name, directory);
  if (known.size === 0) return undefined;
  for (const run of brandInTitle(name, { known: (folded) => known.has(folded) })) {
    // A title that is all name, and a word without a capital, are as likely the thing itself.
    if (run.confidence < knownThreshold || run.name.length > name.trim().length - 2) continue;
    const entry = /^\p{Ll}/u.test(run.name) ? undefined : known.get(foldName(run.name));
    if (entry && isDistinctive(run.name, entry)) {
      return knownBrand(entry, [
        { code: "title", detail: run.name },
        { code: "directory-name", detail: entry.name },
      ]);
    }
  }
  return undefined;
}

/** The entry's own name rather than one of its many aliases, and borne out by its domain. */
function isDistinctive(run: string, entry: BrandEntry): boolean {
  const folded = foldName(run);
  if (foldName(entry.name) !== folded) return false;
  return entry.domains.some((domain) => agrees(run, domain.split(".")[0] ?? ""));
}

/**
 * The one entry of a name. Of several, the one that bears it as its own name under a domain of that name;
 * where that is none or more than one, nobody.
 */
async function entryOfName(name: string, directory: NameLookup): Promise<BrandEntry | undefined> {
  const folded = foldName(name);
  if (folded === "") return undefined;
  const all = await directory.byName(name);
  const entries = all.filter(({ category }) => category === undefined || !notMakers.has(category));
  if (entries.length < 2) return entries[0];
  const own = entries.filter((entry) => foldName(entry.name) === folded);
  if (own.length === 1) return own[0];
  const borne = (own.length > 0 ? own : entries).filter(({ domains }) =>
    domains.some((domain) => foldName(domain.split(".")[0] ?? "") === folded),
  );
  return borne.length === 1 ? borne[0] : undefined;
}
