import type { ProfileEvidence, ProfileHeader, ProfileStanding, SiteClaim } from "../model/profile.ts";
import type { BrandSubject } from "../model/subject.ts";
import { knownBrand, siteBrand } from "./brand-subject.ts";
import type { BrandEntry, Directory } from "./directory.ts";
import { disowning } from "./disowning.ts";
import { foldName } from "./fold-name.ts";
import { outboundLink } from "./outbound-link.ts";
import { siteKeyOf } from "./subjects.ts";
import type { Profile } from "./user-sites.ts";

type StandingLookup = Pick<Directory, "byHandle" | "byName" | "matchHost">;

/** Networks that sell their mark to anybody: it says that somebody paid, and little of who. */
const soldMarks: ReadonlySet<string> = new Set(["twitter", "facebook", "instagram", "threads", "snapchat"]);
/** More links than a profile needs. */
const mostLinks = 12;
const mostClaims = 6;
/** A name shorter than that is anybody's. */
const shortestName = 3;

interface ProfileSeen {
  readonly profile: Profile;
  readonly header: ProfileHeader;
  /** Sites that named this profile as their own in this session. */
  readonly claims: readonly SiteClaim[];
}

export interface ProfileFindings {
  readonly standing: ProfileStanding;
  /** The brand that the profile is of, or about; none where we cannot tell. */
  readonly brand?: BrandSubject;
}

interface Linked {
  readonly site: string;
  readonly entry?: BrandEntry;
}

/** Everything that speaks for or against, looked up once. */
interface Clues {
  readonly listed: BrandEntry | undefined;
  readonly linked: readonly Linked[];
  readonly ownDomain: BrandEntry | undefined;
  readonly claims: readonly Claim[];
  readonly seen: ProfileSeen;
}

interface Claim {
  readonly claim: SiteClaim;
  /** The brand of the directory whose own site it is. */
  readonly entry?: BrandEntry;
}

/**
 * Whose profile a page is, by what cannot be had for the asking: a handle that the directory lists, a handle that is
 * the brand's domain, links in both directions, the network's mark where it is not for sale. A link or a name alone
 * proves nothing. What says of itself that it is a fan's, a parody's or a critic's is taken at its word.
 */
export async function profileStanding(
  seen: ProfileSeen,
  directory: StandingLookup,
): Promise<ProfileFindings> {
  const { profile, header } = seen;
  const listed = await directory.byHandle(profile.platform, profile.handle);
  const linked = await linkedSites(header.links, profile, directory);
  // In `name@server` the domain is that of a server with accounts of many.
  const isDomain = profile.handle.includes(".") && !profile.handle.includes("@");
  const ownDomain = isDomain ? await ownerOf(profile.handle, directory) : undefined;
  const claims = await Promise.all(
    // oxlint-disable-next-line oxc/no-map-spread -- what was seen is not ours to change
    seen.claims.slice(0, mostClaims).map(async (claim): Promise<Claim> => {
      const entry = claim.known ? await ownerOf(claim.site, directory) : undefined;
      return { claim, ...(entry && { entry }) };
    }),
  );
  const clues: Clues = { listed, linked, ownDomain, claims, seen };
  return ownOf(clues) ?? (await fanOf(clues, directory)) ?? unknownOf(clues);
}

function ownOf(clues: Clues): ProfileFindings | undefined {
  const { listed, ownDomain, seen } = clues;
  const believed = clues.claims.find((claim) => isBelievable(claim, clues));
  const entry = listed ?? ownDomain ?? believed?.entry ?? markedSite(clues);
  const handle = [{ code: "profile-handle" as const, detail: seen.profile.handle }];
  const brand = entry
    ? knownBrand(entry, handle)
    : believed && siteBrand(believed.claim.site, believed.claim.name, handle);
  if (!brand) return undefined;
  return { brand, standing: { verdict: "own", brandName: brand.name, evidence: evidenceOf(clues) } };
}

/** A site that names the profile: where the directory knows it as a brand's own, or the profile names it back. */
function isBelievable({ claim, entry }: Claim, { linked }: Clues): boolean {
  return entry !== undefined || linked.some(({ site }) => site === claim.site);
}

/** The brand whose site and name the profile bears, where the network's mark vouches for it. */
function markedSite({ linked, seen: { header, profile } }: Clues): BrandEntry | undefined {
  if (header.mark === undefined || soldMarks.has(profile.platform)) return undefined;
  const name = foldName(header.name ?? "");
  const bears = (entry: BrandEntry): boolean =>
    [entry.name, ...entry.aliases].some((one) => foldName(one) === name);
  return name === "" ? undefined : linked.find(({ entry }) => entry && bears(entry))?.entry;
}

async function fanOf(clues: Clues, directory: StandingLookup): Promise<ProfileFindings | undefined> {
  const { header, profile } = clues.seen;
  const said = disowning({ ...header, handle: profile.handle });
  if (!said) return undefined;
  for (const about of said.about) {
    const entry = await brandNamed(about, directory);
    if (!entry) continue;
    const brand = knownBrand(entry, [{ code: "profile-fan", detail: profile.handle }]);
    const evidence: ProfileEvidence[] = [{ code: "says-not-own", detail: said.said }, ...evidenceOf(clues)];
    return { brand, standing: { verdict: "fan", brandName: brand.name, evidence } };
  }
  return undefined;
}

/** The one brand of exactly that name; of several, nobody knows which is meant. */
async function brandNamed(name: string, directory: StandingLookup): Promise<BrandEntry | undefined> {
  const folded = foldName(name);
  if (folded.length < shortestName) return undefined;
  const own = (await directory.byName(name)).filter((entry) => foldName(entry.name) === folded);
  return own.length === 1 ? own[0] : undefined;
}

function unknownOf(clues: Clues): ProfileFindings {
  return { standing: { verdict: "unknown", evidence: evidenceOf(clues) } };
}

/** All that was found, strongest first, whatever it is worth. */
function evidenceOf({ claims, listed, linked, ownDomain, seen }: Clues): readonly ProfileEvidence[] {
  const { header, profile } = seen;
  const { handle, path, platform } = profile;
  const mark = soldMarks.has(platform) ? "mark-sold" : "mark";
  const isForCompanies = platform === "linkedin" && /^\/(?:company|showcase)\//.test(path);
  return [
    listed ? { code: "handle-listed", detail: handle } : { code: "handle-not-listed", detail: handle },
    ...(ownDomain ? [{ code: "handle-domain", detail: handle } as const] : []),
    ...claims.slice(0, 3).map(({ claim }) => ({ code: "linked-from-site", detail: claim.site }) as const),
    ...linked.slice(0, 3).map(({ site }) => ({ code: "links-to-site", detail: site }) as const),
    ...(header.mark === undefined ? [] : [{ code: mark, detail: header.mark } as const]),
    ...(isForCompanies ? [{ code: "company-page" } as const] : []),
  ];
}

/** The sites a profile links to, other pages of its own network left out. */
async function linkedSites(
  links: readonly string[],
  { host }: Profile,
  directory: StandingLookup,
): Promise<readonly Linked[]> {
  const sites = new Map<string, Linked>();
  for (const link of links.slice(0, mostLinks)) {
    const address = outboundLink(link);
    const site = address === undefined ? undefined : siteKeyOf(address);
    if (address === undefined || site === undefined || sites.has(site)) continue;
    if (site === host || site.startsWith(`${host}/`)) continue;
    // A profile elsewhere is somebody's too, and no brand's site.
    const entry = site.includes("/") ? undefined : await ownerOf(new URL(address).hostname, directory);
    sites.set(site, { site, ...(entry && { entry }) });
  }
  return [...sites.values()];
}

/** The brand whose own domain a host is or lies below, never a guess by the name. */
async function ownerOf(host: string, directory: StandingLookup): Promise<BrandEntry | undefined> {
  const match = await directory.matchHost(host);
  return match && match.how !== "country-site" ? match.entry : undefined;
}
