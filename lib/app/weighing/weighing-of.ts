import { authorAt, reviewAt } from "../../columns/columns.ts";
import type { LighterReview, Weighing, WeighReason } from "../../model/weighing.ts";
import type { Reason, Weighed } from "../../trust/index.ts";
import type { Collected } from "./collect.ts";

/** What a page is told: reasons once each, and the reviews with a voice that weigh less. */
export function weighingOf({ columns, input }: Collected, weighed: Weighed): Weighing {
  const { reasons, rows } = reasonsByRow(weighed.reasons, input.stars);
  const lighter: LighterReview[] = [];
  for (const [row, own] of rows) {
    const weight = weighed.weights[row] ?? 1;
    if (weight >= 1) continue;
    lighter.push({ id: reviewAt(columns, row).id, author: authorAt(columns, row), weight, reasons: own });
  }
  return { plain: weighed.plain, weighed: weighed.weighed, reasons, lighter };
}

interface Counted {
  readonly reasons: readonly WeighReason[];
  /** For each row that any reason concerns: indexes into `reasons`. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
}

/** Findings that say the same in the same numbers are one reason. Reviews without a voice have none to lose. */
function reasonsByRow(found: readonly Reason[], stars: Uint8Array): Counted {
  const groups = Map.groupBy(found, ({ signal, finding: { reason, params } }) =>
    JSON.stringify([signal, reason, params]),
  );
  const counted = Array.from(groups.values(), (same) => ({
    same,
    rows: same.flatMap(({ finding }) => finding.rows.filter((row) => (stars[row] ?? 0) > 0)),
  }))
    .filter(({ rows }) => rows.length > 0)
    .toSorted((a, b) => b.rows.length - a.rows.length);
  const byRow = new Map<number, number[]>();
  for (const [index, { rows }] of counted.entries()) {
    for (const row of rows) {
      const own = byRow.get(row);
      if (own) own.push(index);
      else byRow.set(row, [index]);
    }
  }
  const reasons = counted.flatMap(({ same: [first], rows }): WeighReason[] => {
    if (!first) return [];
    const { reason, params } = first.finding;
    return [{ signal: first.signal, reason, params, count: rows.length }];
  });
  return { reasons, rows: byRow };
}
