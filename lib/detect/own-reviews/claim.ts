import type { OwnReviews, RawOwnClaim } from "../../model/own-reviews.ts";
import type { StarCounts } from "../../model/summary.ts";
import { numberIn } from "../number.ts";
import { starsOf } from "./stars-of.ts";

const mostVotes = 100_000_000;
/** "82 percent of reviews have 5 stars". */
const percent = /\d+\s*(?:%|per ?cent|prozent|pour ?cent|por ciento|per cento|procent)/giu;
const whichStar = /(?<!\d)[1-5](?!\d)/u;

/** What the widgets of a page claim: the figure with most votes behind it, and how its stars are spread. */
export function readOwnClaim(claims: readonly RawOwnClaim[]): Pick<OwnReviews, "claimed" | "spread"> {
  const read = claims.map(readClaim).filter((claim) => claim !== undefined);
  const [claim] = read.toSorted((a, b) => (b.claimed.count ?? 0) - (a.claimed.count ?? 0));
  return claim ?? {};
}

function readClaim({
  best,
  count,
  spread,
  value,
}: RawOwnClaim): Required<Pick<OwnReviews, "claimed">> | undefined {
  const stars = starsOf(value, best);
  if (stars === undefined) return undefined;
  const votes = numberIn(withoutRating(count), true);
  const isSane = votes !== undefined && votes > 0 && votes <= mostVotes;
  const shares = spread && readSpread(spread);
  return {
    claimed: isSane ? { value: stars, best: 5, count: votes } : { value: stars, best: 5 },
    ...(shares && { spread: shares }),
  };
}

/** "Based on 37 reviews" is a count; of "4.8 stars, 37 reviews" the last number is. */
function withoutRating(text: string | undefined): string | undefined {
  const numbers = text?.match(/\d[\d.,'’ \u00A0\u202F]*/gu);
  return numbers?.at(-1);
}

/** Each star once, as shares; `undefined` where a row is missing or makes no sense. */
function readSpread(rows: readonly (readonly [string, string])[]): StarCounts | undefined {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const seen = new Set<number>();
  for (const [star, count] of rows) {
    const which = numberIn(whichStar.exec(star.replace(percent, ""))?.[0]);
    const given = /%/u.test(count)
      ? numberIn(/[\d.,]+\s*%/u.exec(count)?.[0])
      : numberIn(withoutRating(count), true);
    if (which === undefined || given === undefined || seen.has(which)) continue;
    seen.add(which);
    counts[which - 1] = given;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (seen.size < 5 || total <= 0 || total > mostVotes) return undefined;
  return counts.map((count) => count / total) as unknown as StarCounts;
}
