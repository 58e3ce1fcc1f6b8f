import type { CorrectionScope } from "./correction.ts";
import type { RawPage } from "./page.ts";
import type { Point } from "./point.ts";
import type { AuthorId } from "./review.ts";
import type { SubjectKey } from "./subject.ts";

/** What the code that a person's look at a tab injects sends: texts of the page that may say who stands behind it. */
export interface RawBehind {
  readonly page: RawPage;
  /** Texts and where they stood; lines are kept apart by `\n`. */
  readonly blocks: readonly RawBlock[];
  /** Links to the page's own imprint, contact and terms. */
  readonly links: readonly RawBehindLink[];
  /** Addresses of maps that the page links or shows. */
  readonly maps: readonly string[];
  /** Links to hosts that sound like a forum. */
  readonly forums?: readonly string[];
}

export type RawBlock = readonly [
  where: "imprint" | "footer" | "address" | "responsible" | "maker" | "seller",
  text: string,
];
export type RawBehindLink = readonly [text: string, href: string];

/** Where in a page something was read. */
export type BehindSource = "structured-data" | "imprint" | "footer" | "page";

/** What a page says, and where. Untrusted text. */
export interface Said {
  readonly value: string;
  readonly from: BehindSource;
}

/** A number in a public register: `label` is the register's own name (`Handelsregister`, `SIREN`, `KvK`). */
export interface RegisterNumber extends Said {
  readonly label: string;
}

/** A VAT number in its canonical form (`DE…`), with its country. Check digits are right where the country has some. */
export interface VatNumber extends Said {
  readonly country: string;
}

export interface Party {
  readonly name: string;
  readonly address?: string;
  readonly contact?: string;
  readonly from: BehindSource;
}

export interface OwnPageLink {
  readonly kind: "imprint" | "contact" | "terms";
  readonly text: string;
  readonly href: string;
}

/** A place of business as a page gives it. */
export interface PlaceOnPage {
  readonly name?: string;
  readonly address?: string;
  readonly point?: Point;
}

/** A place that people reviewed, which may be the one that a page is about. */
export interface ReviewedPlace {
  /** As its reviewers wrote it, in lower case; none where they gave only a point. Untrusted text. */
  readonly name?: string;
  readonly point: Point;
  /** From the point on the page, where it gives one. */
  readonly metres?: number;
  /** Subjects of its reviews: people put one place at points that differ by a few metres. */
  readonly keys: readonly SubjectKey[];
}

/** "Is this the place?": what one may choose, the likeliest first, and what the answer holds for. */
export interface PlaceQuestion {
  readonly places: readonly ReviewedPlace[];
  readonly scope: CorrectionScope;
}

/** A reviewer's key that a page says is its owner's. */
export interface PageKey {
  readonly author: AuthorId;
  /** SPKI PEM on one line. */
  readonly kid: string;
  /** What the page calls them. Untrusted text, cleaned. */
  readonly name?: string;
  /** Where it says so, without scheme: `anna.example`, `social.example/@anna`. */
  readonly address: string;
}

/** What a look behind a page brings. */
export interface LookedBehind extends Omit<Behind, "me"> {
  readonly question?: PlaceQuestion;
  readonly keys?: readonly PageKey[];
}

/** Who stands behind a page, by its own words. Nobody checked it. */
export interface Behind {
  readonly legalName?: Said;
  readonly address?: Said;
  readonly email?: Said;
  readonly phone?: Said;
  readonly vat: readonly VatNumber[];
  readonly registers: readonly RegisterNumber[];
  /** Of the product: the person in the European Union who answers for it, who made it, who sells it here. */
  readonly responsible?: Party;
  readonly maker?: Party;
  readonly seller?: Said;
  readonly links: readonly OwnPageLink[];
  readonly place?: PlaceOnPage;
  /** Origin of the site's own forum. */
  readonly forum?: string;
  /** What `rel=me` leads to that may be a reviewer's key, not yet looked at. */
  readonly me?: readonly string[];
}

/** Nothing is given. */
export const noBehind: Behind = { vat: [], registers: [], links: [] };
