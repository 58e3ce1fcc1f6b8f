import { nearestStar } from "../columns/select.ts";
import { hasTrait, trait } from "../columns/traits.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { StarCounts } from "../model/summary.ts";
import type { EffectiveRow, SummaryRow } from "./community-rows.ts";

/** One author's review of one subject before and after: added, changed or gone. */
export interface EffectiveChange {
  readonly before: EffectiveRow | undefined;
  readonly after: EffectiveRow | undefined;
}

export function emptySummary(subjectKey: SubjectKey): SummaryRow {
  return {
    subjectKey,
    count: 0,
    stars: [0, 0, 0, 0, 0],
    rated: 0,
    ratingSum: 0,
    withText: 0,
    generated: 0,
    affiliated: 0,
    samples: 0,
    newestAt: 0,
    revision: 0,
  };
}

export function isEmptySummary({ count, generated }: SummaryRow): boolean {
  return count === 0 && generated === 0;
}

/**
 * The summary after one change. Its `newestAt` only ever grows here: when the newest review goes, the caller must
 * look up the next one (`losesNewest`).
 */
export function changeSummary(summary: SummaryRow, { before, after }: EffectiveChange): SummaryRow {
  const without = before ? add(summary, before, -1) : summary;
  const changed = after ? add(without, after, 1) : without;
  return {
    ...changed,
    ...(after?.siteKey !== undefined && { siteKey: after.siteKey }),
    newestAt: after && counts(after) ? Math.max(changed.newestAt, after.issuedAt) : changed.newestAt,
    revision: summary.revision + 1,
  };
}

/** Whether a change may have taken away the review that a summary's `newestAt` came from. */
export function losesNewest(summary: SummaryRow, { before, after }: EffectiveChange): boolean {
  if (!before || !counts(before) || before.issuedAt < summary.newestAt) return false;
  return !after || !counts(after) || after.issuedAt < before.issuedAt;
}

/** Generated reviews stay out of every figure but their own. */
export function counts({ traits }: EffectiveRow): boolean {
  return !hasTrait(traits, trait.generated);
}

function add(summary: SummaryRow, row: EffectiveRow, sign: 1 | -1): SummaryRow {
  if (!counts(row)) return { ...summary, generated: summary.generated + sign };
  const has = (bit: number): number => (hasTrait(row.traits, bit) ? sign : 0);
  const isRated = row.rating !== undefined;
  return {
    ...summary,
    count: summary.count + sign,
    stars: isRated ? addStar(summary.stars, nearestStar(row.rating ?? 0), sign) : summary.stars,
    rated: summary.rated + (isRated ? sign : 0),
    ratingSum: summary.ratingSum + sign * (row.rating ?? 0),
    withText: summary.withText + has(trait.text),
    affiliated: summary.affiliated + has(trait.affiliated),
    samples: summary.samples + has(trait.sample),
  };
}

function addStar(stars: StarCounts, star: number, sign: 1 | -1): StarCounts {
  const at = (position: number, count: number): number => (position === star ? count + sign : count);
  const [one, two, three, four, five] = stars;
  return [at(1, one), at(2, two), at(3, three), at(4, four), at(5, five)];
}
