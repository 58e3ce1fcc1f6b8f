import type { CorrectedTo, Correction, CorrectionScope } from "../model/correction.ts";
import { placeAnswer, saidName } from "../model/correction.ts";
import type { BrandSubject, Evidence, Resolution, ShopSubject, SubjectKey } from "../model/subject.ts";
import { joinKeys, knownBrand, namedBrand, siteBrand } from "./brand-subject.ts";
import type { BrandEntry, Directory } from "./directory.ts";
import { foldName } from "./fold-name.ts";
import { shopSubject, siteKeyOf, subjectKeyOf } from "./subjects.ts";

export type ChoiceLookup = Pick<Directory, "byName" | "matchHost">;
/** Keys of the reviews of a place, as the local copy has them now. */
export type PlaceLookup = (place: PlaceChoice) => Promise<readonly SubjectKey[]>;
type PlaceChoice = Extract<CorrectedTo, { kind: "place" }>;

const youSaidSo: readonly Evidence[] = [{ code: "corrected" }];
/** Longer text is nobody's name or site. */
const longestText = 200;
/** What a file of one's own data may hold as an address. */
const longestAddress = 500;

/** Under which a correction is kept: one site, one name in any spelling, or the place of one page has one. */
export function correctionId(scope: CorrectionScope): string {
  if (scope.kind === "place") return `place:${scope.at}`;
  return scope.kind === "site" ? `site:${scope.siteKey}` : `name:${foldName(scope.name)}`;
}

/**
 * What the answer to "is this the place?" holds for: the whole site where it is asked on its front page, else the
 * page alone, for a chain has a page for each of its branches.
 */
export function placeScope(url: string, siteKey: string): CorrectionScope {
  const page = subjectKeyOf(url) ?? siteKey;
  const isWhole = page === `https://${siteKey}` || page.length > longestAddress;
  return { kind: "place", at: isWhole ? siteKey : page };
}

/** Ids of the corrections that could change what was recognised on a page. */
export function correctionIdsFor(recognised: Resolution, url: string): readonly string[] {
  const { brand, shop } = recognised;
  const siteKey = siteKeyOf(url);
  const name = brand && shop ? [correctionId({ kind: "name", name: saidName(brand) })] : [];
  if (siteKey === undefined) return name;
  const places = [placeScope(url, siteKey), { kind: "place", at: siteKey } as const].map(correctionId);
  return [correctionId({ kind: "site", siteKey }), ...name, ...new Set(places)];
}

/**
 * What a page is about by the person's word. In a shop the site's correction is about the shop, elsewhere about
 * the brand whose site it is; a name's correction is about what shops sell under it.
 *
 * @param corrections - Those of `correctionIdsFor`, in any order.
 */
export async function applyCorrections(
  recognised: Resolution,
  corrections: readonly Correction[],
  directory: ChoiceLookup,
  keysOf: PlaceLookup,
): Promise<Resolution> {
  let current = recognised;
  for (const { scope, to } of corrections) {
    if (scope.kind === "place" || to.kind === "place") continue;
    const chosen = to.kind === "none" ? undefined : await chosenBrand(to, scope, directory);
    if (scope.kind === "name") current = withBrand(current, chosen);
    else if (recognised.shop) current = withShop(current, chosen, recognised.shop);
    // A site that is no brand's sells no product of its own either.
    else current = chosen ? withBrand(current, chosen) : {};
  }
  const place = placeAnswer(corrections)?.to;
  return place?.kind === "place" ? withPlace(joined(current), place, keysOf) : joined(current);
}

/** Reviews of the place are about whoever the site belongs to: the shop where there is one. */
async function withPlace(
  resolution: Resolution,
  place: PlaceChoice,
  keysOf: PlaceLookup,
): Promise<Resolution> {
  const { brand, shop } = resolution;
  const owner = shop ?? brand;
  if (!owner) return resolution;
  const said: Evidence = { code: "place-said", ...(place.name !== undefined && { detail: place.name }) };
  const more = {
    keys: joinKeys([...owner.keys, ...(await keysOf(place))]),
    evidence: [...owner.evidence, said],
  };
  return shop
    ? { ...resolution, shop: { ...shop, ...more } }
    : { ...resolution, brand: { ...brand!, ...more } };
}

// oxlint-disable-next-line no-unused-vars -- left out of the rest
function withBrand({ brand: _, ...rest }: Resolution, brand: BrandSubject | undefined): Resolution {
  return brand ? { brand, ...rest } : rest;
}

function withShop(
  // oxlint-disable-next-line no-unused-vars -- left out of the rest
  { shop: _, ...rest }: Resolution,
  chosen: BrandSubject | undefined,
  { domain: before }: ShopSubject,
): Resolution {
  if (!chosen) return rest;
  const { name, known, keys, evidence, domain = before } = chosen;
  const subject = shopSubject(domain);
  const all = joinKeys([subjectKeyOf(subject), ...keys]);
  return { ...rest, shop: { lens: "shop", name, domain, known, subject, keys: all, evidence } };
}

/** A shop that is the brand itself is one subject, not two. */
function joined(resolution: Resolution): Resolution {
  const { brand, shop, ...rest } = resolution;
  return brand?.domain !== undefined && brand.domain === shop?.domain ? { brand, ...rest } : resolution;
}

/** The chosen brand as the directory has it now: it may have learnt more since, or less. */
async function chosenBrand(
  { brandId, name, domain }: Extract<CorrectedTo, { kind: "brand" }>,
  scope: CorrectionScope,
  directory: ChoiceLookup,
): Promise<BrandSubject | undefined> {
  const entry =
    domain === undefined
      ? (await directory.byName(name)).find(({ id }) => id === brandId)
      : await entryAt(domain, directory);
  // What people wrote about the site itself is then about the brand that the person says it is.
  const sites = scope.kind === "site" ? [scope.siteKey] : [];
  if (entry) return knownBrand(entry, youSaidSo, sites);
  return domain === undefined ? namedBrand(name, youSaidSo) : siteBrand(domain, name, youSaidSo);
}

/** The brand whose own site a domain is, never a guess. */
async function entryAt(domain: string, directory: ChoiceLookup): Promise<BrandEntry | undefined> {
  const match = await directory.matchHost(domain);
  return match && (match.how === "primary" || match.how === "domain") ? match.entry : undefined;
}

/** What somebody typed as a brand: a site, a profile or a name; `undefined` where it is none of these. */
export async function brandOfText(
  text: string,
  directory: ChoiceLookup,
): Promise<Extract<CorrectedTo, { kind: "brand" }> | undefined> {
  const written = text.trim().slice(0, longestText);
  const site = siteOfText(written);
  if (site !== undefined) {
    const entry = await entryAt(site, directory);
    return { kind: "brand", brandId: entry?.id ?? site, name: entry?.name ?? site, domain: site };
  }
  const folded = foldName(written);
  return folded === "" ? undefined : { kind: "brand", brandId: `name:${folded}`, name: written };
}

function siteOfText(text: string): string | undefined {
  if (/\s/u.test(text) || !text.includes(".")) return undefined;
  return siteKeyOf(/^https?:/i.test(text) ? text : `https://${text}`);
}
