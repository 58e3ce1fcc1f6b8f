import { accountAt } from "../brands/account-page.ts";
import { siteKeyOf } from "../brands/subjects.ts";
import type { PageFacts, RawPage } from "../model/page.ts";
import type { SiteClaim } from "../model/profile.ts";
import type { Resolution } from "../model/subject.ts";
import type { SessionArea } from "./tab-states.ts";
import { createTurns } from "./turns.ts";

/** In memory that the browser forgets when it closes. */
const key = "profile-claims";
const mostClaims = 300;
const mostOfSite = 20;

export interface ProfileClaims {
  /** Sites that named this profile as their own while they were in front. @param profile - A `siteKeyOf`. */
  of(profile: string): Promise<readonly SiteClaim[]>;
  /** Keeps which profiles a site names as its own. Never called for private windows. */
  note(claims: readonly SiteClaim[]): Promise<void>;
  forget(): Promise<void>;
}

/** Which sites named which profiles: links in both directions can only be seen on two pages. */
export function profileClaims(area: SessionArea): ProfileClaims {
  const inTurn = createTurns<string>();
  const read = async (): Promise<readonly SiteClaim[]> =>
    ((await area.get(key))[key] as readonly SiteClaim[] | undefined) ?? [];
  return {
    of: async (profile) => (await read()).filter((claim) => claim.profile === profile),
    note: (claims) =>
      inTurn(key, async () => {
        if (claims.length === 0) return;
        const sites = new Set(claims.map(({ site }) => site));
        // What a site says now replaces what it said before.
        const others = (await read()).filter(({ site }) => !sites.has(site));
        await area.set({ [key]: [...others, ...claims].slice(-mostClaims) });
      }),
    forget: () => inTurn(key, () => area.remove(key)),
  };
}

/** The profiles that a page names as those of the brand whose own site it stands on. */
export function claimsOf(page: RawPage, facts: PageFacts, { brand, shop }: Resolution): readonly SiteClaim[] {
  const site = siteKeyOf(page.url);
  if (!brand || shop || site === undefined || site.includes("/")) return [];
  // Found by the site itself; a brand that only makes what is sold here did not say any of this.
  if (!brand.keys.includes(`https://${site}`)) return [];
  const named = [
    ...(facts.organization?.sameAs ?? []),
    ...page.links.filter(([rel]) => /\bme\b/.test(rel)).map(([, href]) => href),
  ];
  const profiles = named.flatMap((address) => (accountAt(address) ? (siteKeyOf(address) ?? []) : []));
  const { brandId, name } = brand;
  // A site that only looks like a brand's country site may say what it likes.
  const known = brand.known && brand.evidence[0]?.code !== "country-site";
  return [...new Set(profiles)]
    .slice(0, mostOfSite)
    .map((profile) => ({ profile, site, name, brandId, known }));
}
