import type { OwnFinding } from "../../model/own-reviews-check.ts";
import type { OwnReview } from "../../model/own-reviews.ts";
import { dayTable, surgesIn } from "../surges.ts";
import { examplesOf } from "./examples.ts";
import { ownThresholds } from "./thresholds.ts";

const latestDay = 65_535;

/**
 * Half of them or more on one day; else days with far more than usual and with other stars, as `burst` finds them among
 * our own reviews.
 */
export function dayFindings(reviews: readonly OwnReview[]): OwnFinding[] {
  const dated = reviews.filter(({ day }) => day !== undefined && day > 0 && day <= latestDay);
  if (dated.length < ownThresholds.fewest) return [];
  const oneDay = oneDayFinding(dated);
  return oneDay ? [oneDay] : surgeFindings(dated);
}

function oneDayFinding(dated: readonly OwnReview[]): OwnFinding | undefined {
  const days = [...Map.groupBy(dated, ({ day }) => day ?? 0)];
  const [busiest] = days.toSorted(([, a], [, b]) => b.length - a.length);
  if (!busiest) return undefined;
  const [day, found] = busiest;
  const isMany =
    found.length >= ownThresholds.fewest && found.length >= ownThresholds.oneDayShare * dated.length;
  if (!isMany) return undefined;
  return {
    kind: "one-day",
    params: { count: found.length, dated: dated.length, day },
    examples: [examplesOf(found)],
  };
}

function surgeFindings(dated: readonly OwnReview[]): OwnFinding[] {
  const day = Uint16Array.from(dated, (review) => review.day ?? 0);
  const stars = Uint8Array.from(dated, (review) => Math.round(review.stars ?? 0));
  return surgesIn(dayTable(day, stars, dated.keys())).map(({ count, from, share, to, usual }) => {
    const meant = dated.filter(
      (review, row) =>
        (day[row] ?? 0) >= from && (day[row] ?? 0) <= to && isSurplus(share, stars[row]) && review.text,
    );
    return {
      kind: "burst",
      params: { count, from, to, usual: Math.ceil(usual) },
      examples: [examplesOf(meant)],
    };
  });
}

function isSurplus(share: readonly number[], stars = 0): boolean {
  return (share[stars - 1] ?? 1) < 1;
}
