/**
 * Where on a product's page a name stood that may be its maker's:
 * `row` beside a label such as "Brand", `company-row` beside one such as "Manufacturer", `property` in markup outside
 * any item, `data` in an attribute for scripts, `marked` in an element named after brands, `byline` in a line such as
 * "by Kite" or "Visit the Kite Store", `link` on a link to a brand's page, `state` in a script's data, `logo` in the
 * words for a picture, `crumb` in the breadcrumbs, `beside` the heading.
 */
export const makerPlaces = [
  "row",
  "company-row",
  "property",
  "data",
  "marked",
  "byline",
  "link",
  "state",
  "logo",
  "crumb",
  "beside",
] as const;

export type MakerPlace = (typeof makerPlaces)[number];

/** A name that may be the maker's, as it stood in the page. */
export interface RawMaker {
  readonly place: MakerPlace;
  readonly text: string;
  /** How often it stood in such a place, 1–99. */
  readonly count: number;
}

/** What `product` sends: raw strings of a page that seems to sell one thing, cut to size, not yet understood. */
export interface RawProduct {
  readonly url: string;
  /** The heading that names the product, where there is one. */
  readonly heading?: string;
  /** In the order in which they stood, place by place. */
  readonly makers: readonly RawMaker[];
  /** How many controls put something into a cart, 0–99: one or two on a page that sells one thing, many on a list. */
  readonly buys: number;
  /** Whether the page shows a price, by markup or as text near the heading. */
  readonly hasPrice: boolean;
}

/** A name that may be the maker's, cleaned. */
export interface MakerName {
  readonly place: MakerPlace;
  readonly name: string;
  readonly count: number;
}
