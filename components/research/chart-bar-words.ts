import { formatNumber, formatShare, t, uiLanguage } from "../../lib/i18n.ts";
import { type ChartBar, partsOf, stepTotal, type TimeChart } from "../../lib/research/report/chart.ts";
import { rangeWords, stepEnd } from "../../lib/research/report/steps.ts";
import type { Brush } from "./brush.ts";

function itemsOf(label: string, items: number, seen: number, parts = ""): string {
  const counted = `${t("research_chart_items_count", { count: items })}${parts}`;
  return seen > 0
    ? t("research_chart_bar_seen", {
        step: label,
        items: counted,
        seen: t("research_chart_seen_count", { count: seen }),
      })
    : t("research_chart_bar", { step: label, items: counted });
}

/** A bar's name: `21 Nov: 214 items of 1,904 posts seen`. */
export function barWords(chart: TimeChart, index: number): string {
  const parts = partsOf(chart, index).map(([name, count]) => t("research_chart_bar_part", { name, count }));
  const items = stepTotal(chart, index);
  const label = chart.labels[index] ?? "";
  return itemsOf(label, items, chart.seen[index] ?? 0, parts.length > 0 ? ` (${parts.join(", ")})` : "");
}

/** Several bars together. */
export function rangeSum(chart: TimeChart, { from, to }: Brush): string {
  const [first, last] = [chart.starts[from], chart.starts[to]];
  if (first === undefined || last === undefined) return "";
  let items = 0;
  let seen = 0;
  for (let index = from; index <= to; index++) {
    items += stepTotal(chart, index);
    seen += chart.seen[index] ?? 0;
  }
  return itemsOf(rangeWords(first, stepEnd(chart.step, last), uiLanguage()), items, seen);
}

/** The name of a bar in a list: `Northwind: 803 items`. */
export function listBarWords({ label, count, share }: ChartBar): string {
  const items = t("research_chart_items_count", { count });
  return share === undefined
    ? t("research_chart_bar", { step: label, items })
    : t("research_chart_bar_share", { name: label, items, share: formatShare(share) });
}

/** What stands at a bar's end: `803`, or `15 %` and `31`. In the order of the name, which people may speak. */
export function listBarFigures({ count, share }: ChartBar): readonly string[] {
  return share === undefined ? [formatNumber(count)] : [formatShare(share), formatNumber(count)];
}
