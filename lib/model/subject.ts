/** A URI that a review is about, as one writes it. */
export type SubjectUri = string;
/**
 * What equal subjects share: the reading form of a subject URI (no `www.`, no trailing slash, no tracking,
 * host in lower case; `urn:` and `geo:` folded likewise). Rows are stored under it.
 */
export type SubjectKey = string;

export type Lens = "brand" | "product" | "shop";

/** How we know, as a code. Words live in `_locales` under `evidence_<code>`. */
export type EvidenceCode =
  | "own-site"
  | "other-domain"
  | "country-site"
  | "user-site"
  | "profile-handle"
  | "markup-brand"
  | "brand-row"
  | "brand-mark"
  | "brand-byline"
  | "brand-link"
  | "brand-state"
  | "brand-nearby"
  | "markup-organization"
  | "site-name"
  | "title"
  | "page-words"
  | "domain-only"
  | "directory-name"
  | "canonical"
  | "gtin"
  | "seller"
  | "corrected"
  | "place-said"
  | "profile-fan";

export interface Evidence {
  readonly code: EvidenceCode;
  /** What was read: a host, a name, a handle. Untrusted text. */
  readonly detail?: string;
}

interface SubjectBase {
  /** The name to show. Untrusted unless `known`. */
  readonly name: string;
  /** What a new review is written about; none where the protocol has no fitting URI. */
  readonly subject?: SubjectUri;
  /** Everything read as the same thing; the first is `subject`'s own key. */
  readonly keys: readonly SubjectKey[];
  readonly evidence: readonly Evidence[];
}

export interface BrandSubject extends SubjectBase {
  readonly lens: "brand";
  /** Primary domain, else `name:<folded name>`. */
  readonly brandId: string;
  /** Whether the directory has it. An unknown brand is still a name. */
  readonly known: boolean;
  readonly domain?: string;
  readonly owner?: string;
  readonly category?: string;
  readonly wikidata?: string;
}

export interface ProductSubject extends SubjectBase {
  readonly lens: "product";
  readonly gtins: readonly string[];
  /** Why a product cannot be written about, where `subject` is missing. */
  readonly unaddressable?: "too-long" | "query-only" | "no-address";
}

export interface ShopSubject extends SubjectBase {
  readonly lens: "shop";
  readonly domain: string;
  readonly known: boolean;
}

/** What a page is about. All that apply; brand and shop are one on a brand's own site (then no `shop`). */
export interface Resolution {
  readonly brand?: BrandSubject;
  readonly product?: ProductSubject;
  readonly shop?: ShopSubject;
}

export type PageSubject = BrandSubject | ProductSubject | ShopSubject;
