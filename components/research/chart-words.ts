import { codeKey, formatDate, formatList, formatNumber, t, uiLanguage } from "../../lib/i18n.ts";
import type { SentimentClass } from "../../lib/model/research/query.ts";
import type { AllWords } from "../../lib/research/report/filter-lines.ts";
import type { ChartNote, ValueKind } from "../../lib/research/report/chart-words.ts";

/** Names for ids that items carry, as far as the page knows them. */
export interface ChartNames {
  readonly brands: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, string>;
}

function valueWords(names: ChartNames, kind: ValueKind, value: string, name: string | undefined): string {
  if (kind === "sentiments") return t(codeKey("research_sentiment", value as SentimentClass));
  if (value === "") return t(kind === "codes" ? "research_chart_no_code" : "research_chart_no_brand");
  return name ?? names[kind].get(value) ?? value;
}

/** The words of charts in the interface's language. */
export function chartWords(names: ChartNames): AllWords {
  return {
    language: uiLanguage(),
    items: t("research_chart_items"),
    seen: t("research_chart_seen"),
    rate: t("research_chart_rate"),
    other: t("research_chart_rest"),
    pair: t("research_chart_pair"),
    share: t("research_chart_share"),
    title: (id) => t(`research_chart_title_${id}`),
    column: (what) => t(`research_chart_column_${what}`),
    value: (kind, value, name) => valueWords(names, kind, value, name),
    note: (note: ChartNote, count) => t(codeKey("research_chart_note", note), { count }),
    filters: {
      none: t("research_filters_none"),
      list: (kind, values) => t(`research_filters_${kind}`, { values: formatList(values) }),
      many: (kind, count) => t(`research_filters_${kind}`, { count }),
      why: (value) => t(codeKey("research_why", value)),
      text: (value) => t("research_filters_text", { value }),
      range: (range) => t("research_filters_range", { range }),
      confidence: (least) => t("research_filters_confidence", { value: formatNumber(least) }),
    },
  };
}

/** When a picture was made, and by what. */
export function madeLine(nowMs: number, version: string): string {
  return t("research_chart_made", { date: formatDate(nowMs), version });
}
