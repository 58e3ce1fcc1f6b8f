import { siteKeyOf } from "../brands/subjects.ts";
import { forgetPageKeysOf, forgetPageKeysSince } from "../db/page-keys.ts";
import type { CommunityDatabase } from "../db/community.ts";
import { officialLinks } from "../detect/official-links.ts";
import type { OfficialKey } from "../model/official.ts";
import type { RawPage } from "../model/page.ts";
import { readProof } from "../reviews/official-proof.ts";
import type { ForgetWhat } from "./forget.ts";

/** A page proves a key for so long after a visit, and no longer than the proof itself says. */
const longestMs = 30 * 24 * 3_600_000;
const hourMs = 3_600_000;

export interface PageProofDependencies {
  /** Whether a site's front page has proven anything that is still kept. */
  readonly has: (site: string) => Promise<boolean>;
  /** Makes these all that its front page proves. */
  readonly replace: (site: string, keys: readonly OfficialKey[]) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Keeps which keys a brand's own front page proves, from what the page has sent of itself: nothing is asked for. What is
 * kept tells of a visit, so this is never called for private windows, expires, and is forgotten with other traces.
 */
export async function notePageProofs(page: RawPage, needs: PageProofDependencies): Promise<void> {
  const found = officialLinks(page);
  const site = siteKeyOf(page.url);
  // A host below the site may be somebody else's; where each user has a host, that host is the site.
  if (!found || site === undefined || found.host !== site) return;
  const nowMs = needs.now();
  const keys: OfficialKey[] = [];
  for (const text of found.proofs) {
    const proof = await readProof(text, site);
    if (!proof.ok || proof.value.expiresAt <= nowMs) continue;
    const { author } = proof.value;
    const expiresAt = Math.min(proof.value.expiresAt, nowMs + longestMs);
    const proofUrl = `https://${site}/`;
    keys.push({ brandId: site, author, method: "link", proofUrl, checkedAt: nowMs, expiresAt });
  }
  if (keys.length > 0 || (await needs.has(site))) await needs.replace(site, keys);
}

/** What front pages have proven goes with the other traces of a visit. */
export async function forgetPageProofs(
  what: ForgetWhat,
  community: CommunityDatabase,
  nowMs: number,
): Promise<void> {
  if ("site" in what) await forgetPageKeysOf(community, what.site);
  else await forgetPageKeysSince(community, nowMs - hourMs);
}
