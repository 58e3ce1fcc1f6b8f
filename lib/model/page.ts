/** What `page.content` sends: strings from the page, cut to size, not yet understood. */
export interface RawPage {
  readonly url: string;
  readonly title: string;
  readonly lang?: string;
  /** Bodies of `script[type="application/ld+json"]`, as text. */
  readonly jsonLd: readonly string[];
  /** `[name|property|itemprop|http-equiv, content]` of `<meta>`. */
  readonly meta: readonly (readonly [name: string, content: string])[];
  /** `[rel, href, hreflang]` of `<link>` and `a[rel]`; `href` resolved. */
  readonly links: readonly (readonly [rel: string, href: string, hreflang?: string])[];
  /** Top-level microdata items. */
  readonly microdata: readonly MicrodataItem[];
  /** Text of the first `h1`. */
  readonly heading?: string;
  /** Whether a password field was in view. */
  readonly hasPassword: boolean;
  /** How many elements the page marks as articles, and how many forms search. Hints for its kind. */
  readonly articleCount: number;
}

export interface MicrodataItem {
  readonly type: string;
  readonly props: Readonly<Record<string, readonly (string | MicrodataItem)[]>>;
}

export type PageKind = "home" | "product" | "listing" | "article" | "login" | "other";

/** A rating that the page claims of itself. Scaled to `best`. */
export interface ClaimedRating {
  readonly value: number;
  readonly best: number;
  readonly count?: number;
  readonly about: "product" | "organization";
}

export interface OrganizationFacts {
  readonly name?: string;
  readonly legalName?: string;
  readonly url?: string;
  readonly logo?: string;
  readonly address?: string;
  readonly vatId?: string;
  readonly lei?: string;
  readonly sameAs: readonly string[];
}

export interface ProductFacts {
  readonly name: string;
  readonly brand?: string;
  readonly brandUrl?: string;
  readonly seller?: string;
  /** GTIN-8/12/13/14 digits with a right check digit. */
  readonly gtins: readonly string[];
  readonly sku?: string;
  readonly url?: string;
}

/** What a page says of itself, understood. Every string is trimmed, of bounded length, and untrusted. */
export interface PageFacts {
  readonly url: string;
  readonly canonicalUrl?: string;
  readonly kind: PageKind;
  readonly title: string;
  readonly heading?: string;
  readonly lang?: string;
  /** What the page says of itself in a sentence. */
  readonly description?: string;
  readonly siteName?: string;
  readonly organization?: OrganizationFacts;
  readonly product?: ProductFacts;
  readonly claimedRatings: readonly ClaimedRating[];
  readonly hasPassword: boolean;
}
