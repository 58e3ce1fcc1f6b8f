import {
  codeKey,
  formatDate,
  formatList,
  formatNumber,
  formatScore,
  formatShare,
  t,
} from "../../lib/i18n.ts";
import type { OwnFinding, OwnReviewsCheck } from "../../lib/model/own-reviews-check.ts";

const dayMs = 86_400_000;
/** Of several findings, so many stand in one line. */
const mostInLine = 2;

/** A day since 1970 as a date, the same everywhere. */
export function formatDay(day: number): string {
  return formatDate(day * dayMs, { dateStyle: "medium", timeZone: "UTC" });
}

/** What was found, in a sentence. */
export function findingText({ kind, params }: OwnFinding): string {
  const isOneDay = kind === "burst" && params["from"] === params["to"];
  return t(isOneDay ? "own_found_burst_day" : codeKey("own_found", kind), wordsOf(params));
}

/** "We looked at the 40 shown here: 9 alike". */
export function ownReviewsInShort({ findings, shown }: OwnReviewsCheck): string {
  const found = findings
    .slice(0, mostInLine)
    .map(({ kind, params }) => t(codeKey("own_short", kind), wordsOf(params)));
  return t("own_looked_at", {
    count: shown,
    found: found.length > 0 ? formatList(found) : t("own_short_none"),
  });
}

/** Counts as they are, so that plurals work; days, stars and shares as they are written. */
function wordsOf(params: OwnFinding["params"]): Record<string, string | number> {
  const { claimed, count, day, from, mean, rated, to } = params;
  return {
    ...params,
    ...(day !== undefined && { day: formatDay(day) }),
    ...(from !== undefined && { from: formatDay(from) }),
    ...(to !== undefined && { to: formatDay(to) }),
    ...(mean !== undefined && { mean: formatScore(mean) }),
    ...(claimed !== undefined && { claimed: formatScore(claimed) }),
    ...(rated !== undefined && { share: formatShare((count ?? rated) / rated), rated: formatNumber(rated) }),
  };
}
