import { leastFactor } from "./weights.ts";
import type { Finding } from "./define-signal.ts";
import type { Surge } from "./surges.ts";

/**
 * A finding for each surge and each star given too often in it. Those reviews together weigh as much as is usual:
 * nobody can say which of them are the usual ones. Other stars of the same days are left alone.
 * `dayOf`: the day by which each row was counted.
 */
export function surplusFindings(
  reason: string,
  surges: readonly Surge[],
  rows: Iterable<number>,
  dayOf: Uint16Array,
  stars: Uint8Array,
): Finding[] {
  if (surges.length === 0) return [];
  const found = surges.map((): number[][] => [[], [], [], [], []]);
  for (const row of rows) {
    const at = surges.findIndex(({ from, to }) => from <= (dayOf[row] ?? 0) && (dayOf[row] ?? 0) <= to);
    found[at]?.[(stars[row] ?? 0) - 1]?.push(row);
  }
  return surges.flatMap((surge, index) =>
    surge.share.flatMap((share, star): Finding[] => {
      const own = found[index]?.[star] ?? [];
      if (share >= 1 || own.length === 0) return [];
      const { from, to, count, usual } = surge;
      return [
        {
          reason,
          params: { from, to, count, usual: Math.ceil(usual), stars: star + 1 },
          rows: own,
          weighing: { factor: Math.max(leastFactor, share) },
        },
      ];
    }),
  );
}
