import type { RawOwnClaim, RawOwnReview, RawOwnReviews } from "../../model/own-reviews.ts";
import { cut } from "../cut.ts";
import type { PartName, ReviewMarkup } from "./define-markup.ts";
import { markups } from "./markups/index.ts";
import { readPlaces } from "./read-place.ts";
import { rootsOf } from "./roots-of.ts";

/** The bounds that `lib/schema/raw-own-reviews.ts` checks again. */
const most = { reviews: 500, claims: 8, rows: 12, scripts: 20, script: 256_000, allScripts: 512_000 };
const lengths: Readonly<Record<PartName, number>> = {
  id: 100,
  title: 200,
  text: 1500,
  author: 80,
  date: 100,
  stars: 100,
  best: 20,
};
/** A star tells nothing without a figure or glyphs. */
const fits: Partial<Record<PartName, RegExp>> = { stars: /[\d★]/u };
const partNames = Object.keys(lengths) as readonly PartName[];
/** Copies that carousels make of their slides. */
const copies =
  ".slick-cloned,.swiper-slide-duplicate,.splide__slide--clone,.glide__slide--clone,.owl-item.cloned";

type Root = Document | ShadowRoot;

/**
 * Reads the reviews that a page shows, as they stand there. Runs only where a person looks at a tab in the sidebar:
 * plain DOM, bounded, nothing that forces a layout, nothing pressed or scrolled. Never throws. In the frame of another
 * host it reads what the markup of that host's service gives, and nothing anywhere else.
 */
export function collectOwnReviews(document: Document, location: Location, isTop: boolean): RawOwnReviews {
  const raw = {
    url: cut(location.href, 4096),
    reviews: [] as RawOwnReview[],
    claims: [] as RawOwnClaim[],
    jsonLd: [] as string[],
    isCut: false,
    hasFrames: false,
  };
  const wanted = isTop ? markups : markups.filter((markup) => isFrameOf(markup, location.hostname));
  if (wanted.length === 0) return raw;
  try {
    raw.isCut = collectReviews(rootsOf(document), wanted, raw.reviews, raw.claims);
    if (isTop) {
      collectJsonLd(document, raw.jsonLd);
      raw.hasFrames = document.querySelector(frames) !== null;
    }
  } catch {
    // What was read so far is what there is.
  }
  return raw;
}

const frames = markups
  .flatMap(({ frames: hosts = [] }) => hosts.map((host) => `iframe[src*="//${host}/" i]`))
  .join(",");

function isFrameOf({ frames: hosts = [] }: ReviewMarkup, hostname: string): boolean {
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** @returns whether there are more reviews than are read. */
function collectReviews(
  roots: readonly Root[],
  wanted: readonly ReviewMarkup[],
  reviews: RawOwnReview[],
  claims: RawOwnClaim[],
): boolean {
  const taken = new Taken();
  for (const root of roots) {
    for (const markup of wanted) {
      let found = 0;
      for (const element of root.querySelectorAll(markup.review)) {
        if (!taken.isFree(element) || element.closest(copies) || markup.isReview?.(element) === false)
          continue;
        const review = readReview(element, markup);
        if (!review) continue;
        if (reviews.length >= most.reviews) return true;
        taken.add(element);
        reviews.push(review);
        found += 1;
      }
      if (found > 0 && markup.claim && claims.length < most.claims) addClaim(root, markup, claims);
    }
  }
  return false;
}

/** Elements that were read as a review: nothing in them and nothing around them is one as well. */
class Taken {
  readonly #taken = new Set<Element>();
  readonly #around = new Set<Element>();

  isFree(element: Element): boolean {
    if (this.#around.has(element)) return false;
    for (let outer: Element | null = element; outer; outer = outer.parentElement)
      if (this.#taken.has(outer)) return false;
    return true;
  }

  add(element: Element): void {
    this.#taken.add(element);
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (this.#around.has(outer)) return;
      this.#around.add(outer);
    }
  }
}

/** `undefined` where there is neither a word nor a star: a frame that is still loading, or no review at all. */
function readReview(element: Element, markup: ReviewMarkup): RawOwnReview | undefined {
  const parts: Partial<Record<PartName, string>> = {};
  for (const name of partNames) {
    const text = readPlaces(element, markup.places[name], lengths[name], fits[name]);
    if (text) parts[name] = text;
  }
  const isReview = markup.needs
    ? markup.needs.every((name) => parts[name])
    : parts.text || parts.title || parts.stars;
  if (!isReview) return undefined;
  return {
    markup: markup.id,
    ...parts,
    ...(isOrHas(element, markup.verified) && { isVerified: true }),
    ...(isOrHas(element, markup.gift) && { isGift: true }),
  };
}

function isOrHas(element: Element, selector: string | undefined): boolean {
  return selector !== undefined && (element.matches(selector) || element.querySelector(selector) !== null);
}

function addClaim(root: Root, { claim }: ReviewMarkup, claims: RawOwnClaim[]): void {
  const value = readPlaces(root, claim?.value, 60);
  if (!claim || !value) return;
  const best = readPlaces(root, claim.best, 20);
  const count = readPlaces(root, claim.count, 60);
  const spread: [string, string][] = [];
  const rows = claim.spread ? root.querySelectorAll(claim.spread.row) : [];
  for (const row of rows) {
    if (spread.length >= most.rows) break;
    const star = readPlaces(row, claim.spread?.star, 60);
    const given = readPlaces(row, claim.spread?.count, 60);
    if (star && given) spread.push([star, given]);
  }
  claims.push({
    value,
    ...(best && { best }),
    ...(count && { count }),
    ...(spread.length > 0 && { spread }),
  });
}

function collectJsonLd(document: Document, jsonLd: string[]): void {
  let room = most.allScripts;
  for (const script of document.querySelectorAll('script[type^="application/ld+json" i]')) {
    const text = cut(script.textContent, Math.min(room, most.script));
    if (!/review/i.test(text)) continue;
    room -= text.length;
    if (jsonLd.push(text) >= most.scripts || room <= 0) return;
  }
}
