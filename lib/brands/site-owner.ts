import type { PageFacts } from "../model/page.ts";
import type { BrandSubject, Evidence, EvidenceCode } from "../model/subject.ts";
import { knownBrand, siteBrand } from "./brand-subject.ts";
import type { BrandEntry, Directory, HostMatch } from "./directory.ts";
import { foldName } from "./fold-name.ts";
import type { HostParts } from "./host.ts";
import { siteName } from "./site-name.ts";

export type HostLookup = Pick<Directory, "matchHost">;

/** Whose site a page stands on. */
export interface SiteOwner {
  readonly brand: BrandSubject;
  readonly entry?: BrandEntry;
}

/** The brand that a site belongs to: by the directory where that is sure, else under the site's own name. */
export async function siteOwner(
  facts: PageFacts,
  parts: HostParts & { readonly site: string },
  directory: HostLookup,
): Promise<SiteOwner> {
  const match = await directory.matchHost(parts.bare);
  const lei = facts.organization?.lei;
  if (match && isBelievable(match, facts, parts)) {
    const { entry } = match;
    const evidence: Evidence[] = [{ code: codeOf(match, parts), detail: parts.bare }];
    // A guessed country site is read together with the brand but not written under.
    return { entry, brand: knownBrand(entry, evidence, [parts.site], lei) };
  }
  const { name, evidence } = siteName(facts, parts.label ?? parts.site, parts.site);
  const all: Evidence[] = parts.isUserSite
    ? [{ code: "user-site", detail: parts.site }, evidence]
    : [evidence];
  return { brand: siteBrand(parts.site, name, all, lei) };
}

/**
 * A country site is a guess from the domain's label alone; the page must call itself by that name. The page's
 * word is enough for that: whoever imitates a brand under its own label is what people would ask about.
 */
function isBelievable({ how, entry }: HostMatch, facts: PageFacts, { isUserSite }: HostParts): boolean {
  if (isUserSite && how !== "primary" && how !== "domain") return false;
  if (how !== "country-site") return true;
  const said = [
    facts.siteName,
    facts.organization?.name,
    facts.organization?.legalName,
    facts.title,
    facts.heading,
  ];
  const words = said.map((text) => foldName(text ?? "")).join(" ");
  return [entry.name, ...entry.aliases].map(foldName).some((name) => name.length > 2 && words.includes(name));
}

function codeOf({ how, domain, entry }: HostMatch, { site }: HostParts): EvidenceCode {
  if (how === "country-site") return "country-site";
  return domain === entry.domains[0] || site === entry.domains[0] ? "own-site" : "other-domain";
}
