import type { ClaimedRating } from "../model/page.ts";
import { isA, itemsOf, textsOf } from "./item.ts";
import type { Item } from "./item.ts";

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
  const value = number(textsOf(claim, "ratingValue")[0]);
  if (value === undefined || value <= 0) return undefined;
  const said = number(textsOf(claim, "bestRating")[0]);
  // schema.org: five where nothing is said; a figure above it tells of a longer scale.
  const best = said ?? scales.find((scale) => value <= scale);
  if (best === undefined || best <= 0 || best > 100 || value > best) return undefined;
  const count = number(textsOf(claim, "ratingCount")[0] ?? textsOf(claim, "reviewCount")[0], true);
  if (count === 0) return undefined;
  const isSane = count !== undefined && Number.isInteger(count) && count <= mostVotes;
  return isSane ? { value, best, count, about } : { value, best, about };
}

/** `4,5`, `4.5/5`, `90 %`, `1.234` (a count) and `2 314` as pages write them. Never negative. */
function number(text: string | undefined, isCount = false): number | undefined {
  if (text === undefined || text.length > 40) return undefined;
  const [digits] = /\d[\d.,'’\s\u00A0\u202F]*/.exec(text.replace(/^\s*-\d.*/, "")) ?? [];
  if (digits === undefined) return undefined;
  const value = isCount ? digits.replace(/\D/g, "") : digits.trim().replace(",", ".").replace(/[.]$/, "");
  const read = Number(value);
  return Number.isFinite(read) ? read : undefined;
}
