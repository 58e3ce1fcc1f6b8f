import type { ClaimedRating } from "../model/page.ts";
import { isA, itemsOf, textsOf } from "./item.ts";
import type { Item } from "./item.ts";
import { numberIn } from "./number.ts";

const rating: ReadonlySet<string> = new Set(["AggregateRating"]);
/** More votes than that nobody has; larger numbers are ids in the wrong place. */
const mostVotes = 100_000_000;
const scales = [5, 10, 100];

/** The rating that an item claims of itself, from the claim with most votes; `undefined` where it makes no sense. */
export function claimedRating(item: Item, about: ClaimedRating["about"]): ClaimedRating | undefined {
  const claims = itemsOf(item, "aggregateRating").map((claim) => readClaim(claim, about));
  return most(claims);
}

/** Ratings that stand on their own in the page, outside the item they are about. */
export function looseRating(
  items: readonly Item[],
  about: ClaimedRating["about"],
): ClaimedRating | undefined {
  return most(
    items.filter((item) => item.isMain && isA(item, rating)).map((claim) => readClaim(claim, about)),
  );
}

function most(claims: readonly (ClaimedRating | undefined)[]): ClaimedRating | undefined {
  const sane = claims.filter((claim) => claim !== undefined);
  return sane.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))[0];
}

function readClaim(claim: Item, about: ClaimedRating["about"]): ClaimedRating | undefined {
  const value = numberIn(textsOf(claim, "ratingValue")[0]);
  if (value === undefined || value <= 0) return undefined;
  const said = numberIn(textsOf(claim, "bestRating")[0]);
  // schema.org: five where nothing is said; a figure above it tells of a longer scale.
  const best = said ?? scales.find((scale) => value <= scale);
  if (best === undefined || best <= 0 || best > 100 || value > best) return undefined;
  const count = numberIn(textsOf(claim, "ratingCount")[0] ?? textsOf(claim, "reviewCount")[0], true);
  if (count === 0) return undefined;
  const isSane = count !== undefined && Number.isInteger(count) && count <= mostVotes;
  return isSane ? { value, best, count, about } : { value, best, about };
}
