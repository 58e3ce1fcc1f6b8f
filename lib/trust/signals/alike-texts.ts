import { defineSignal } from "../define-signal.ts";
import { likeness } from "../text/text-prints.ts";
import { setsOf } from "../text/text-clusters.ts";

/**
 * Reviews whose texts are the same or nearly so count as one voice; those on the critical and on the approving side
 * apart, so that nobody drowns a criticism by copying it with five stars. Short texts are alike by nature and left out.
 */
export default defineSignal({
  id: "alike-text",
  version: likeness.version,
  thresholds: likeness,
  run({ clusters, stars, order }) {
    if (!clusters) return [];
    return setsOf(clusters, order)
      .flatMap((rows) => Array.from(Map.groupBy(rows, (row) => sideOf(stars[row] ?? 0)).values()))
      .filter((rows) => rows.length > 1)
      .map((rows) => ({
        reason: "alike-text",
        params: { count: rows.length },
        rows,
        weighing: "one-voice",
      }));
  },
});

type Side = "critical" | "middling" | "approving" | "none";

function sideOf(stars: number): Side {
  if (stars === 0) return "none";
  if (stars === 3) return "middling";
  return stars < 3 ? "critical" : "approving";
}
