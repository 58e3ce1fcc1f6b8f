import { formatNumber, t } from "../../lib/i18n.ts";
import type { Estimate } from "../../lib/research/statistics/estimate.ts";

const twoDigits: Intl.NumberFormatOptions = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** "0.43 (0.32–0.53)", or that it is not defined: never NaN. */
export function estimateWords(estimate: Estimate | undefined): string {
  if (!estimate) return t("research_not_defined");
  const { value, low, high } = estimate;
  if (low === undefined || high === undefined) return formatNumber(value, twoDigits);
  return t("research_estimate", {
    value: formatNumber(value, twoDigits),
    low: formatNumber(low, twoDigits),
    high: formatNumber(high, twoDigits),
  });
}
