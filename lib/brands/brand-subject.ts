import type { BrandSubject, Evidence, SubjectKey } from "../model/subject.ts";
import type { BrandEntry } from "./directory.ts";
import { foldName } from "./fold-name.ts";
import { brandSubject, subjectKeyOf } from "./subjects.ts";

/** More domains than that are one group's country sites; the sidebar names those that were joined. */
const mostKeys = 40;

const profilePaths: Readonly<Record<string, string>> = {
  facebook: "facebook.com/",
  instagram: "instagram.com/",
  linkedin: "linkedin.com/company/",
  tiktok: "tiktok.com/@",
  twitter: "x.com/",
  x: "x.com/",
  youtube: "youtube.com/@",
};

/** A brand of the directory, with everything that is read as it. @param sites - Further sites found to be its own. */
export function knownBrand(
  entry: BrandEntry,
  evidence: readonly Evidence[],
  sites: readonly string[] = [],
  lei?: string,
): BrandSubject {
  const [domain] = entry.domains;
  const subject = domain === undefined ? profileOf(entry) : brandSubject(domain);
  const others = [...entry.domains, ...sites].map((site) => subjectKeyOf(brandSubject(site)));
  return {
    lens: "brand",
    brandId: entry.id,
    known: true,
    name: entry.name,
    ...(domain !== undefined && { domain }),
    ...(subject !== undefined && { subject }),
    ...(entry.owner !== undefined && { owner: entry.owner }),
    ...(entry.category !== undefined && { category: entry.category }),
    ...(entry.wikidata !== undefined && { wikidata: entry.wikidata }),
    keys: joinKeys([subject && subjectKeyOf(subject), ...others, lei && subjectKeyOf(`urn:lei:${lei}`)]),
    evidence,
  };
}

/** A brand that no directory has: the owner of a site, or of an account's own page. */
export function siteBrand(
  site: string,
  name: string,
  evidence: readonly Evidence[],
  lei?: string,
): BrandSubject {
  const subject = brandSubject(site);
  return {
    lens: "brand",
    brandId: site,
    known: false,
    name,
    domain: site,
    subject,
    keys: joinKeys([subjectKeyOf(subject), lei && subjectKeyOf(`urn:lei:${lei}`)]),
    evidence,
  };
}

/** A brand of which only the name is known; the network has no address to write it under. */
export function namedBrand(name: string, evidence: readonly Evidence[]): BrandSubject | undefined {
  const folded = foldName(name);
  if (folded === "") return undefined;
  return { lens: "brand", brandId: `name:${folded}`, known: false, name, keys: [], evidence };
}

function profileOf({ handles }: BrandEntry): string | undefined {
  for (const [platform, path] of Object.entries(profilePaths)) {
    const handle = handles[platform]?.[0];
    if (handle !== undefined) return subjectKeyOf(`https://${path}${encodeURIComponent(handle)}`);
  }
  return undefined;
}

/** Each key once; gaps and empty ones left out. */
export function joinKeys(keys: readonly (SubjectKey | undefined)[]): readonly SubjectKey[] {
  const given = keys.filter((key) => key !== undefined && key !== "");
  return [...new Set(given)].slice(0, mostKeys) as SubjectKey[];
}
