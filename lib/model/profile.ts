/** What the page of an account shows of it, as our reader found it there. Every string is untrusted and bounded. */
export interface ProfileHeader {
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
  /** Web addresses that the profile links to. */
  readonly links: readonly string[];
  /** The network's own mark, in its words: "Verified account". */
  readonly mark?: string;
}

/** Whose profile it is: the brand's own, a fan's, parody's or critic's about it, or we cannot tell. */
type ProfileVerdict = "own" | "fan" | "unknown";

/** How we know, as a code. Words live in `_locales` under `profile_how_<code>`. */
type ProfileEvidenceCode =
  /** The directory lists the handle as the brand's. */
  | "handle-listed"
  | "handle-not-listed"
  /** The handle is a domain of the brand: only who holds the domain can take it. */
  | "handle-domain"
  /** A page that the network keeps for companies. */
  | "company-page"
  | "links-to-site"
  | "linked-from-site"
  /** The network's mark; `mark-sold` where anybody can buy it. */
  | "mark"
  | "mark-sold"
  /** The profile itself says that it is a fan's, a parody, not affiliated. */
  | "says-not-own";

export interface ProfileEvidence {
  readonly code: ProfileEvidenceCode;
  /** What was read: a handle, a site, a word. Untrusted text. */
  readonly detail?: string;
}

/** What is known of the account that a page is about. */
export interface ProfileStanding {
  readonly verdict: ProfileVerdict;
  /** The brand it belongs to, or is about. */
  readonly brandName?: string;
  readonly evidence: readonly ProfileEvidence[];
}

/** A site that named a profile as its own, while it was in front in this session. */
export interface SiteClaim {
  /** `siteKeyOf` of the profile. */
  readonly profile: string;
  /** `siteKeyOf` of the site. */
  readonly site: string;
  readonly name: string;
  readonly brandId: string;
  /** Whether the directory has the brand, and this is its own site. */
  readonly known: boolean;
}
