import type { ProductFacts } from "../model/page.ts";
import type { BrandSubject, Evidence } from "../model/subject.ts";
import { knownBrand, namedBrand, siteBrand } from "./brand-subject.ts";
import type { BrandEntry, Directory } from "./directory.ts";
import { foldName } from "./fold-name.ts";
import { agrees } from "./site-name.ts";
import { siteKeyOf } from "./subjects.ts";

export type NameLookup = Pick<Directory, "byName">;

/** Kinds of company, as the directory names them, that make nothing one can put on a shelf. */
const notMakers = new Set([
  ..."bank atm insurance payments broker bureau_de_change money_transfer financial financial_advice".split(
    " ",
  ),
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
  if (entry) return knownBrand(entry, [...evidence, { code: "directory-name", detail: entry.name }]);
  const site = product.brandUrl === undefined ? undefined : siteKeyOf(product.brandUrl);
  const label = site?.split("/").at(-1)?.split(".")[0];
  // A shop may link a brand to any page; only a domain of the brand's own name is taken for its own.
  if (site !== undefined && label !== undefined && agrees(product.brand, label)) {
    return siteBrand(site, product.brand, evidence);
  }
  return namedBrand(product.brand, evidence);
}

const longestRun = 4;
/** Names that begin product titles without being meant; brands all the same. */
const ordinary = new Set(
  (
    "more next gap boss apple orange target guess diesel fossil coach express subway shell dove tide dawn gain joy " +
    "always secret degree crest glad bounty charmin pampers all total max mini smart pro premium classic original " +
    "home kids baby men women new set pack black white gold silver red blue green vintage retro natural organic " +
    "super ultra mega power energy sport sports active basic basics essential essentials best first one two three " +
    "game games toy toys book books music art design style fashion beauty health fresh pure simple easy fast quick " +
    "magic star sun moon sky ocean river mountain forest garden flower rose lotus lily daisy ruby pearl diamond " +
    "crystal royal king queen prince princess imperial national american european british french german italian " +
    "swiss japan chinese india mexican time life love house world planet earth water fire air ice light dark what " +
    "bag box case cup table chair lamp bed shirt shoe shoes boot boots watch ring phone tablet camera printer " +
    "monitor keyboard mouse cable adapter battery charger drum cream soap oil tea coffee rice chocolate cheese " +
    "fernbedienung konsole consola conjunto cama servietten filzstift panel zestaw telefon holodilnik aspirador"
  ).split(" "),
);

/**
 * The brand whose name begins a product's name, in the directory alone and only where the name is distinctive:
 * nothing else vouches for it.
 */
export async function makerByTitle(name: string, directory: NameLookup): Promise<BrandSubject | undefined> {
  const words = name.split(/\s+/u).filter(Boolean);
  for (let count = Math.min(longestRun, words.length - 1); count > 0; count -= 1) {
    const run = words
      .slice(0, count)
      .join(" ")
      .replace(/[,:;–-]+$/u, "");
    if (!/^[\p{Lu}\p{N}]/u.test(run) || (count === 1 && ordinary.has(run.toLowerCase()))) continue;
    const entry = foldName(run).length < 3 ? undefined : await entryOfName(run, directory);
    if (entry && isDistinctive(run, entry)) {
      return knownBrand(entry, [
        { code: "title", detail: run },
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
