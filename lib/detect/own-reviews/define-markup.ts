/**
 * Where something stands in a review: `selector@attribute`. Without an attribute it is the element's text, without a
 * selector the review itself; `selector@#` is how many elements match.
 */
export type Place = string;

/** How a review service, a shop's software or a standard marks reviews in a page. */
export interface ReviewMarkup<Id extends string = string> {
  readonly id: Id;
  /** Selector of a review. */
  readonly review: string;
  /** Whether something that the selector finds is one; without it, all are. */
  readonly isReview?: (element: Element) => boolean;
  /** Parts without which it is none; without them, one of title, text and stars. */
  readonly needs?: readonly PartName[];
  /** Hosts whose frames show reviews in this markup. */
  readonly frames?: readonly string[];
  /** Each from the first place that says something. */
  readonly places: Readonly<Partial<Record<PartName, readonly Place[]>>>;
  /** Selector of what says that the writer bought it, at or in the review. */
  readonly verified?: string;
  /** Selector of what says that something was given for it. */
  readonly gift?: string;
  readonly claim?: ClaimMarkup;
}

export type PartName = "id" | "title" | "text" | "author" | "date" | "stars" | "best";

/** The figure above the list; places are in the whole page. */
interface ClaimMarkup {
  readonly value: readonly Place[];
  readonly best?: readonly Place[];
  readonly count?: readonly Place[];
  /** How the stars are spread: a selector for each row, and places in it. */
  readonly spread?: {
    readonly row: string;
    readonly star: readonly Place[];
    readonly count: readonly Place[];
  };
}

export function defineMarkup<const Id extends string>(markup: ReviewMarkup<Id>): ReviewMarkup<Id> {
  return markup;
}
