import type { SubjectKey } from "../model/subject.ts";
import type { CommunityDatabase } from "./community.ts";
import type { SummaryRow } from "./community-rows.ts";
import {
  changeSummary,
  counts,
  type EffectiveChange,
  emptySummary,
  isEmptySummary,
  losesNewest,
} from "./summary-difference.ts";
import { dropWeighed } from "./weighed.ts";
import type { Writes } from "./writes.ts";

/**
 * Dexie tells live queries exactly which keys a write of fewer than 50 rows touched; of a larger one it only says
 * "the table changed", and every open sidebar would ask again after every chunk.
 */
const mostRowsToldApart = 49;

/** A changed subject: its new summary, and its changes with the revision that each led to. */
export interface SubjectChange {
  readonly summary: SummaryRow;
  readonly changes: readonly EffectiveChange[];
}

/** Writes `summaries`, and drops what was worked out of subjects that nobody speaks about any more. */
export async function applySummaries(
  db: CommunityDatabase,
  writes: Writes,
  changes: readonly EffectiveChange[],
): Promise<SubjectChange[]> {
  const bySubject = Map.groupBy(changes, ({ before, after }) => (after ?? before)?.subjectKey ?? "");
  if (bySubject.size === 0) return [];
  const keys = [...bySubject.keys()];
  const stored = await db.summaries.bulkGet(keys);
  const changed = await Promise.all(
    keys.map(async (subjectKey, index): Promise<SubjectChange> => {
      const own = bySubject.get(subjectKey) ?? [];
      return {
        summary: await changedSummary(db, stored[index] ?? emptySummary(subjectKey), own),
        changes: own,
      };
    }),
  );
  const emptied = changed.flatMap(({ summary }) => (isEmptySummary(summary) ? [summary.subjectKey] : []));
  const kept = changed.map(({ summary }) => summary).filter((summary) => !isEmptySummary(summary));
  for (let from = 0; from < kept.length; from += mostRowsToldApart) {
    writes.add(db.summaries.bulkPut(kept.slice(from, from + mostRowsToldApart)));
  }
  if (emptied.length > 0) {
    writes.add(db.summaries.bulkDelete(emptied));
    writes.add(db.columns.bulkDelete(emptied));
    writes.add(dropWeighed(db, emptied));
  }
  return changed;
}

async function changedSummary(
  db: CommunityDatabase,
  summary: SummaryRow,
  changes: readonly EffectiveChange[],
): Promise<SummaryRow> {
  const losesIt = changes.some((change) => losesNewest(summary, change));
  const changed = changes.reduce(changeSummary, summary);
  if (!losesIt || isEmptySummary(changed)) return changed;
  return { ...changed, newestAt: await newestAt(db, summary.subjectKey) };
}

/** Date of the newest review that counts, from the rows as they are now. */
async function newestAt(db: CommunityDatabase, subjectKey: SubjectKey): Promise<number> {
  const newest = await db.effective
    .where("[subjectKey+issuedAt+author]")
    .between([subjectKey, 0], [subjectKey, Number.MAX_SAFE_INTEGER])
    .reverse()
    .filter(counts)
    .first();
  return newest?.issuedAt ?? 0;
}
