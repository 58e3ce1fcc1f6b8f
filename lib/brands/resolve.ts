import type { PageFacts, ProductFacts } from "../model/page.ts";
import type { BrandSubject, Evidence, ProductSubject, Resolution, ShopSubject } from "../model/subject.ts";
import { isAccountTab } from "./account-page.ts";
import { joinKeys, knownBrand, siteBrand } from "./brand-subject.ts";
import type { Directory } from "./directory.ts";
import { foldName } from "./fold-name.ts";
import { hostParts } from "./host.ts";
import type { HostParts } from "./host.ts";
import type { EvidenceContext } from "./maker-evidence.ts";
import { makerByEvidence, makerByMarkup, makerByTitle } from "./maker.ts";
import { isShop } from "./shops.ts";
import { siteOwner } from "./site-owner.ts";
import type { SiteOwner } from "./site-owner.ts";
import { agrees } from "./domain-words.ts";
import { pathOf, productSubject, shopSubject, subjectKeyOf } from "./subjects.ts";
import { isAccountHost, profileAt } from "./user-sites.ts";
import type { Profile } from "./user-sites.ts";

/** The part of the brand directory that pages are resolved by. */
export type BrandLookup = Pick<Directory, "byHandle" | "byName" | "matchHost">;

type Site = HostParts & { readonly site: string };

/**
 * What a page is about: brand, product and shop, all that apply, each with how we know. Empty for addresses
 * that are nobody's site. Rejects only where the directory's files cannot be read.
 */
export async function resolvePage(facts: PageFacts, directory: BrandLookup): Promise<Resolution> {
  const url = URL.parse(facts.url);
  const parts = url && /^https?:$/.test(url.protocol) ? hostParts(url.hostname) : undefined;
  if (!url || parts?.site === undefined) return {};
  const site: Site = { ...parts, site: parts.site };
  const path = pathOf(url);
  const profile = profileAt(site, path);
  if (profile?.kind === "account") return resolveAccount(facts, profile, directory);
  // What strangers posted is not about the network that shows it; its own pages are.
  if (isAccountHost(site) && facts.kind !== "home" && !companyPages.test(path)) return {};
  const owner = await siteOwner(facts, site, directory);
  if (profile) return { brand: storeBrand(facts, profile), shop: shopOf(owner, site.site) };
  if (!facts.product || facts.kind !== "product") return { brand: owner.brand };
  return resolveProduct(facts, facts.product, { site, owner, directory });
}

const companyPages =
  /^\/(?:about|help|legal|privacy|terms|policies|jobs|careers|business|company|press|news|pricing|premium|safety|support)(?:\/|$)/i;

/** A brand's own profile, by its handle. Strangers' accounts are people until somebody says otherwise. */
async function resolveAccount(
  facts: PageFacts,
  profile: Profile,
  directory: BrandLookup,
): Promise<Resolution> {
  if (!isAccountTab(profile)) return {};
  const entry = await directory.byHandle(profile.platform, profile.handle);
  const evidence: Evidence[] = [{ code: "profile-handle", detail: profile.handle }];
  if (entry) return { brand: knownBrand(entry, evidence) };
  // Only a page that the network itself keeps for companies is a brand's for sure.
  if (!/^\/(?:company|showcase)\//.test(profile.path)) return {};
  const site = profile.host + profile.path;
  return { brand: siteBrand(site, accountName(facts, profile), [{ code: "user-site", detail: site }]) };
}

function storeBrand(facts: PageFacts, profile: Profile): BrandSubject {
  const site = profile.host + profile.path;
  return siteBrand(site, accountName(facts, profile), [{ code: "user-site", detail: site }]);
}

/** The account's name as the page writes it, where title or heading begin with the handle; else the handle. */
function accountName(facts: PageFacts, { handle }: Profile): string {
  const [first = ""] = (facts.heading ?? facts.title).split(/\s+[|–—:•·(-]\s*/u);
  return first !== "" && agrees(first, handle) ? first : handle;
}

interface Around {
  readonly site: Site;
  readonly owner: SiteOwner;
  readonly directory: BrandLookup;
}

// oxlint-disable-next-line complexity -- the order of cases is the rule
async function resolveProduct(facts: PageFacts, product: ProductFacts, around: Around): Promise<Resolution> {
  const { site, owner, directory } = around;
  const subject = productOf(facts, product);
  const sells = isShop(site.label, owner.entry);
  const marked = await makerByMarkup(product, directory);
  // Shops also put their own name where the brand's belongs; on such a page the details know better.
  const isOwn = marked !== undefined && isSame(marked, owner, site);
  const shown =
    marked && !isOwn
      ? undefined
      : await makerByEvidence(product, evidenceContext(facts, product, owner, site), directory);
  const maker = isOwn && shown && !isSame(shown, owner, site) ? shown : (marked ?? shown);
  if (maker && isSame(maker, owner, site)) return { brand: owner.brand, product: subject };
  const shop = shopOf(owner, site.site, product.seller);
  if (maker) return { brand: maker, product: subject, shop };
  // A brand's own site need not say whose product it is. A shop, or a stranger, must.
  if (owner.entry && !sells) return { brand: owner.brand, product: subject };
  const titled = await firstByTitle([product.name, facts.heading, facts.title], directory);
  if (titled && isSame(titled, owner, site)) return { brand: owner.brand, product: subject };
  return { ...(titled && { brand: titled }), product: subject, shop };
}

/** Classified ads put a price before the name in one place and not in another. */
async function firstByTitle(
  texts: readonly (string | undefined)[],
  directory: BrandLookup,
): Promise<BrandSubject | undefined> {
  for (const text of new Set(texts)) {
    const maker = text === undefined ? undefined : await makerByTitle(text, directory);
    if (maker) return maker;
  }
  return undefined;
}

function evidenceContext(
  { heading, title }: PageFacts,
  { name, seller }: ProductFacts,
  { brand, entry }: SiteOwner,
  { label, site }: Site,
): EvidenceContext {
  return {
    words: [name, heading ?? "", title],
    sellers: [brand.name, label ?? "", site, seller ?? "", ...(entry ? [entry.name, ...entry.aliases] : [])],
  };
}

/** Whether the maker is the site's owner: `Nike` or `Nike Sportswear` on nike.com. */
function isSame(maker: BrandSubject, { brand, entry }: SiteOwner, { label }: Site): boolean {
  if (maker.brandId === brand.brandId) return true;
  const names = [brand.name, label ?? "", ...(entry ? [entry.name, ...entry.aliases] : [])].map(foldName);
  const folded = foldName(maker.name);
  const [first = ""] = maker.name.split(/\s+/u);
  return names.some(
    (name) => name.length > 1 && (name === folded || (!maker.known && name === foldName(first))),
  );
}

function shopOf({ brand, entry }: SiteOwner, site: string, seller?: string): ShopSubject {
  const domain = brand.domain ?? site;
  const subject = shopSubject(domain);
  const evidence: Evidence[] = seller === undefined ? [] : [{ code: "seller", detail: seller }];
  return {
    lens: "shop",
    name: brand.name,
    domain,
    known: entry !== undefined,
    subject,
    keys: joinKeys([subjectKeyOf(subject), ...brand.keys]),
    evidence: [...brand.evidence, ...evidence],
  };
}

function productOf(facts: PageFacts, product: ProductFacts): ProductSubject {
  const { canonicalUrl: canonical, url } = facts;
  const written = productSubject(canonical ?? url);
  const subject = written.ok ? written.value : undefined;
  const addresses = [canonical, url, product.url].map((address) => address && productKey(address));
  const books = product.gtins
    .filter((gtin) => /^97[89]\d{10}$/.test(gtin))
    .map((gtin) => subjectKeyOf(`urn:isbn:${gtin}`));
  const evidence: Evidence[] = [
    ...(canonical === undefined ? [] : [{ code: "canonical" as const, detail: canonical }]),
    ...product.gtins.slice(0, 1).map((gtin) => ({ code: "gtin" as const, detail: gtin })),
  ];
  return {
    lens: "product",
    name: product.name,
    gtins: product.gtins,
    ...(subject === undefined ? {} : { subject }),
    ...(written.ok ? {} : { unaddressable: written.error }),
    keys: joinKeys([subject && subjectKeyOf(subject), ...addresses, ...books]),
    evidence: evidence.length > 0 ? evidence : [{ code: "title", detail: product.name }],
  };
}

/** Reading form of an item's address; never that of a whole site, whose reviews are about the shop. */
function productKey(address: string): string | undefined {
  return productSubject(address).ok || hasPath(address) ? subjectKeyOf(address) : undefined;
}

function hasPath(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    (pathOf(url) !== "" || url.search !== "") &&
    subjectKeyOf(address) !== subjectKeyOf(url.origin)
  );
}
