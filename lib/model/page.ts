import type { MakerName } from "./product-page.ts";

/**
 * What kind of software or page something in the page gives away by being there; `lib/detect/marks.ts` has the
 * selectors.
 */
export type Mark =
  | "blogger"
  | "buyable"
  | "commento"
  | "discourse"
  | "disqus"
  | "giscus"
  | "hentry"
  | "isso"
  | "lemmy"
  | "mastodon"
  | "schemaPosts"
  | "typepad"
  | "utterances"
  | "wordpress";

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
  /** Names of `Mark`s found; a page can send any word. */
  readonly marks?: readonly string[];
  /** What the page says of itself in words. */
  readonly texts?: readonly PageText[];
}

/**
 * A short text and where it stood: the alternative text of a logo, a link to the front page or a site's title, a
 * contact card, an address, a heading, an address to write to, or one of the page's first and last lines.
 */
export type PageText = readonly [
  where: "logo" | "home" | "card" | "address" | "heading" | "mail" | "top" | "end",
  text: string,
];

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
  /** Names found by deep extraction that may be the maker's. */
  readonly makers?: readonly MakerName[];
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
  /** Weak signs that the page sells one thing, where nothing else says what it is. */
  readonly mayBeProduct?: boolean;
  /** Names that the page's own words may give its owner. Never kept beyond reading. */
  readonly selfNames?: readonly SelfName[];
}

/** A text of the page that names its owner, or (`line`) that may hold such a name. */
export interface SelfName {
  readonly from: "logo" | "home" | "card" | "copyright" | "legal" | "welcome" | "heading" | "mail" | "line";
  readonly text: string;
}
